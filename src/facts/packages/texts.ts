// Licence texts beside a package: which files they are. What they hold says identify-texts.ts, which takes long to load.
import { isLicenseFile } from "../licenses/identify/names.ts";
import type { Place } from "./place.ts";
import type { Description } from "./types.ts";

/** Most licence files of one package that are read. */
export const MOST_TEXTS = 24;
const MOST_IN_FOLDER = 8;

const SPEAKS_OF_OTHERS = /third[-_ ]?part|notice|patents?\b|authors|vendored|dependenc/i;

/** Licence files at the top of a package's folder, and in `LICENSES/`. Notices of third parties speak of others and are left out. */
export function* textsIn(place: Place, folder: string, more: readonly string[] = []): Description["texts"] {
  const paths = new Set(more.filter((name) => !SPEAKS_OF_OTHERS.test(name)).map((name) => `${folder}/${name}`));
  const entries = place.list(folder);
  for (const name of entries.files) if (isOwnLicense(name)) paths.add(`${folder}/${name}`);
  for (const inner of entries.folders.filter((name) => /^licen[cs]es?$/i.test(name))) {
    const files = place.list(`${folder}/${inner}`).files.filter((name) => /(?:^[^.]+|\.(?:txt|md|rst))$/i.test(name));
    // A folder of many is a collection of licences, which the package is about.
    if (files.length <= MOST_IN_FOLDER) for (const name of files) paths.add(`${folder}/${inner}/${name}`);
  }
  for (const path of [...paths].slice(0, MOST_TEXTS)) {
    const whole = place.bytes(path);
    const bytes = whole ?? place.beginning(path);
    if (bytes) yield { path, bytes, ...(whole ? {} : { cut: true as const }) };
  }
}

/** Whether a file's name says that it holds the licence of what it lies beside. */
export function isOwnLicense(name: string): boolean {
  return isLicenseFile(name) && !SPEAKS_OF_OTHERS.test(name);
}

/** Notices of the package, and of what it holds of others. */
const NOTICE =
  /^(?:notices?|third[-_ ]?part(?:y|ies))\b|^third[-_ ]?party[-_ ]?(?:notices?|licen[cs]es?)|(?:notices?|third[-_ ]?party(?:[-_ ]?licen[cs]es?)?)(?:text)?\.(?:txt|md|html?)$|\.licen[cs]es?\.txt$|^licen[cs]es?[-_. ](?:3rd|third)/i;
const TEXT = /^[^.]+$|\.(?:txt|md|markdown|rst|html?|licen[cs]e|notice)$/i;

/** Whether a file's name says that it has to be passed on beside the licence. */
export function isNotice(name: string): boolean {
  return NOTICE.test(name) && TEXT.test(name) && !isOwnLicense(name);
}
