// The sections of a Gemfile.lock: told apart by their titles, the rest by indentation.
import { Unreadable } from "../types.ts";
import type { EntryProblems } from "../shared/entry-problems.ts";

export interface GemSection {
  readonly kind: string;
  remote?: string;
  revision?: string;
}

export interface LockedGem {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly platform: string | undefined;
  readonly needs: string[];
  readonly section: GemSection;
  readonly line: number;
}

export interface GemfileLock {
  readonly gems: ReadonlyMap<string, LockedGem>;
  /** Names that the Gemfile asks for. */
  readonly dependencies: readonly string[];
  /** By `name version` and, where there is one, `-platform`. */
  readonly checksums: ReadonlyMap<string, string>;
}

const SOURCES = new Set(["GIT", "GEM", "PATH", "PLUGIN SOURCE"]);
const TITLES = new Set([...SOURCES, "PLATFORMS", "DEPENDENCIES", "CHECKSUMS", "RUBY VERSION", "BUNDLED WITH", "PLUGINS"]);

/** Reads all sections. Throws `Unreadable` where there is none, and for marks of an unfinished merge. */
export function parseGemfileLock(text: string, problems: EntryProblems): GemfileLock {
  const gems = new Map<string, LockedGem>();
  const dependencies: string[] = [];
  const checksums = new Map<string, string>();
  let section: GemSection = { kind: "" };
  let known = false;
  let firstLine: string | undefined;
  let gem: LockedGem | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const line = raw.trimEnd();
    if (line === "") continue;
    const indent = line.length - line.trimStart().length;
    const content = line.trim();
    firstLine ??= content;
    if (indent === 0) {
      section = { kind: titleOf(content, index + 1, problems) };
      known ||= TITLES.has(section.kind);
      gem = undefined;
    } else if (SOURCES.has(section.kind)) {
      if (indent === 2) remember(section, content);
      else if (indent === 4) {
        gem = gemOf(content, section, index + 1, problems);
        if (gem && !gems.has(gem.key)) gems.set(gem.key, gem);
      } else if (indent === 6) gem?.needs.push(nameIn(content));
    } else if (section.kind === "DEPENDENCIES" && indent === 2) dependencies.push(nameIn(content));
    else if (section.kind === "CHECKSUMS" && indent === 2) rememberChecksum(content, checksums);
  }
  if (!known && firstLine !== undefined)
    throw new Unreadable(`Not a Gemfile.lock: ${firstLine.slice(0, 60)}`, 1, "sections like GEM and DEPENDENCIES");
  return { gems, dependencies, checksums };
}

function titleOf(text: string, line: number, problems: EntryProblems): string {
  if (/^(?:<{7}|={7}|>{7})/.test(text))
    throw new Unreadable("The file holds marks of an unfinished merge.", line, "a lockfile as Bundler writes it");
  if (!TITLES.has(text)) problems.bad(`Not a section of a Gemfile.lock: ${text.slice(0, 60)}`, line, "GEM, GIT, PATH, DEPENDENCIES, …");
  return text;
}

function remember(section: GemSection, content: string): void {
  const colon = content.indexOf(":");
  const [key, value] = [content.slice(0, Math.max(colon, 0)), content.slice(colon + 1).trimStart()];
  if (key === "remote") section.remote ??= value;
  else if (key === "revision") section.revision = value;
}

/** `name (version)` or `name (version-platform)`: a version never holds a dash. */
function gemOf(content: string, section: GemSection, line: number, problems: EntryProblems): LockedGem | undefined {
  const open = content.indexOf(" (");
  const close = content.indexOf(")", open);
  if (open < 0 || close < 0) {
    problems.bad(`A gem without a version: ${content.slice(0, 60)}`, line, "name (version)");
    return undefined;
  }
  const name = content.slice(0, open);
  const inside = content.slice(open + 2, close);
  const dash = inside.indexOf("-");
  return {
    key: `${name}@${inside}`,
    name,
    version: dash < 0 ? inside : inside.slice(0, dash),
    platform: dash < 0 ? undefined : inside.slice(dash + 1),
    needs: [],
    section,
    line,
  };
}

/** The name in `name (~> 1.0)!`. */
function nameIn(content: string): string {
  return (content.split(" (", 1)[0] ?? content).replace(/!$/, "");
}

function rememberChecksum(content: string, checksums: Map<string, string>): void {
  const [, name, version, checksum] = /^(\S+) \(([^)]+)\) (\S+)/.exec(content) ?? [];
  if (name !== undefined && version !== undefined && checksum !== undefined)
    checksums.set(`${name} ${version}`, checksum.split(",", 1)[0] ?? checksum);
}
