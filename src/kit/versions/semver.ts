// Semantic versions as npm, cargo, hex, swift and Go have them, and tags that look like them. https://semver.org
import parse from "semver/functions/parse.js";
import { versionScheme } from "./scheme.ts";

/** `v1` and `1.2` as tags and Go have them: the missing parts are zero. */
function padded(version: string): string {
  const match = /^v?(\d+)(?:\.(\d+))?((?:[-+].*)?)$/.exec(version);
  return match ? `${match[1]}.${match[2] ?? "0"}.0${match[3] ?? ""}` : version;
}

function read(version: string): ReturnType<typeof parse> | undefined {
  // A commit that begins with digits is no version.
  if (/^[0-9a-f]{40}$/.test(version)) return undefined;
  return parse(padded(version.trim().replace(/^go(?=\d)/, "")), { loose: true }) ?? undefined;
}

type Version = NonNullable<ReturnType<typeof parse>>;

/** What follows `+` says nothing about the order. */
export const semver = versionScheme<Version>(
  (version) => read(version) ?? undefined,
  (a, b) => a.compare(b),
);

/** Dart orders by what follows `+` as well. https://github.com/dart-lang/pub_semver */
export const pubVersions = versionScheme<Version>(
  (version) => read(version) ?? undefined,
  (a, b) => a.compare(b) || a.compareBuild(b),
);
