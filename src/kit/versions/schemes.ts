// Which ecosystem orders its versions how: by purl type, and by the names that VERS has for the same.
import { alpine } from "./alpine.ts";
import { composer } from "./composer.ts";
import { debian } from "./debian.ts";
import { gem } from "./gem.ts";
import { generic } from "./generic.ts";
import { maven } from "./maven.ts";
import { nuget } from "./nuget.ts";
import { pep440 } from "./pypi.ts";
import { arch, rpm } from "./rpm.ts";
import type { VersionScheme } from "./scheme.ts";
import { pubVersions, semver } from "./semver.ts";

const schemes: ReadonlyMap<string, VersionScheme> = new Map([
  ["alpine", alpine],
  ["alpm", arch],
  ["apk", alpine],
  ["bitbucket", semver],
  ["cargo", semver],
  ["clojars", maven],
  ["cocoapods", gem],
  ["composer", composer],
  ["deb", debian],
  ["gem", gem],
  ["github", semver],
  ["githubactions", semver],
  ["gitlab", semver],
  ["golang", semver],
  ["hex", semver],
  ["maven", maven],
  ["npm", semver],
  ["nuget", nuget],
  ["pub", pubVersions],
  ["pypi", pep440],
  ["rpm", rpm],
  ["semver", semver],
  ["swift", semver],
  ["terraform", semver],
]);

/** The version order of a purl type (or VERS scheme); a general one for types without a known order. */
export function schemeOf(type: string): VersionScheme {
  return schemes.get(type.toLowerCase()) ?? generic;
}

/** Negative, zero or positive as for sorting, in the order of the purl type; undefined where one of the two is no version in that order. */
export function compareVersions(type: string, a: string, b: string): number | undefined {
  return schemeOf(type).compare(a, b);
}
