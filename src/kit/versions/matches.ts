// Does a component belong to a purl@range?
import { type Purl, parsePurl } from "../purl.ts";
import type { VersionScheme } from "./scheme.ts";
import { schemeOf } from "./schemes.ts";
import type { Comparator, PurlRange } from "./types.ts";

/**
 * Whether a component (a purl with version) belongs to the range. Undefined where it is the package, but its version (none, a branch, a commit) has no
 * place in the order, so that nobody can tell.
 */
export function matchesPurl(range: PurlRange, purl: string | Purl): boolean | undefined {
  if (typeof purl === "string" && isPlainlyAnother(range, purl)) return false;
  const component = typeof purl === "string" ? parsePurl(purl) : purl;
  if (!component || !samePackage(range, component)) return false;
  return matchesVersion(range, component.version ?? "");
}

/** Types that write one name in several ways other than by case. */
const SPELT_FREELY = new Set(["pypi", "pub"]);

/** Of a hundred thousand components almost all are another package, and most show it without being read. */
function isPlainlyAnother({ type, name }: PurlRange, purl: string): boolean {
  const written = /^pkg:([a-z][a-z0-9.+-]*)\//.exec(purl)?.[1];
  if (written !== undefined && written !== type) return true;
  return !SPELT_FREELY.has(type) && !purl.includes("%") && !purl.toLowerCase().includes(name.toLowerCase());
}

/** The same for a version alone (empty: not known). */
export function matchesVersion(range: Pick<PurlRange, "order" | "alternatives">, version: string): boolean | undefined {
  const scheme = schemeOf(range.order);
  let unsure = false;
  for (const alternative of range.alternatives) {
    const holds = all(alternative, version, scheme);
    if (holds) return true;
    unsure ||= holds === undefined;
  }
  return unsure ? undefined : false;
}

function samePackage(range: PurlRange, component: Purl): boolean {
  if (range.name !== component.name || range.type !== component.type || range.namespace !== component.namespace) return false;
  for (const [key, value] of Object.entries(range.qualifiers ?? {})) if (component.qualifiers?.[key] !== value) return false;
  return true;
}

function all(comparators: readonly Comparator[], version: string, scheme: VersionScheme): boolean | undefined {
  let unsure = false;
  for (const comparator of comparators) {
    const holds = one(comparator, version, scheme);
    if (holds === false) return false;
    unsure ||= holds === undefined;
  }
  return unsure ? undefined : true;
}

function one({ operator, version: bound }: Comparator, version: string, scheme: VersionScheme): boolean | undefined {
  if (version === "") return undefined;
  const equal = version === bound;
  const sign = equal ? 0 : scheme.compare(version, bound);
  switch (operator) {
    // Two texts of which one has no place in the order are not the same version.
    case "=":
      return sign === 0;
    case "!=":
      return sign !== 0;
    case "<":
      return sign === undefined ? undefined : sign < 0;
    case "<=":
      return sign === undefined ? undefined : sign <= 0;
    case ">":
      return sign === undefined ? undefined : sign > 0;
    case ">=":
      return sign === undefined ? undefined : sign >= 0;
  }
}
