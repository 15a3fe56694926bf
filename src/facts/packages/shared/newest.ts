// Which of several versions answers for a purl.
import { compareVersions, type Purl } from "#kit";

/** The version that the purl names; where it names none, the newest of those there. */
export function wantedVersion(purl: Purl, versions: Iterable<string>): string | undefined {
  let newest: string | undefined;
  for (const version of versions) {
    if (purl.version !== undefined) {
      if (version === purl.version || compareVersions(purl.type, version, purl.version) === 0) return version;
    } else if (newest === undefined || (compareVersions(purl.type, version, newest) ?? 0) > 0) newest = version;
  }
  return newest;
}
