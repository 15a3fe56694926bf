// The licence of a repository of ours: its licence file, as its manifests and its REUSE statement let it be understood.
import { knowledgeOf, licensesDiffer, normalizeDeclared } from "#facts";
import { type Expression, atomsOf, formatAtom, formatExpression, joinExpressions, parseExpression, type Strength } from "#kit";
import type { Collected } from "./context.ts";

type Found = Pick<Collected, "licenses" | "facts" | "inventory">;

/**
 * What all manifests declare, where licence files hold just these licences (`MIT OR Apache-2.0` beside LICENSE-MIT and LICENSE-APACHE: the files alone do not
 * say that there is a choice); else the main licence file; else, where there is only the folder LICENSES/, what REUSE states of the whole. Undefined where
 * nothing was recognised.
 */
export function ownLicense(found: Found): string | undefined {
  const inFiles = new Set(found.licenses.flatMap(({ spdx }) => atomNames(spdx)));
  const declared = declaredByAll(found);
  if (declared !== undefined && inFiles.size > 1 && hasSame(inFiles, new Set(atomNames(declared)))) return declared;
  const main = found.licenses.find((match) => match.path === found.facts.licensePath) ?? found.licenses[0];
  if (!main) return undefined;
  const stated = main.path.startsWith("LICENSES/")
    ? found.licenses.find(({ path }) => /^REUSE\.toml$|^\.reuse\/dep5$/.test(path))
    : undefined;
  const path = (stated ?? main).path;
  const texts = new Set(found.licenses.filter((match) => match.path === path).map(({ spdx }) => spdx));
  const parts = [...texts].map(parseExpression).filter((part) => part !== undefined);
  const joined = joinExpressions("and", parts);
  return joined && formatExpression(joined);
}

/** What every manifest that says something says; undefined where they differ. `UNLICENSED` and the like are a statement, too: not open source. */
export function declaredByAll({ inventory }: Pick<Found, "inventory">): string | undefined {
  const said = new Set(
    inventory.own.flatMap(({ license }) => (license === undefined ? [] : (normalizeDeclared(license)?.expression ?? []))),
  );
  const [only] = said;
  return said.size === 1 ? only : undefined;
}

/**
 * Whether no manifest at the root declares anything else than the licence files beside it hold; undefined where one of the two says nothing that is
 * understood. Folders below may stand under a licence of their own.
 */
export function matchesManifests({ inventory, licenses }: Found): boolean | undefined {
  const texts = licenses.filter(({ path }) => !path.includes("/")).map(({ spdx }) => spdx);
  const answers = inventory.own.flatMap(({ license, manifest }) => {
    const atRoot = inventory.manifests[manifest]?.path.includes("/") === false;
    const meant = license === undefined || !atRoot ? undefined : normalizeDeclared(license)?.expression;
    return (meant === undefined ? undefined : licensesDiffer(meant, texts)) ?? [];
  });
  return answers.length === 0 ? undefined : !answers.includes(true);
}

/** From what asks least to what asks most, and what is not known. */
const rising: readonly Strength[] = ["public-domain", "permissive", "weak", "strong", "network", "proprietary", "none", "unknown"];

/** What applies together asks as much as the part that asks most, a choice as much as the part that asks least. */
export function strengthOf(expression: Expression): Strength {
  if (expression.kind === "license") return knowledgeOf(expression).strength;
  const ranks = expression.parts.map((part) => rising.indexOf(strengthOf(part)));
  return rising[expression.kind === "and" ? Math.max(...ranks) : Math.min(...ranks)] ?? "unknown";
}

function atomNames(text: string): string[] {
  const expression = parseExpression(text);
  return expression ? atomsOf(expression).map(formatAtom) : [];
}

function hasSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((one) => others.has(one));
}
