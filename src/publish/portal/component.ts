// One component as a page: may we use it in each product, why, what it asks there, and how sure we are of its licence.
import { type Language, localText, obligationWords, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import { type Outcome, outcomes, type Program } from "#program";
import type { Answer, Obligation, ResultComponent } from "#scan";

export interface ReasonLine {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly statement: string;
  readonly remedy?: string;
  readonly because: string;
  /** An exception covers it until this day. */
  readonly exceptedUntil?: string;
}

export interface DutyLine {
  readonly kind: string;
  readonly text: string;
  readonly license: string;
  readonly source: string;
  readonly state: string;
  readonly stateText: string;
  readonly evidence?: string;
}

export interface ProductAnswer {
  readonly product: string;
  readonly name: string;
  /** `unknown`: no rule says anything. */
  readonly outcome: Outcome | "unknown";
  /** Whether it is used there already. */
  readonly used: boolean;
  readonly reasons: readonly ReasonLine[];
  readonly duties: readonly DutyLine[];
}

/** Products that somebody sees: those that use it first, in each the worst reason first. */
export function answersByProduct(
  answer: Answer,
  program: Program,
  used: ReadonlySet<string>,
  language: Language,
): readonly ProductAnswer[] {
  const findings = Map.groupBy(answer.findings, ({ subject }) => subject.product);
  const duties = Map.groupBy(answer.obligations ?? [], ({ product }) => product);
  return program.organization.products
    .map(({ id, name }): ProductAnswer => {
      const own = (findings.get(id) ?? []).filter(({ mode }) => mode === "enforce");
      return {
        product: id,
        name: localText(name, language) ?? id,
        outcome: worstOf(own),
        used: used.has(id),
        reasons: reasonsIn(own, program, language),
        duties: (duties.get(id) ?? []).map((duty) => dutyLine(duty, language)),
      };
    })
    .toSorted((a, b) => Number(b.used) - Number(a.used));
}

function worstOf(findings: readonly Finding[]): Outcome | "unknown" {
  const said = findings.map(({ outcome, waiver }) => (waiver && !waiver.expired ? "allow" : outcome));
  return outcomes.findLast((outcome) => said.includes(outcome)) ?? "unknown";
}

/** Deliverables of a product often hear the same: said once. */
function reasonsIn(findings: readonly Finding[], program: Program, language: Language): ReasonLine[] {
  const rules = new Map(program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
  const once = new Map(findings.map((finding) => [`${finding.rule} ${finding.outcome} ${finding.because}`, finding]));
  return [...once.values()]
    .toSorted((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome))
    .map(({ rule: id, outcome, because, waiver }) => {
      const rule = rules.get(id);
      const remedy = localText(rule?.remedy, language);
      return {
        rule: id,
        outcome,
        statement: localText(rule?.statement, language) ?? wordsOf(language).explain.default,
        ...(remedy === undefined ? {} : { remedy }),
        because: wordFor(wordsOf(language).because, because),
        ...(waiver && !waiver.expired ? { exceptedUntil: waiver.expires } : {}),
      };
    });
}

function dutyLine({ kind, license, source, state, evidence }: Obligation, language: Language): DutyLine {
  const words = obligationWords(language);
  return {
    kind,
    text: wordFor(words.obligation, kind),
    license,
    source,
    state,
    stateText: wordFor(words.states, state),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** A duty of the inventory in words. */
export function dutyWords({ kind, state }: { readonly kind: string; readonly state: string }, language: Language) {
  const words = obligationWords(language);
  return { text: wordFor(words.obligation, kind), stateText: wordFor(words.states, state) };
}

export interface LicenseTrust {
  readonly license?: string;
  readonly notion: ResultComponent["notion"];
  readonly notionText: string;
  /** Who says so, in words. */
  readonly from?: string;
  /** What files declare, word for word. */
  readonly declared: readonly { readonly text: string; readonly from: string }[];
  readonly declaredLicense?: string;
  readonly detected?: {
    readonly expression?: string;
    readonly confidence: number;
    readonly files: readonly { readonly path: string; readonly expression?: string }[];
  };
  readonly concluded?: string;
  readonly differs: boolean;
}

const MOST_FILES = 20;
const MOST_DECLARED = 10;
/** A field of a manifest may hold a book. */
const LONGEST = 2000;

export function licenseTrust(component: ResultComponent, language: Language): LicenseTrust {
  const { license, notion, licenseFrom, declaredLicense, declared, detected, licenseDiffers } = component;
  const words = wordsOf(language);
  const declaredAs = declaredLicense ?? (notion === "declared" ? license : undefined);
  return {
    ...(license === undefined ? {} : { license }),
    notion,
    notionText: wordFor(words.notion, notion),
    ...(licenseFrom === undefined ? {} : { from: wordFor(words.source, licenseFrom) }),
    declared: declared.slice(0, MOST_DECLARED).map(({ text, from }) => ({ text: cut(text), from: wordFor(words.source, from) })),
    ...(declaredAs === undefined ? {} : { declaredLicense: declaredAs }),
    ...(detected
      ? {
          detected: {
            confidence: detected.confidence,
            ...(detected.expression === undefined ? {} : { expression: detected.expression }),
            files: detected.files.slice(0, MOST_FILES),
          },
        }
      : {}),
    ...(notion === "concluded" && license !== undefined ? { concluded: license } : {}),
    differs: licenseDiffers === true,
  };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`;
}
