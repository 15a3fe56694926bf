// Git's configuration format, read by us: only sections, keys and values. Includes, conditions and commands in it stay dead text.

export interface ConfigEntry {
  /** Lower case. */
  readonly section: string;
  /** As written; empty where there is none. */
  readonly subsection: string;
  /** Lower case. */
  readonly key: string;
  /** `true` for a key without a value, as in git. */
  readonly value: string;
}

const MAX_ENTRIES = 10_000;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", b: "\b", '"': '"', "\\": "\\" };

/** All entries in order. What does not follow the grammar is left out; never throws. */
export function parseConfig(text: string): readonly ConfigEntry[] {
  const entries: ConfigEntry[] = [];
  let section = "";
  let subsection = "";
  for (const line of logicalLines(text)) {
    let rest = line.trim();
    const header = /^\[\s*([-.\w]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(rest);
    if (header) {
      [section, subsection] = sectionOf(header[1] as string, header[2]);
      rest = rest.slice(header[0].length).trim();
    }
    const key = /^([A-Za-z][-\w]*)\s*(=?)/.exec(rest);
    if (!key || section === "") continue;
    const value = key[2] === "" ? "true" : unquoted(rest.slice(key[0].length));
    entries.push({ section, subsection, key: (key[1] as string).toLowerCase(), value });
    if (entries.length >= MAX_ENTRIES) break;
  }
  return entries;
}

/** `[remote "origin"]`, or the old `[remote.origin]`. */
function sectionOf(name: string, quoted: string | undefined): [string, string] {
  if (quoted !== undefined) return [name.toLowerCase(), quoted.replace(/\\(.)/g, "$1")];
  const dot = name.indexOf(".");
  return dot < 0 ? [name.toLowerCase(), ""] : [name.slice(0, dot).toLowerCase(), name.slice(dot + 1)];
}

/** Lines, those that end in an odd number of backslashes joined with the next. */
function* logicalLines(text: string): Generator<string> {
  let pending = "";
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    let slashes = 0;
    while (line[line.length - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 1) {
      pending += line.slice(0, -1);
      continue;
    }
    yield pending + line;
    pending = "";
  }
  if (pending !== "") yield pending;
}

function unquoted(raw: string): string {
  let value = "";
  let quoted = false;
  let kept = 0; // up to here trailing space is inside quotes and counts
  const text = raw.trimStart();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') {
      quoted = !quoted;
      kept = value.length;
    } else if (character === "\\") {
      at += 1;
      value += ESCAPES[text[at] ?? ""] ?? "";
      kept = value.length;
    } else if (!quoted && (character === "#" || character === ";")) {
      break;
    } else {
      value += character;
      if (quoted) kept = value.length;
    }
  }
  return value.slice(0, kept) + value.slice(kept).trimEnd();
}
