// paket.lock by its indentation: sections, remotes, entries, and what entries depend on.
import { mainIsEmpty } from "../paket-dependencies/parse.ts";

export interface PaketEntry {
  /** Empty for the main group. */
  readonly group: string;
  readonly section: "NUGET" | "GITHUB" | "GIT" | "GIST" | "HTTP";
  readonly remote: string;
  readonly name: string;
  readonly version: string;
  readonly line: number;
  /** Names, as written. */
  readonly dependencies: string[];
}

export interface PaketLockLines {
  readonly entries: readonly PaketEntry[];
  readonly strange: readonly { readonly text: string; readonly line: number }[];
  readonly isPaket: boolean;
}

const SECTION = /^(?:NUGET|GITHUB|GIT|GIST|HTTP)$/;
/** `STORAGE: NONE`, `RESTRICTION: >= net45`. */
const OPTION = /^[A-Z][A-Z_-]*:/;

export function parsePaketLock(text: string): PaketLockLines {
  const reader = new LineReader();
  for (const [index, line] of text.split("\n").entries()) reader.read(line.trimEnd(), index + 1);
  return reader;
}

class LineReader implements PaketLockLines {
  readonly entries: PaketEntry[] = [];
  readonly strange: { text: string; line: number }[] = [];
  isPaket = false;
  #group = "";
  #section: PaketEntry["section"] | undefined;
  #remote = "";

  read(line: string, number: number): void {
    const text = line.trimStart();
    const indent = line.length - text.length;
    if (text === "") return;
    const isKnown = indent === 0 ? this.#top(text) : this.#inside(text, indent, number);
    if (!isKnown) this.strange.push({ text, line: number });
  }

  #top(text: string): boolean {
    if (SECTION.test(text)) {
      this.#section = text as PaketEntry["section"];
      this.#remote = "";
    } else if (text.startsWith("GROUP ")) {
      this.#group = mainIsEmpty(text.slice("GROUP ".length).trim());
      this.#section = undefined;
    } else if (!OPTION.test(text)) return false;
    this.isPaket = true;
    return true;
  }

  #inside(text: string, indent: number, line: number): boolean {
    if (!this.#section) return false;
    if (indent < 4) {
      if (text.startsWith("remote:")) this.#remote = text.slice("remote:".length).trim();
      return text.startsWith("remote:") || text.startsWith("specs:");
    }
    // The entry of a git repository has no name and stands one column further in.
    if (indent === 4 || (this.#section === "GIT" && indent === 5)) return this.#entry(text, line);
    const name = /^[^\s(:]+(?=\s|$)/.exec(text)?.[0];
    if (name !== undefined) this.entries.at(-1)?.dependencies.push(name);
    return true;
  }

  #entry(text: string, line: number): boolean {
    const open = text.indexOf("(");
    const close = text.indexOf(")", open);
    if (open < 0 || close < 0 || !this.#section) return false;
    const name = text.slice(0, open).trim();
    const version = text.slice(open + 1, close).trim();
    if ((name === "" && this.#section !== "GIT") || (version === "" && this.#section === "NUGET")) return false;
    this.entries.push({ group: this.#group, section: this.#section, remote: this.#remote, name, version, line, dependencies: [] });
    return true;
  }
}
