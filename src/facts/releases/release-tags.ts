// Which tags are releases: a version and nothing preliminary (`tag-name.ts`). A monorepo tags each package: tags of
// one commit are one release, and so are tags of different packages on one day; two versions of one package are two.
import picomatch from "picomatch";
import { localDay } from "#kit";
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

/** `pattern`: a glob that says which tags are releases; without one the rule above. `now`: milliseconds. */
export function releaseTags(history: History, now: number, zone: string, pattern?: string): ReleaseTags {
  const passedOver: Record<keyof ReleaseTags["passedOver"], string[]> = {
    "no-version": [],
    preliminary: [],
    "no-commit": [],
    "no-time": [],
    future: [],
  };
  const matches = pattern === undefined ? undefined : picomatch(pattern, { dot: true, bash: true });
  const kept = history.tags.filter((tag) => {
    const why = whyNot(tag, now, matches);
    if (why) passedOver[why].push(tag.name);
    return why === undefined;
  });
  return { releases: grouped(kept, zone), passedOver };
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
  const single = [...byCommit.values()].map(releaseOf).sort((a, b) => a.at - b.at || compare(a.tags[0] ?? "", b.tags[0] ?? ""));
  const releases: Release[] = [];
  let day = Number.NaN;
  for (const release of single) {
    const today = localDay(release.at, zone);
    const before = releases.at(-1);
    // Other packages on the same day travel with the ones before.
    if (before && today === day && otherPackages(before, release)) releases[releases.length - 1] = together(before, release);
    else releases.push(release);
    day = today;
  }
  return releases;
}

function releaseOf(tags: readonly Tag[]): Release {
  const names = tags.map(({ name }) => name).sort(compare);
  return {
    tags: names,
    at: Math.max(...tags.map(({ time }) => time)) * 1000,
    rows: [tags[0]?.commit ?? -1],
    versions: names.map((name) => readTagName(name) ?? { line: name.toLowerCase(), numbers: [], kind: "other" }),
    hotfix: tags.some(({ subject }) => /\bhot-?fix\b/i.test(subject)),
  };
}

function otherPackages(a: Release, b: Release): boolean {
  const lines = new Set(a.versions.map(({ line }) => line));
  return b.versions.every(({ line }) => !lines.has(line));
}

function together(a: Release, b: Release): Release {
  return {
    tags: [...a.tags, ...b.tags].sort(compare),
    at: Math.max(a.at, b.at),
    rows: [...a.rows, ...b.rows],
    versions: [...a.versions, ...b.versions],
    hotfix: a.hotfix || b.hotfix,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
