// The files of a program's folder: only those that documents live in, bounded, and no symbolic link that leaves the folder.
import { didYouMean, phrase, phraseList } from "#kit";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { languages, policyAreas } from "../model.ts";
import { type ProblemList } from "./problems.ts";

/** Largest document, and largest file of records, in bytes. */
const maxDocument = 2 * 1024 * 1024;
const maxRecords = 128 * 1024 * 1024;
const maxFilesInFolder = 2_000;

/** Text by path relative to the folder, with forward slashes, in the order of the paths. */
export type Files = ReadonlyMap<string, string>;

const suffixes = ["", ...languages.map((language) => `.${language}`)];
const topFiles = [
  "organization.yaml",
  "licenses.yaml",
  "affiliations.yaml",
  "pack.yaml",
  ...suffixes.map((suffix) => `strategy${suffix}.md`),
];
const folders: Readonly<Record<string, string>> = {
  policies: ".md",
  cases: ".yaml",
  registers: ".yaml",
  frameworks: ".yaml",
  records: ".jsonl",
};
const policyFiles = policyAreas.flatMap((area) => suffixes.map((suffix) => `${area}${suffix}.md`));
/** What may lie beside documents without being one. */
const beside = /^(?:\..*|readme(?:\..*)?|license(?:\..*)?|changelog(?:\..*)?|baseline\.json|packs|schema)$/i;

/** Reads the documents of a folder. Files that are none are reported where they look like one. */
export async function readFolder(folder: string, prefix: string, problems: ProblemList): Promise<Files> {
  const files = new Map<string, string>();
  const reader = new FolderReader(folder, prefix, problems, files);
  const names = await reader.names("");
  for (const name of names) {
    if (topFiles.includes(name)) await reader.read(name, maxDocument);
    else if (Object.hasOwn(folders, name)) await readInside(reader, name, prefix, problems);
    else reportUnknown(name, [...topFiles, ...Object.keys(folders)], prefix, name, problems);
  }
  return files;
}

async function readInside(reader: FolderReader, folder: string, prefix: string, problems: ProblemList): Promise<void> {
  const ending = folders[folder] ?? "";
  const names = await reader.names(folder);
  if (names.length > maxFilesInFolder)
    problems.add("document-too-large", { file: prefix + folder }, phrase`the folder holds more than ${maxFilesInFolder} files`);
  for (const name of names.slice(0, maxFilesInFolder)) {
    const path = `${folder}/${name}`;
    const known = folder === "policies" ? policyFiles.includes(name) : name.endsWith(ending);
    if (known) await reader.read(path, folder === "records" ? maxRecords : maxDocument);
    else if (folder === "policies" && name.endsWith(".md") && !beside.test(name)) reportUnknownArea(path, name, prefix, problems);
    else reportUnknown(name, folder === "policies" ? policyFiles : [], prefix, path, problems, ending);
  }
}

function reportUnknownArea(path: string, name: string, prefix: string, problems: ProblemList): void {
  const stem = name.slice(0, name.indexOf("."));
  problems.add("document-unknown", { file: prefix + path }, phrase`"${stem}" is no policy area; the page is not read`, {
    expected: phrase`${phraseList(policyAreas)}, with .md or .de.md`,
    hint: didYouMean(stem, policyAreas),
  });
}

/** Documents under a wrong name would be missing without a word: `organisation.yaml`, `licences.yaml`, `licenses.yml`. */
function reportUnknown(name: string, known: readonly string[], prefix: string, path: string, problems: ProblemList, ending?: string): void {
  if (beside.test(name)) return;
  const hint = didYouMean(name, known);
  const documentLike = /\.(?:ya?ml|md|jsonl?)$/i.test(name);
  if (!hint && !documentLike) return;
  problems.warn("document-unknown", { file: prefix + path }, phrase`"${name}" is no document of a program; it is not read`, {
    expected: ending ? phrase`names that end in ${ending}` : phraseList(known.filter((other) => !/\.[a-z]{2}\.md$/.test(other))),
    hint,
  });
}

class FolderReader {
  private readonly folder: string;
  private readonly prefix: string;
  private readonly problems: ProblemList;
  private readonly files: Map<string, string>;
  private root: string | undefined;

  constructor(folder: string, prefix: string, problems: ProblemList, files: Map<string, string>) {
    this.folder = folder;
    this.prefix = prefix;
    this.problems = problems;
    this.files = files;
  }

  /** Names in a folder, sorted; empty where it cannot be read. */
  async names(path: string): Promise<string[]> {
    if (!(await this.isInside(path))) return [];
    try {
      return (await readdir(join(this.folder, path))).sort();
    } catch (error) {
      this.unreadable(path, error);
      return [];
    }
  }

  async read(path: string, limit: number): Promise<void> {
    if (!(await this.isInside(path))) return;
    try {
      const full = join(this.folder, path);
      const { size } = await stat(full).then((found) => (found.isFile() ? found : Promise.reject(new Error("it is no file"))));
      if (size > limit) {
        this.problems.add("document-too-large", { file: this.prefix + path }, phrase`the file has ${size} bytes`, {
          expected: phrase`at most ${limit} bytes`,
        });
        return;
      }
      this.files.set(path, this.decoded(path, await readFile(full)));
    } catch (error) {
      this.unreadable(path, error);
    }
  }

  /** UTF-8, or UTF-16 where a byte order mark says so. What is neither is read as far as it goes, and told. */
  private decoded(path: string, bytes: Uint8Array): string {
    const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      const text = new TextDecoder(label).decode(bytes);
      const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
      this.problems.warn("document-encoding", { file: this.prefix + path, line }, phrase`the file holds bytes that are not UTF-8`, {
        expected: phrase`a text saved as UTF-8`,
      });
      return text;
    }
  }

  /** Symbolic links are followed only within the folder. */
  private async isInside(path: string): Promise<boolean> {
    const full = join(this.folder, path);
    try {
      this.root ??= await realpath(this.folder);
      if (path === "" || !(await lstat(full)).isSymbolicLink()) return true;
      const target = await realpath(full);
      if (target.startsWith(this.root + sep)) return true;
      this.problems.add(
        "link-leaves-folder",
        { file: this.prefix + path },
        phrase`this link points outside the program's folder; it is not read`,
        {
          hint: phrase`Copy the document here, or make a pack of it and extend that.`,
        },
      );
    } catch (error) {
      this.unreadable(path, error);
    }
    return false;
  }

  private unreadable(path: string, error: unknown): void {
    const reason = error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : String(error);
    this.problems.add("document-unreadable", { file: this.prefix + path || "." }, phrase`it cannot be read (${reason})`);
  }
}
