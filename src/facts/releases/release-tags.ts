// Which tags are releases: a version and nothing preliminary (`tag-name.ts`). A monorepo tags each package: tags of
// one commit are one release, and so are tags of different packages on one day; two versions of one package are two.
import { createRequire } from "node:module";
import { compareText, localDay } from "#kit";
import type { History, Tag } from "../history/index.ts";
import { readTagName, type TagName } from "./tag-name.ts";

export interface Release {
  /** Names of its tags, sorted; the first stands for it. */
  readonly tags: readonly string[];
  /** Milliseconds since 1970: the latest of its tags. */
  readonly at: number;
  readonly rows: readonly number[];
  readonly versions: readonly TagName[];
  /** A tag's message calls it a hotfix. */
  readonly hotfix: boolean;
}

export interface ReleaseTags {
  readonly releases: readonly Release[];
  /** Tags that are no releases, by why. */
  readonly passedOver: Readonly<Record<"no-version" | "preliminary" | "no-commit" | "no-time" | "future", readonly string[]>>;
}

const remembered = new WeakMap<History, Map<string, ReleaseTags>>();

/** `pattern`: a glob that says which tags are releases; without one the rule above. `now`: milliseconds. */
export function releaseTags(history: History, now: number, zone: string, pattern?: string): ReleaseTags {
  // Facts, delivery and communities ask in one run.
  const known = remembered.get(history) ?? new Map<string, ReleaseTags>();
  remembered.set(history, known);
  const key = JSON.stringify([now, zone, pattern]);
  const found = known.get(key) ?? readReleaseTags(history, now, zone, pattern);
  known.set(key, found);
  return found;
}

function readReleaseTags(history: History, now: number, zone: string, pattern: string | undefined): ReleaseTags {
  const passedOver: Record<keyof ReleaseTags["passedOver"], string[]> = {
    "no-version": [],
    preliminary: [],
    "no-commit": [],
    "no-time": [],
    future: [],
  };
  const matches = pattern === undefined ? undefined : globOf(pattern);
  const kept = history.tags.filter((tag) => {
    const why = whyNot(tag, now, matches);
    if (why) passedOver[why].push(tag.name);
    return why === undefined;
  });
  return { releases: grouped(kept, zone), passedOver };
}

/** Loaded when a program names a pattern: everything that comes through the door of facts pays for what stands at the top of a file. */
function globOf(pattern: string): (name: string) => boolean {
  const picomatch = createRequire(import.meta.url)("picomatch") as typeof import("picomatch");
  return picomatch(pattern, { dot: true, bash: true });
}

function whyNot(
  { name, commit, time }: Tag,
  now: number,
  matches: ((name: string) => boolean) | undefined,
): keyof ReleaseTags["passedOver"] | undefined {
  const kind = matches ? (matches(name) ? "release" : "other") : (readTagName(name)?.kind ?? "other");
  if (kind !== "release") return kind === "other" ? "no-version" : "preliminary";
  if (commit < 0) return "no-commit";
  if (!(time > 0)) return "no-time";
  return time * 1000 > now ? "future" : undefined;
}

function grouped(tags: readonly Tag[], zone: string): Release[] {
  const byCommit = new Map<number, Tag[]>();
  for (const tag of tags) {
    const list = byCommit.get(tag.commit);
    if (list) list.push(tag);
    else byCommit.set(tag.commit, [tag]);
  }
  const single = [...byCommit.values()].map(releaseOf).sort((a, b) => a.at - b.at || compareText(a.tags[0] ?? "", b.tags[0] ?? ""));
  const groups: Group[] = [];
  let day = Number.NaN;
  for (const release of single) {
    const today = localDay(release.at, zone);
    const before = groups.at(-1);
    // Other packages on the same day travel with the ones before.
    if (before && today === day && release.versions.every(({ line }) => !before.lines.has(line))) add(before, release);
    else groups.push(add({ parts: [], lines: new Set() }, release));
    day = today;
  }
  return groups.map(({ parts }) => together(parts));
}

/** What goes out together, and the packages in it. */
interface Group {
  readonly parts: Release[];
  readonly lines: Set<string>;
}

function add(group: Group, release: Release): Group {
  group.parts.push(release);
  for (const { line } of release.versions) group.lines.add(line);
  return group;
}

function releaseOf(tags: readonly Tag[]): Release {
  const names = tags.map(({ name }) => name).sort(compareText);
  return {
    tags: names,
    at: tags.reduce((latest, { time }) => Math.max(latest, time), 0) * 1000,
    rows: [tags[0]?.commit ?? -1],
    versions: names.map((name) => readTagName(name) ?? { line: name.toLowerCase(), numbers: [], kind: "other" }),
    hotfix: tags.some(({ subject }) => /\bhot-?fix\b/i.test(subject)),
  };
}

/** In the order of their times: the last one says when. */
function together(parts: readonly Release[]): Release {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    tags: parts.flatMap(({ tags }) => tags).sort(compareText),
    at: parts.at(-1)?.at ?? Number.NaN,
    rows: parts.flatMap(({ rows }) => rows),
    versions: parts.flatMap(({ versions }) => versions),
    hotfix: parts.some(({ hotfix }) => hotfix),
  };
}
