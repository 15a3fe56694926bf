// The packs that a program builds on, nearest first: found by name, in the wanted version, without circles.
import { didYouMean, phrase, phraseList } from "#kit";
import { readdir, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Position } from "../model.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import { type Files, readFolder } from "../read/folder.ts";
import { type ProblemList } from "../read/problems.ts";
import { readYaml } from "../read/yaml.ts";
import { type PackDocument, packDocument } from "../schema/other.ts";
import { meetsVersion, readPackReference } from "./reference.ts";

export interface PackFiles {
  readonly name: string;
  readonly version: string;
  readonly prefix: string;
  readonly files: Files;
  readonly document: Checked<PackDocument>;
}

interface Wish {
  readonly text: string;
  readonly at: Position;
}

/** The wishes that an `extends` holds, each with its place. */
export function extendsOf(value: string | readonly string[] | undefined, document: Checked<unknown>): Wish[] {
  if (typeof value === "string") return [{ text: value, at: document.position(["extends"]) }];
  return (value ?? []).map((text, index) => ({ text, at: document.position(["extends", index]) }));
}

/** Reads packs from folders: the program's own `packs/` first, then those that come with Allmend. */
export class PackReader {
  private readonly folders: readonly string[];
  private readonly problems: ProblemList;
  private readonly found = new Map<string, PackFiles>();
  private readonly open: string[] = [];
  /** Whether a pack that is named could not be read. */
  missing = false;

  constructor(folders: readonly string[], problems: ProblemList) {
    this.folders = folders;
    this.problems = problems;
  }

  /** Packs nearest first; each once. */
  async read(wishes: readonly Wish[]): Promise<PackFiles[]> {
    for (const wish of wishes) await this.readOne(wish);
    return [...this.found.values()];
  }

  private async readOne({ text, at }: Wish): Promise<void> {
    const reference = readPackReference(text);
    if (!reference)
      return this.problems.add("malformed", at, phrase`"${text}" names no pack`, { expected: phrase`name@version, such as starter@1` });
    if (this.open.includes(reference.name)) {
      return this.problems.add(
        "pack-cycle",
        at,
        phrase`packs extend each other in a circle: ${[...this.open, reference.name].join(" > ")}`,
      );
    }
    const known = this.found.get(reference.name);
    const pack = known ?? (await this.find(reference.name, at));
    if (!pack) {
      this.missing = true;
      return;
    }
    if (!meetsVersion(reference.version, pack.version)) {
      this.problems.add("pack-version", at, phrase`pack "${pack.name}" is here in version ${pack.version}`, {
        expected: phrase`${pack.name}@${pack.version}`,
        hint: phrase`See what changed with \`allmend diff --pack\`, then name the new version.`,
      });
    } else if (reference.version === undefined) {
      this.problems.warn("pack-version", at, phrase`no version of pack "${pack.name}" is named`, {
        expected: phrase`${pack.name}@${pack.version}`,
        hint: phrase`A new version would change the rules without a word.`,
      });
    }
    if (known) return;
    this.found.set(pack.name, pack);
    this.open.push(pack.name);
    for (const wish of extendsOf(pack.document.value.extends, pack.document)) await this.readOne(wish);
    this.open.pop();
  }

  private async find(name: string, at: Position): Promise<PackFiles | undefined> {
    const names = new Set<string>();
    for (const folder of this.folders) {
      const here = await readdir(folder).catch((): string[] => []);
      for (const other of here) if (!other.startsWith(".")) names.add(other);
      if (!here.includes(name)) continue;
      if (await leavesFolder(join(folder, name), dirname(folder))) {
        this.problems.add("link-leaves-folder", at, phrase`the folder of pack "${name}" is a link that leads outside; it is not read`, {
          hint: phrase`Put a copy of the pack into the folder packs/.`,
        });
        return undefined;
      }
      return readPack(join(folder, name), name, this.problems);
    }
    this.problems.add("pack-unknown", at, phrase`there is no pack "${name}"`, {
      expected: names.size === 0 ? phrase`a pack; none is here` : phraseList([...names].sort()),
      hint: didYouMean(name, names),
    });
    return undefined;
  }
}

/** Whether a folder lies, by symbolic links, outside the one that it should be in. */
async function leavesFolder(path: string, root: string): Promise<boolean> {
  const [real, realRoot] = await Promise.all([realpath(path), realpath(root)]).catch(() => [path, root]);
  return !`${real}${sep}`.startsWith(`${realRoot}${sep}`);
}

async function readPack(folder: string, name: string, problems: ProblemList): Promise<PackFiles | undefined> {
  const prefix = `pack:${name}/`;
  const files = await readFolder(folder, prefix, problems);
  const document = readPackDocument(files, prefix, name, problems);
  return document && { name, version: document.value.version, prefix, files, document };
}

/** pack.yaml; undefined, and a problem, where it is missing or useless. */
export function readPackDocument(
  files: Files,
  prefix: string,
  name: string | undefined,
  problems: ProblemList,
): Checked<PackDocument> | undefined {
  const file = `${prefix}pack.yaml`;
  const content = files.get("pack.yaml");
  if (content === undefined) {
    problems.add("document-missing", { file }, phrase`the folder of a pack has no pack.yaml`);
    return undefined;
  }
  const page = readYaml({ file, text: content, place: (line, column) => ({ line, column }) }, problems, new Set(["version"]));
  const fallback = {
    ...(name === undefined ? {} : { pack: name }),
    version: "0",
    title: name ?? "pack",
    license: "CC0-1.0",
    languages: ["en"],
  };
  const document = checkDocument(packDocument, page, problems, fallback);
  if (document && name !== undefined && document.value.pack !== name) {
    problems.add(
      "contradiction",
      document.position(["pack"]),
      phrase`the folder is named "${name}" and the pack "${document.value.pack}"`,
      {
        expected: phrase`${name}`,
      },
    );
  }
  return document;
}
