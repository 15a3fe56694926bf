// `purl@range`: our own notation for a package and a set of its versions.
//
//   pkg:npm/x                   every version            pkg:npm/x@*
//   pkg:npm/x@1.2.3             this one                 pkg:npm/x@=1.2.3
//   pkg:npm/x@>=1,<2            all of these hold        (a comma, or only space)
//   pkg:npm/x@<1 || >=2,<2.1    one of these holds       (`|` or `||`)
//   pkg:npm/x@^1.2   ~1.2.3   1.2.*   ~> 2.1   ~= 3.1    as the ecosystems' own shorthands
//   pkg:maven/g/a@[1.0,2.0)                              as Maven and NuGet write intervals
//   pkg:hex/x@>= 1.0 and < 2.0 or ~> 3.0                 as Hex joins them
//   pkg:npm/x@vers:npm/>=1|<2                            VERS
import { formatPurl, parsePurl } from "../purl.ts";
import { intervals } from "./intervals.ts";
import { schemeOf } from "./schemes.ts";
import { shorthand, wildcard } from "./shorthand.ts";
import type { Comparator, Operator, PurlRange, BadRange } from "./types.ts";
import { parseVers } from "./vers.ts";

const LONGEST = 4000;

/** The package URL that a range is about, without any version. */
export function packageOf({ type, namespace, name }: Pick<PurlRange, "type" | "namespace" | "name">): string {
  return formatPurl({ type, ...(namespace === undefined ? {} : { namespace }), name });
}

/** Reads `purl@range`. The error says what is wrong as the end of a sentence. */
export function parsePurlRange(text: string): PurlRange | BadRange {
  if (text.length > LONGEST) return { error: `it is longer than ${LONGEST} characters` };
  const at = rangeStart(text);
  const purl = parsePurl(at < 0 ? text : text.slice(0, at));
  if (!purl) return { error: /^pkg:/i.test(text) ? "its form is pkg:type/namespace/name@range" : "it does not begin with pkg:" };
  const { rest, qualifiers } = split(at < 0 ? "" : text.slice(at + 1));
  const versions = parseVersions(at < 0 ? "*" : rest, purl.type);
  if ("error" in versions) return versions;
  const wanted = qualifiers === "" ? purl.qualifiers : parsePurl(`pkg:generic/x?${qualifiers}`)?.qualifiers;
  return {
    text,
    type: purl.type,
    ...(purl.namespace === undefined ? {} : { namespace: purl.namespace }),
    name: purl.name,
    ...(wanted === undefined ? {} : { qualifiers: wanted }),
    ...versions,
  };
}

/** Where the `@` of the range stands: the first that neither begins a segment (an npm scope) nor belongs to a qualifier. */
function rangeStart(text: string): number {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (text.slice(0, at).includes("?")) return -1;
    if (text[at - 1] !== "/") return at;
  }
  return -1;
}

/** Qualifiers, and a subpath (which says nothing about versions), follow the version in a purl. */
function split(text: string): { rest: string; qualifiers: string } {
  const [plain = ""] = text.split("#", 1);
  const at = plain.indexOf("?");
  return at < 0 ? { rest: decoded(plain), qualifiers: "" } : { rest: decoded(plain.slice(0, at)), qualifiers: plain.slice(at + 1) };
}

/** Ranges may come percent-encoded, as in a purl; a VERS text keeps its own encoding. */
function decoded(text: string): string {
  if (text.startsWith("vers:") || !/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The range behind the `@`, for a purl type. */
export function parseVersions(text: string, type: string): Pick<PurlRange, "order" | "alternatives"> | BadRange {
  const range = text.trim();
  if (range === "") return { error: "there is no version after @" };
  if (range.startsWith("vers:")) {
    const vers = parseVers(range);
    return "error" in vers ? vers : checked({ order: vers.order, alternatives: vers.alternatives });
  }
  const alternatives: (readonly Comparator[])[] = [];
  for (const part of range.split(/\|\|?|\sor\s/)) {
    const found = intervals(part) ?? alternative(part.trim().replace(/\sand\s/g, " , "), type);
    if ("error" in found) return found;
    alternatives.push(...found);
  }
  return checked({ order: type, alternatives });
}

const constraint = /^(>=|<=|==|!=|~>|~=|[<>=^~≤≥])?\s*([^\s,<>=!^~|]+(?:~[^\s,<>=!^~|]+)*)\s*,?\s*/;

/** Constraints that hold together, as the one alternative that they are. */
function alternative(text: string, type: string): readonly (readonly Comparator[])[] | BadRange {
  if (text === "") return { error: "a part of it is empty" };
  if (/^[[(]/.test(text)) return { error: `${JSON.stringify(text)} is no interval such as [1.0,2.0)` };
  const comparators: Comparator[] = [];
  let rest = text;
  while (rest !== "") {
    const match = constraint.exec(rest);
    if (!match) return { error: `${JSON.stringify(rest)} is no constraint such as >=1.2 or <2` };
    const found = comparatorsOf(match[1], match[2] ?? "", type);
    if (!found) return { error: `${JSON.stringify(match[0].trim())} is no constraint such as >=1.2 or <2` };
    comparators.push(...found);
    rest = rest.slice(match[0].length);
  }
  return [comparators];
}

function comparatorsOf(operator: string | undefined, version: string, type: string): readonly Comparator[] | undefined {
  switch (operator) {
    case "^":
    case "~":
    case "~>":
    case "~=":
      return shorthand(operator, version, type);
    case undefined:
    case "=":
    case "==":
      if (/^[*xX]$/.test(version)) return [];
      return wildcard(version, type) ?? [{ operator: "=", version }];
    case "≤":
      return [{ operator: "<=", version }];
    case "≥":
      return [{ operator: ">=", version }];
    default:
      return [{ operator: operator as Operator, version }];
  }
}

/** A bound must have a place in the order; an exact version may be anything. */
function checked(versions: Pick<PurlRange, "order" | "alternatives">): Pick<PurlRange, "order" | "alternatives"> | BadRange {
  const scheme = schemeOf(versions.order);
  for (const { operator, version } of versions.alternatives.flat()) {
    if (operator !== "=" && operator !== "!=" && !scheme.valid(version))
      return { error: `${JSON.stringify(version)} is no version of ${versions.order}` };
  }
  return versions;
}
