// May I use it? The answer in sentences: yes or no and where, what its licence asks, what is known against it, who uses it already.
import { fill, frontDoorWords, type Language, localText } from "#look";
import type { Finding } from "#policy";
import type { Program } from "#program";
import type { Answer } from "#scan";

export interface UseAnswered {
  readonly state: "allow" | "warn" | "review" | "deny" | "unknown";
  readonly sentence: string;
  /** What it rests on, each a sentence. */
  readonly facts: readonly string[];
  /** Rules that speak against it, or ask for somebody. */
  readonly because: readonly { readonly id: string; readonly text: string; readonly remedy?: string }[];
}

export interface UseKnown {
  readonly answer: Answer;
  readonly program: Program;
  /** `fast-check 4.10.2` */
  readonly what: string;
  readonly product?: string;
  /** Products in which it is used, of those that one sees. */
  readonly products: number;
  /** Known vulnerabilities of this version that count; undefined where nobody looked. */
  readonly vulnerabilities?: number;
}

const REASONS = 2;

export function useAnswer(known: UseKnown, language: Language): UseAnswered {
  const { answer, program } = known;
  const words = frontDoorWords[language];
  const state = answer.outcome;
  return {
    state,
    sentence: fill(words.use[state], { what: known.what, where: whereText(known, language) }, language),
    facts: [licenceText(answer, language), vulnerableText(known, language), usedText(known, language)],
    because: state === "allow" ? [] : reasons(answer.findings, state, program, language),
  };
}

function whereText({ answer, product, program }: UseKnown, language: Language): string {
  const words = frontDoorWords[language].where;
  const names = new Map(program.organization.products.map(({ id, name }) => [id, localText(name, language) ?? id]));
  if (product !== undefined) return fill(words.product, { names: names.get(product) ?? product }, language);
  if (answer.outcome === "allow" || answer.outcome === "warn") return words.every;
  const where = [
    ...new Set(answer.findings.flatMap(({ outcome, subject }) => (outcome === answer.outcome && subject.product ? [subject.product] : []))),
  ];
  if (where.length === 0 || where.length === names.size) return words.every;
  return fill(words.product, { names: where.map((id) => names.get(id) ?? id).join(", ") }, language);
}

const DUTIES: Readonly<Record<string, "notice" | "source" | "share" | "other">> = {
  attribution: "notice",
  "license-text": "notice",
  "notice-file": "notice",
  acknowledgment: "notice",
  "attribution-display": "notice",
  source: "source",
  "network-source": "source",
  relinking: "source",
  "installation-information": "source",
  "same-license": "share",
  advertising: "other",
  contract: "other",
  "patch-distribution": "other",
  rename: "other",
};

function licenceText({ license, obligations = [] }: Answer, language: Language): string {
  const words = frontDoorWords[language];
  if (license === undefined || /^(?:NOASSERTION|NONE)$/.test(license)) return words.noLicence;
  const kinds = new Set(obligations.flatMap(({ kind, state }) => (state === "not-applicable" ? [] : (DUTIES[kind] ?? []))));
  const duties = (["notice", "source", "share", "other"] as const).filter((kind) => kinds.has(kind)).map((kind) => words.duties[kind]);
  const shown = license.length > 80 ? `${license.slice(0, 80)}…` : license;
  return fill(words.licence, { license: shown, duties: duties.length === 0 ? words.duties.none : duties.join(", ") }, language);
}

function vulnerableText({ vulnerabilities }: UseKnown, language: Language): string {
  const words = frontDoorWords[language].vulnerable;
  if (vulnerabilities === undefined) return words.unknown;
  return vulnerabilities === 0 ? words.none : fill(words.some, { count: vulnerabilities }, language);
}

function usedText({ answer, products }: UseKnown, language: Language): string {
  const words = frontDoorWords[language];
  if (products === 0) return words.notYet;
  const already = fill(words.already, { count: products }, language);
  return answer.seen === "component" ? `${already} ${words.otherVersion}` : already;
}

/** The rules that made the answer, each once, with what to do. */
function reasons(findings: readonly Finding[], state: string, { policies }: Program, language: Language): UseAnswered["because"] {
  const speaking = new Set(
    findings.filter(({ outcome, because }) => outcome === state || (state === "unknown" && because === "unknown")).map(({ rule }) => rule),
  );
  return policies
    .flatMap(({ rules }) => rules)
    .filter(({ id }) => speaking.has(id))
    .slice(0, REASONS)
    .map(({ id, statement, remedy }) => {
      const way = localText(remedy, language);
      return { id, text: localText(statement, language) ?? id, ...(way === undefined ? {} : { remedy: way }) };
    });
}
