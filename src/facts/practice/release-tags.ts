// Tags that name releases: how they are named (Semantic Versioning 2.0.0, Baloise), how they were made, when the last came.
import { median } from "#kit";
import type { Tag } from "../history/index.ts";
import { readTagName, releaseTags, type TagName } from "../releases/index.ts";
import { DAY, type Moment } from "./window.ts";

const MOST_PLACES = 10;

interface NamedTag extends Pick<TagName, "semver"> {
  readonly tag: Tag;
  readonly major: number;
  readonly minor: number;
}

/** Tags that name a version, preliminary ones too. */
function named(tags: readonly Tag[]): NamedTag[] {
  return tags.flatMap((tag) => {
    const name = readTagName(tag.name);
    if (!name || name.kind === "moving") return [];
    const [major = 0, minor = 0] = name.numbers;
    return [{ tag, major, minor, ...(name.semver === undefined ? {} : { semver: name.semver }) }];
  });
}

export function tagFacts(moment: Moment): void {
  const { history, now, zone, tagPattern, set } = moment;
  const tags = named(history.tags);
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
  const releases = releaseTags(history, now * 1000, zone, tagPattern).releases.map(({ at }) => at / 1000);
  set("releases365Days", releases.filter((time) => time > now - 365 * DAY).length);
  const last = releases.at(-1);
  if (last !== undefined) set("daysSinceRelease", Math.floor((now - last) / DAY));
  const gap = median(releases.slice(1).map((time, at) => time - (releases[at] as number)));
  if (gap !== undefined) set("releaseGapDays", Math.round(gap / DAY));
}

function notes(tags: readonly NamedTag[]): { note: string }[] {
  return tags.slice(0, MOST_PLACES).map(({ tag }) => ({ note: tag.name.slice(0, 100) }));
}

/** Versions that are tagged both ways: nobody can say which is meant. */
function twice(tags: readonly NamedTag[]): string[] {
  const names = new Set(tags.map(({ tag }) => tag.name));
  return tags
    .flatMap(({ tag, semver }) => (semver !== undefined && tag.name === `v${semver}` && names.has(semver) ? [semver] : []))
    .slice(0, MOST_PLACES);
}
