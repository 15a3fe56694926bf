// Tags that name releases: how they are named (Semantic Versioning 2.0.0, Baloise), how they were made, when the last came.
import type { Tag } from "../history/index.ts";
import { DAY, type Moment } from "./window.ts";

const MOST_PLACES = 10;
/** A version somewhere in the name: `v1.2`, `curl-8_11_0`, `api/v2.0.0-rc.1`, `3.11`. Moving names (`v4`, `latest`, `nightly-2024.05.01`) are no releases. */
const VERSION = /(?:^|[^\d.])(\d{1,9})[._](\d{1,9})(?:[._-](\d{1,9}))?/;
const MOVING = /(?:^|[-_/])(?:nightly|latest|edge|snapshot|canary|continuous|preview-build)(?:[-_/]|$)/i;
const SEMVER =
  /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?)$/;
const UNSTABLE = /(?:^|[^A-Za-z])(?:alpha|beta|rc|pre|preview|dev|snapshot|m|ea|a|b)[-._]?\d*(?:[^A-Za-z]|$)/i;

export interface ReleaseTag {
  readonly tag: Tag;
  readonly major: number;
  readonly minor: number;
  /** The version, where the name is one by Semantic Versioning, with or without a `v` before it. */
  readonly semver?: string;
  readonly stable: boolean;
}

/** Undefined for tags that name no release. */
export function releaseTag(tag: Tag): ReleaseTag | undefined {
  const name = tag.name.slice(0, 250);
  const version = MOVING.test(name) ? null : VERSION.exec(name);
  if (!version) return undefined;
  const semver = SEMVER.exec(name)?.[1];
  const rest = name.slice(version.index + version[0].length);
  const stable = semver === undefined ? !UNSTABLE.test(rest) : !semver.split("+")[0]?.includes("-");
  return { tag, major: Number(version[1]), minor: Number(version[2]), stable, ...(semver === undefined ? {} : { semver }) };
}

export function releaseTags({ history, now, set }: Moment): void {
  const tags = history.tags.flatMap((tag) => releaseTag(tag) ?? []);
  set("tags", tags.length);
  set("minorVersions", new Set(tags.map(({ major, minor }) => `${major}.${minor}`)).size);
  if (tags.length === 0) return;
  const loose = tags.filter(({ semver }) => semver === undefined);
  const twins = twice(tags);
  set(
    "tagsSemver",
    loose.length === 0 && twins.length === 0,
    ...notes(loose),
    ...twins.map((version) => ({ note: `${version} and v${version}` })),
  );
  const prefixed = tags.filter(({ tag, semver }) => semver !== tag.name);
  set("tagsExact", prefixed.length === 0, ...notes(prefixed));
  set(
    "highestMajor",
    tags.reduce((most, { major }) => Math.max(most, major), 0),
  );
  const share = (chosen: (tag: Tag) => boolean) => tags.filter(({ tag }) => chosen(tag)).length / tags.length;
  set(
    "annotatedTagsShare",
    share((tag) => tag.annotated),
  );
  set(
    "signedTagsShare",
    share((tag) => tag.annotated && tag.signature > 0),
  );
  const stable = tags.filter((tag) => tag.stable && tag.tag.time <= now);
  set("releases365Days", stable.filter(({ tag }) => tag.time > now - 365 * DAY).length);
  if (stable.length > 0) set("daysSinceRelease", Math.floor((now - Math.max(...times(stable))) / DAY));
  const gap = medianGap(times(stable));
  if (gap !== undefined) set("releaseGapDays", Math.round(gap / DAY));
}

function times(tags: readonly ReleaseTag[]): number[] {
  return tags
    .map(({ tag }) => tag.time)
    .sort((a, b) => b - a)
    .slice(0, 10_000);
}

function notes(tags: readonly ReleaseTag[]): { note: string }[] {
  return tags.slice(0, MOST_PLACES).map(({ tag }) => ({ note: tag.name.slice(0, 100) }));
}

/** Versions that are tagged both ways: nobody can say which is meant. */
function twice(tags: readonly ReleaseTag[]): string[] {
  const names = new Set(tags.map(({ tag }) => tag.name));
  return tags
    .flatMap(({ tag, semver }) => (semver !== undefined && tag.name === `v${semver}` && names.has(semver) ? [semver] : []))
    .slice(0, MOST_PLACES);
}

/** Seconds between one release and the next, in the middle. */
function medianGap(newestFirst: readonly number[]): number | undefined {
  const gaps = newestFirst
    .slice(1)
    .map((time, at) => (newestFirst[at] as number) - time)
    .sort((a, b) => a - b);
  const middle = Math.floor(gaps.length / 2);
  if (gaps.length === 0) return undefined;
  return gaps.length % 2 === 1 ? gaps[middle] : ((gaps[middle - 1] as number) + (gaps[middle] as number)) / 2;
}
