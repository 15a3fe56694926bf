// Whether a version announces itself as not yet released, in its ecosystem's own way.
import parse from "semver/functions/parse.js";

const PYPI = /^v?\d+(?:\.\d+)*[._-]?(?:a|b|c|rc|alpha|beta|pre|preview|dev)[._-]?\d*/i;
const WORDS = /(?:^|[.\-_+\d])(?:alpha|beta|milestone|m\d|rc|cr\d|pre|preview|snapshot|dev|nightly|canary|next)(?:$|[.\-_+\d])/i;
const SEMVER = new Set(["npm", "cargo", "golang", "hex", "pub", "swift"]);
/** Go stamps commits without a release with a time and a commit id: no release, but no announcement of one either. */
const GO_PSEUDO = /[-.]\d{14}-[0-9a-f]{12}/;

export function isPrerelease(type: string, version: string): boolean {
  if (type === "pypi") return PYPI.test(version) || /\.dev\d+/.test(version);
  if (type === "golang" && GO_PSEUDO.test(version)) return false;
  if (SEMVER.has(type)) return (parse(version, { loose: true })?.prerelease.length ?? 0) > 0;
  if (type === "githubactions" || type === "docker") return false;
  return WORDS.test(version);
}
