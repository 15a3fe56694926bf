// What a registry knows of one version, as of a moment: licence, dates, and how far behind it is.
import { compareVersions, isPrerelease, type Purl } from "#kit";
import type { LicenseText } from "../packages/types.ts";
import type { RegistryPackage, RegistryProtocol, RegistryVersion } from "./types.ts";

export interface RegistryAnswer {
  /** The version that was answered for: the newest stable one where the purl has none; absent where the registry does not know it. */
  readonly version?: string;
  readonly declared?: string;
  readonly texts: readonly LicenseText[];
  readonly health: PackageHealth;
}

/** How a package stands. What the registry does not tell is absent. Dates are ISO 8601. */
export interface PackageHealth {
  readonly published?: string;
  /** Newest stable version. */
  readonly latest?: string;
  readonly latestPublished?: string;
  readonly deprecated?: boolean;
  readonly withdrawn?: boolean;
  readonly repository?: string;
  readonly maintainers?: number;
}

export function answerFor(purl: Purl, found: RegistryPackage, protocol: RegistryProtocol, now: string): RegistryAnswer {
  const latest = newestStable(purl.type, found, now);
  const version = purl.version === undefined ? latest : versionIn(purl.type, found, purl.version);
  const own: RegistryVersion | undefined = version === undefined ? undefined : found.versions[version];
  const last = latest === undefined ? undefined : found.versions[latest];
  return {
    ...(version === undefined ? {} : { version }),
    ...(own?.license === undefined ? {} : { declared: own.license }),
    texts: own?.texts ?? [],
    health: {
      // A purl without a version has no age.
      ...(purl.version === undefined || own?.published === undefined ? {} : { published: own.published }),
      ...(latest === undefined ? {} : { latest }),
      ...(last?.published === undefined ? {} : { latestPublished: last.published }),
      ...(own && protocol.tells.deprecated ? { deprecated: own.deprecated === true } : {}),
      ...(own && protocol.tells.withdrawn ? { withdrawn: own.withdrawn === true } : {}),
      ...(found.repository === undefined ? {} : { repository: found.repository }),
      ...(found.maintainers === undefined ? {} : { maintainers: found.maintainers }),
    },
  };
}

function versionIn(type: string, { versions }: RegistryPackage, wanted: string): string | undefined {
  if (Object.hasOwn(versions, wanted)) return wanted;
  return Object.keys(versions).find((version) => compareVersions(type, version, wanted) === 0);
}

/** What the registry names, as long as it was there already; else the highest stable one that nobody took back. */
function newestStable(type: string, { latest, versions }: RegistryPackage, now: string): string | undefined {
  const moment = Date.parse(now);
  const isThere = (version: string) => {
    const known = versions[version];
    return known?.withdrawn !== true && (known?.published === undefined || Date.parse(known.published) <= moment);
  };
  if (latest !== undefined && isThere(latest) && !isPrerelease(type, latest)) return latest;
  let newest: string | undefined;
  for (const version of Object.keys(versions)) {
    if (!isThere(version) || isPrerelease(type, version)) continue;
    if (newest === undefined || (compareVersions(type, version, newest) ?? 0) > 0) newest = version;
  }
  return newest;
}

const YEAR = 365.25 * 86_400_000;

/** CHAOSS libyears of one component: years from the version in use to the newest stable one, never negative; undefined where a date is missing. */
export function libyearsOf({ published, latestPublished }: PackageHealth): number | undefined {
  if (published === undefined || latestPublished === undefined) return undefined;
  return Math.max(0, Math.round(((Date.parse(latestPublished) - Date.parse(published)) / YEAR) * 1000) / 1000);
}
