// yarn.lock of yarn 1: a format of its own, line by line. https://classic.yarnpkg.com/en/docs/yarn-lock
import { nameInAddress, npmSource, splitDescriptor } from "../shared/npm.ts";
import { Unreadable } from "../types.ts";
import type { YarnEntry } from "./entry.ts";

interface OpenEntry {
  readonly descriptors: readonly string[];
  readonly line: number;
  readonly values: Map<string, string>;
  readonly groups: Map<string, [string, string][]>;
}

/** The entries of a file of version 1. Throws `Unreadable` with the line. */
export function readClassic(text: string): readonly YarnEntry[] {
  const entries: YarnEntry[] = [];
  const seen = new Set<string>();
  let open: OpenEntry | undefined;
  let group: [string, string][] | undefined;
  const close = (): void => {
    const entry = open && finished(open);
    // The same descriptor twice can only be a broken merge: the first one counts, as yarn has it.
    if (entry && !seen.has(entry.key)) {
      seen.add(entry.key);
      entries.push(entry);
    }
  };
  for (const { content, indent, number } of linesOf(text)) {
    if (indent === 0) {
      close();
      open = { descriptors: descriptorsOf(content, number), line: number, values: new Map(), groups: new Map() };
      group = undefined;
    } else if (!open) {
      throw new Unreadable("Not a yarn.lock: an indented line before the first entry", number, "an entry: name@range:");
    } else if (indent <= 2) {
      group = undefined;
      if (content.endsWith(":")) open.groups.set(unquoted(content.slice(0, -1)), (group = []));
      else open.values.set(...pairOf(content, number));
    } else if (group) {
      group.push(pairOf(content, number));
    } else {
      throw new Unreadable("Not a yarn.lock: a deeper line without its group", number);
    }
  }
  close();
  return entries;
}

interface Line {
  readonly content: string;
  readonly indent: number;
  readonly number: number;
}

/** Lines that say something: no empty ones, no comments. */
function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (const raw of text.split("\n")) {
    number += 1;
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) continue;
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(content)) throw new Unreadable("Marks of a merge that nobody finished", number, "a merged file");
    yield { content, indent: raw.length - raw.trimStart().length, number };
  }
}

/** `"a@^1", b@2:` as its descriptors. */
function descriptorsOf(content: string, line: number): readonly string[] {
  const descriptors = content.endsWith(":") ? splitList(content.slice(0, -1)) : [];
  if (descriptors.length === 0 || descriptors.some((descriptor) => !descriptor.includes("@", 1))) {
    throw new Unreadable("Not a yarn.lock: a line that starts no entry", line, "name@range:");
  }
  return descriptors;
}

/** Splits at commas outside of quotes. */
function splitList(content: string): readonly string[] {
  const items: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= content.length; at += 1) {
    const sign = content[at];
    if (sign === '"') quoted = !quoted;
    if ((sign !== "," && sign !== undefined) || (quoted && sign !== undefined)) continue;
    const item = unquoted(content.slice(start, at).trim());
    if (item !== "") items.push(item);
    start = at + 1;
  }
  return items;
}

/** `version "1.0.0"`, `"@a/b" "^1"`, `optional true`. */
function pairOf(content: string, line: number): [string, string] {
  const end = content.startsWith('"') ? content.indexOf('"', 1) + 1 : content.search(/\s/);
  if (end <= 0) throw new Unreadable("Not a yarn.lock: a name without a value", line, 'name "value"');
  const key = unquoted(content.slice(0, end)).replace(/:$/, "");
  return [key, unquoted(content.slice(end).replace(/^:/, "").trim())];
}

function unquoted(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return text;
  return text.includes("\\") ? parsedOr(text) : text.slice(1, -1);
}

function parsedOr(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function finished(open: OpenEntry): YarnEntry {
  const version = open.values.get("version");
  if (version === undefined) throw new Unreadable("Not a yarn.lock: an entry without a version", open.line, "version");
  const key = open.descriptors[0] ?? "";
  const { name, rest } = splitDescriptor(key);
  const folder = linkedFolder(rest);
  return {
    key,
    descriptors: open.descriptors,
    name: nameInAddress(open.values.get("resolved")) ?? (rest.startsWith("npm:") ? splitDescriptor(rest.slice("npm:".length)).name : name),
    version,
    line: open.line,
    dependencies: open.groups.get("dependencies") ?? [],
    optionalDependencies: open.groups.get("optionalDependencies") ?? [],
    integrity: open.values.get("integrity"),
    source: folder === undefined ? npmSource(withoutHash(open.values.get("resolved"))) : { kind: "path", address: folder },
    ...(folder === undefined ? {} : { folder }),
  };
}

/** The folder of `file:./folder` and `link:./folder`; undefined for archives and everything else. */
function linkedFolder(range: string): string | undefined {
  const path = /^(?:file|link):(.*)/.exec(range)?.[1];
  return path === undefined || /\.(?:tgz|tar\.gz|tar)$/.test(path) ? undefined : path;
}

/** Archives carry their hash behind `#`; for git it is the commit, which stays. */
function withoutHash(resolved: string | undefined): string | undefined {
  if (resolved === undefined || !/^https?:/.test(resolved)) return resolved;
  const [address = ""] = resolved.split("#", 1);
  return address.endsWith(".git") ? resolved : address;
}
