// Licences in words that need no lawyer: kinds by what they ask, and of one licence what it asks, when, and how sure that is.
import { knowledgeOf, obligationsOf, type ObligationKind, type LicenseUsage, type Trigger } from "#facts";
import { atomsOf, formatAtom, parseExpression, type Strength } from "#kit";
import { type Language, obligationWords, wordFor, wordsOf } from "#look";
import { type LicenseLookup, shippedFacts, withCategories } from "#policy";
import type { Program } from "#program";
import { strengthOf, strengthOrder } from "#scan";

export type LicenseKindName = (typeof strengthOrder)[number];

export interface CountedLicense {
  /** Absent: nobody knows. */
  readonly license?: string;
  readonly versions: number;
  readonly uses: number;
}

export interface LicenseKindLine {
  readonly kind: LicenseKindName;
  readonly text: string;
  readonly versions: number;
  readonly licenses: readonly CountedLicense[];
}

export interface LicenseTerm {
  readonly kind: ObligationKind;
  readonly text: string;
  readonly trigger: Trigger;
  readonly source: string;
  readonly confidence: number;
  readonly standing: boolean;
}

export interface LicensePage {
  readonly license: string;
  readonly kind: LicenseKindName;
  readonly kindText: string;
  /** Each licence that the expression names. */
  readonly atoms: readonly LicenseAtomPage[];
}

export interface LicenseAtomPage {
  readonly id: string;
  readonly name: string;
  readonly kind: LicenseKindName;
  readonly kindText: string;
  /** Where this organisation puts it, where that is another kind than what everybody says. */
  readonly ownKindText?: string;
  readonly osiApproved: boolean;
  readonly deprecated: boolean;
  readonly properties: readonly string[];
  readonly terms: readonly LicenseTerm[];
  readonly confidence: number;
}

export function licenseKindsOf(licenses: readonly CountedLicense[], program: Program, language: Language): readonly LicenseKindLine[] {
  const lookup = lookupOf(program);
  const groups = Map.groupBy(licenses, ({ license }) => (license === undefined ? "unknown" : strengthOf(license, lookup)));
  return strengthOrder.flatMap((kind): LicenseKindLine[] => {
    const list = groups.get(kind);
    if (!list) return [];
    return [{ kind, text: kindText(kind, language), versions: list.reduce((sum, { versions }) => sum + versions, 0), licenses: list }];
  });
}

function lookupOf({ licenses }: Pick<Program, "licenses">): LicenseLookup {
  return withCategories(licenses.categories, shippedFacts);
}

function kindText(kind: string, language: Language): string {
  return wordFor(wordsOf(language).strength, kind);
}

/** Undefined where the text is no licence expression. */
export function licensePage(license: string, program: Program, language: Language): LicensePage | undefined {
  const expression = parseExpression(license);
  if (!expression) return undefined;
  const lookup = lookupOf(program);
  const kind = strengthOf(license, lookup);
  const atoms = [...new Set(atomsOf(expression).map(formatAtom))].map((atom) => atomPage(atom, lookup, language));
  return { license, kind, kindText: kindText(kind, language), atoms };
}

function atomPage(atom: string, lookup: LicenseLookup, language: Language): LicenseAtomPage {
  const known = knowledgeOf(atom);
  const own = (lookup(atom)?.["strength"] ?? known.strength) as Strength;
  return {
    id: known.id,
    name: known.name,
    kind: known.strength as LicenseKindName,
    kindText: kindText(known.strength, language),
    ...(own === known.strength ? {} : { ownKindText: kindText(own, language) }),
    osiApproved: known.osiApproved,
    deprecated: known.deprecated,
    properties: known.properties,
    terms: termsOf(atom, language),
    confidence: known.confidence,
  };
}

const USUAL: LicenseUsage = { distribution: "internal", scope: "production", place: "product", modified: false, linkage: "dynamic" };
/** Uses from the mildest to the one that asks most: a duty is told with the first that asks for it. */
const USES: readonly LicenseUsage[] = [
  USUAL,
  { ...USUAL, distribution: "hosted" },
  { ...USUAL, distribution: "distributed" },
  { ...USUAL, distribution: "distributed", linkage: "static" },
  { ...USUAL, distribution: "embedded" },
  { ...USUAL, distribution: "hosted", modified: true },
  { ...USUAL, distribution: "distributed", modified: true },
];

/** What a licence asks in any use, what is to be handed over first. */
function termsOf(atom: string, language: Language): readonly LicenseTerm[] {
  const terms = new Map<ObligationKind, LicenseTerm>();
  for (const usage of USES) {
    for (const { kind, trigger, source, confidence, standing } of obligationsOf(atom, usage) ?? []) {
      if (!terms.has(kind))
        terms.set(kind, { kind, text: wordFor(obligationWords(language).obligation, kind), trigger, source, confidence, standing });
    }
  }
  return [...terms.values()].sort((a, b) => Number(a.standing) - Number(b.standing));
}
