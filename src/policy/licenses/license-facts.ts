// Facts of one licence: shipped knowledge, with the organisation's own words laid over it.
import { type FactValue, knowledgeOf } from "#facts";
import { formatAtom, type LicenseAtom, parseExpression } from "#kit";
import { type Category, matchesLicensePattern } from "#program";

/** The namespace `license` of one atom. */
export type LicenseFacts = Readonly<Record<string, FactValue | undefined>>;
/** Facts of an atom as SPDX writes it (`GPL-2.0-only WITH Classpath-exception-2.0`); undefined where nothing is known. */
export type LicenseLookup = (atom: string) => LicenseFacts | undefined;

/** What the shipped knowledge says. */
export function shippedFacts(atom: string): LicenseFacts {
  const { id, strength, osiApproved, deprecated, properties, confidence } = knowledgeOf(atom);
  return { id, strength, osiApproved, deprecated, properties, confidence };
}

/** The lookup with `categories` of licenses.yaml laid over it. The most exact one that fits speaks: an id before a pattern, a long pattern before a short one. */
export function withCategories(categories: readonly Category[], lookup: LicenseLookup): LicenseLookup {
  const exact = new Map<string, Category>();
  const patterns: Category[] = [];
  for (const category of categories) {
    if (category.license.includes("*")) patterns.push(category);
    else exact.set(keyOf(category.license), category);
  }
  patterns.sort((a, b) => letters(b.license) - letters(a.license));
  return (atom) => {
    const facts = lookup(atom);
    const found =
      exact.get(atom.toLowerCase()) ??
      exact.get(withoutPlus(atom)) ??
      patterns.find((category) => matchesLicensePattern(category.license, atom));
    return found ? { id: atom, ...facts, strength: found.strength } : facts;
  };
}

/** Deprecated ids mean their successors, in categories as in expressions. */
function keyOf(license: string): string {
  const atom = parseExpression(license);
  return (atom?.kind === "license" ? formatAtom(atom) : license).toLowerCase();
}

function withoutPlus(atom: string): string {
  const parsed = parseExpression(atom);
  if (parsed?.kind !== "license" || !parsed.orLater) return atom.toLowerCase();
  const bare: LicenseAtom = { kind: "license", id: parsed.id, ...(parsed.exception === undefined ? {} : { exception: parsed.exception }) };
  return formatAtom(bare).toLowerCase();
}

function letters(pattern: string): number {
  return pattern.replaceAll("*", "").length;
}
