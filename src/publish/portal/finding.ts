// One finding as a page: what the policy says, what the rule read, what is not known, what to do, in the reader's language.
import { type FactValue, factDefinition } from "#facts";
import { fill, formatDate, type Language, localText, visible, wordFor, wordsOf } from "#look";
import type { Finding, LicenseBranch } from "#policy";
import type { Program, Rule } from "#program";
import { valueText } from "../html/data/values.ts";
import { placeText } from "../shared/places.ts";
import { laneWord, remedyOf, ruleSentence, rulesOf, ruleStatement } from "../shared/rules.ts";
import { openStateOf } from "../shared/states.ts";

/** A finding with what it rests on, from wherever it is kept. */
export type FindingSource = Pick<
  Finding,
  | "rule"
  | "area"
  | "outcome"
  | "because"
  | "facts"
  | "unknown"
  | "license"
  | "assurance"
  | "serves"
  | "position"
  | "evidence"
  | "waiver"
  | "lane"
  | "due"
> & { readonly kind: Finding["subject"]["kind"]; readonly repository?: string };

export interface FindingPage {
  /** As a colour and a shape. */
  readonly mark: "deny" | "review" | "unknown" | "warn" | "allow";
  readonly subjectKind: string;
  readonly policy: { readonly area: string; readonly statement: string; readonly place: string; readonly decides?: string };
  readonly because: string;
  readonly assurance: string;
  readonly remedy?: string;
  readonly lane?: string;
  readonly facts: readonly { readonly name: string; readonly means?: string; readonly value?: string; readonly from?: string }[];
  readonly unknown: readonly { readonly fact: string; readonly reason: string }[];
  /** The expression first, then sentences about it. */
  readonly license: readonly string[];
  readonly places: readonly { readonly place: string; readonly note?: string }[];
  readonly serves: readonly { readonly id: string; readonly title: string }[];
  readonly waiver?: string;
  readonly due?: string;
  /** What writes the missing file: a patch to review. */
  readonly fix?: { readonly file: string; readonly command: string };
}

const MOST_PLACES = 50;

export function findingPage(finding: FindingSource, program: Program, language: Language): FindingPage {
  const words = wordsOf(language);
  const rule = rulesOf(program).get(finding.rule);
  const remedy = remedyOf(rule, language);
  const fix = fixOf(finding);
  return {
    mark: finding.outcome === "allow" ? "allow" : openStateOf(finding),
    subjectKind: words.subject[finding.kind],
    policy: policyOf(finding, rule, language),
    because: wordFor(words.because, finding.because),
    assurance: wordFor(words.assurance, finding.assurance),
    ...(remedy === undefined ? {} : { remedy }),
    ...(finding.lane === undefined ? {} : { lane: fill(words.explain.lane, { lane: laneWord(finding.lane, language) }, language) }),
    facts: finding.facts.map((fact) => factLine(fact, language)),
    unknown: (finding.unknown ?? []).map(({ fact, reason }) => ({ fact, reason: wordFor(words.reason, reason) })),
    license: finding.license ? licenseLines(finding.license, language) : [],
    places: finding.evidence
      .slice(0, MOST_PLACES)
      .map(({ note, ...place }) => ({ place: visible(placeText(place)), ...(note === undefined ? {} : { note: visible(note) }) })),
    serves: servesOf(finding, program, language),
    ...(finding.waiver ? { waiver: waiverText(finding.waiver, language) } : {}),
    ...(finding.due === undefined ? {} : { due: formatDate(finding.due, language) }),
    ...(fix ? { fix } : {}),
  };
}

/** What each rule says in a sentence, for lists of findings: also for what no rule of a policy says. */
export function ruleSentences(program: Program, language: Language): readonly { readonly id: string; readonly sentence: string }[] {
  const defaults = program.policies.map(({ area }) => `default:${area}`);
  const rules = rulesOf(program);
  return [...rules.keys(), ...defaults, "curation-changed"].map((id) => ({ id, sentence: ruleSentence(rules.get(id), id, language) }));
}

function policyOf(
  { rule: id, area, position, because, outcome }: FindingSource,
  rule: Rule | undefined,
  language: Language,
): FindingPage["policy"] {
  const { explain, area: areas, outcome: outcomes } = wordsOf(language);
  const name = wordFor(areas, area);
  const waits = because === "unknown" || because === "attestation";
  const decides = waits
    ? fill(explain.unknownCounts, { outcome: outcomes[outcome] }, language)
    : rule && fill(explain.decides, { outcome: outcomes[rule.decide] }, language);
  return {
    area: name,
    statement: ruleStatement(rule, id, language),
    place: fill(explain.ruleStands, { area: name, file: visible(position.file), line: position.line }, language),
    ...(decides === undefined ? {} : { decides }),
  };
}

function factLine({ name, value, from }: Finding["facts"][number], language: Language): FindingPage["facts"][number] {
  const means = factDefinition(name)?.means;
  return {
    name,
    ...(means === undefined ? {} : { means }),
    ...(value === undefined ? {} : { value: visible(valueText(name, value as FactValue, language)) }),
    ...(from === undefined ? {} : { from: visible(from) }),
  };
}

/** Whence it comes, the branch that was taken and why, what decided. */
function licenseLines({ expression, notion, chosen, chosenBecause, decisive }: LicenseBranch, language: Language): string[] {
  const { explain, notion: notions } = wordsOf(language);
  const atoms = decisive.join(", ");
  return [
    visible(expression),
    notions[notion],
    ...(chosen === undefined
      ? []
      : [fill(chosenBecause === "choice" ? explain.chosenOurs : explain.chosenBest, { chosen: visible(chosen) }, language)]),
    ...(atoms === "" || atoms === expression ? [] : [fill(explain.decisive, { atoms: visible(atoms) }, language)]),
  ];
}

function servesOf({ serves }: FindingSource, { strategy }: Program, language: Language): FindingPage["serves"] {
  const activities = new Map((strategy?.activities ?? []).map(({ id, title }) => [id, localText(title, language)]));
  return serves.activities.map((id) => ({ id: `activity:${id}`, title: visible(activities.get(id) ?? id) }));
}

function waiverText({ expires, owner, because, expired }: NonNullable<Finding["waiver"]>, language: Language): string {
  const { explain } = wordsOf(language);
  return fill(
    expired ? explain.waiverOver : explain.waiverUntil,
    { date: formatDate(expires, language), owner, because: visible(because) },
    language,
  );
}

/** Files that `allmend fix` writes, by the fact that says whether they are there. */
const FILES: Readonly<Record<string, string>> = {
  "repository.hasLicense": "LICENSE",
  "repository.hasCodeowners": "CODEOWNERS",
  "repository.hasContributing": "CONTRIBUTING.md",
  "repository.hasSecurityPolicy": "SECURITY.md",
  "repository.hasCodeOfConduct": "CODE_OF_CONDUCT.md",
  "repository.hasPubliccode": "publiccode.yml",
};

function fixOf({ kind, facts, repository }: FindingSource): FindingPage["fix"] {
  if (kind !== "repository" || repository === undefined) return undefined;
  const missing = facts.find(({ name, value }) => Object.hasOwn(FILES, name) && value === false);
  const file = missing && FILES[missing.name];
  return file === undefined ? undefined : { file, command: `allmend fix ${shellWord(repository)} --only ${file}` };
}

/** Names of repositories are from elsewhere: pasted into a shell they stay one word. */
function shellWord(text: string): string {
  return /^[\w./@-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
