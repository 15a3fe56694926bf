// Whether licence texts say something else than what is declared. What a text cannot tell apart is no difference.
import { atomsOf, formatAtom, parseExpression, type Strength } from "#kit";
import { knowledgeOf } from "./knowledge/knowledge.ts";

/** Ids that one text stands for, or that people do not tell apart when they declare. */
const ONE_FAMILY: readonly (readonly [family: string, ids: RegExp])[] = [
  ["BSD", /^BSD-(?:2|3)-Clause/],
  ["Python", /^(?:Python-2\.0(?:\.1)?|PSF-2\.0|CNRI-Python)$/],
  ["MIT", /^(?:MIT|X11|MIT-Modern-Variant|JSON-MIT)$/],
  ["Perl", /^Artistic-1\.0-(?:Perl|cl8)$|^Artistic-1\.0$/],
];

/** From what asks least to what asks most. */
const RISING: readonly Strength[] = ["public-domain", "permissive", "weak", "strong", "network", "proprietary"];

/**
 * Compares a declared expression with the expressions of the texts beside it. True where no text holds any of the declared licences, or where one holds a
 * licence that asks more than all of them; a choice whose other branch has no text, and texts of further licences that ask no more, are no difference.
 * Undefined where one of the two says nothing.
 */
export function licensesDiffer(declared: string, texts: readonly string[]): boolean | undefined {
  const said = atomTexts(declared);
  const found = [...new Set(texts.flatMap(atomTexts))].filter((id) => !/^(?:LicenseRef-|NOASSERTION|NONE)/.test(id));
  if (said.length === 0 || found.length === 0) return undefined;
  const families = new Set(said.map(familyOf));
  const others = found.filter((id) => !families.has(familyOf(id)) && !goesWith(familyOf(id), families, found));
  if (others.length === 0) return false;
  if (others.length === found.length) return true;
  const most = Math.max(...said.map(rank));
  return others.some((id) => rank(id) > most);
}

function atomTexts(text: string): string[] {
  const expression = parseExpression(text);
  return expression ? atomsOf(expression).map(formatAtom) : [];
}

/** Exceptions stand in texts of their own, if at all. */
function familyOf(atom: string): string {
  const plain = atom.replace(/ WITH .*/, "").replace(/(?:-only|-or-later|\+)$/, "");
  return ONE_FAMILY.find(([, ids]) => ids.test(plain))?.[0] ?? plain;
}

/** The LGPL refers to the GPL, whose text therefore lies beside it. */
function goesWith(family: string, declared: ReadonlySet<string>, found: readonly string[]): boolean {
  return family.startsWith("GPL-") && [...declared].some((said) => said.startsWith("LGPL-")) && found.some((id) => id.startsWith("LGPL-"));
}

function rank(atom: string): number {
  return RISING.indexOf(knowledgeOf(atom).strength);
}
