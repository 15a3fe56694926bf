export { lowestVersion } from "./lowest.ts";
export { matchesPurl, matchesVersion } from "./matches.ts";
export { packageOf, parsePurlRange, parseVersions } from "./range.ts";
export { isPrerelease } from "./prerelease.ts";
export { compareVersions, schemeOf } from "./schemes.ts";
export type { VersionScheme } from "./scheme.ts";
export type * from "./types.ts";
