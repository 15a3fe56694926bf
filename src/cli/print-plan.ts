// What another program would change, for people: how much first, then by which rule, then examples.
import { printable } from "#kit";
import { fill, type Language, wordFor, wordsOf } from "#look";
import { cliWords } from "./words.ts";

interface Change {
  readonly count: number;
  readonly examples: readonly {
    readonly rule: string;
    readonly label: string;
    readonly product?: string;
    readonly outcome: string;
    readonly before?: string;
  }[];
}

/** As the server answers it. */
export interface ToldPlan {
  readonly uses: {
    readonly judged: number;
    readonly changed: number;
    readonly from: readonly { readonly before: string; readonly after: string; readonly count: number }[];
  };
  readonly findings: { readonly added: Change; readonly removed: Change; readonly changed: Change; readonly unchanged: number };
  readonly rules: readonly { readonly rule: string; readonly added: number; readonly removed: number; readonly changed: number }[];
}

const MOST_EXAMPLES = 10;

export function printPlan({ uses, findings, rules }: ToldPlan, language: Language): string {
  const words = cliWords(language).plan;
  const { outcome } = wordsOf(language);
  const { added, removed, changed, unchanged } = findings;
  const counts = { added: added.count, removed: removed.count, changed: changed.count, unchanged };
  const lines = [
    fill(words.uses, { judged: uses.judged, changed: uses.changed }, language),
    ...uses.from.map(({ before, after, count }) => `    ${wordFor(outcome, before)} → ${wordFor(outcome, after)}: ${count}`),
    fill(words.findings, counts, language),
    ...rules.map((rule) => `    ${rule.rule}: ${fill(words.rule, { ...rule }, language)}`),
    ...examples(words.added, added, language),
    ...examples(words.changed, changed, language),
    ...examples(words.removed, removed, language),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

function examples(title: string, { count, examples: some }: Change, language: Language): string[] {
  if (some.length === 0) return [];
  const { outcome } = wordsOf(language);
  const told = some.slice(0, MOST_EXAMPLES).map(({ rule, label, product, outcome: is, before }) => {
    const where = product === undefined ? "" : ` [${product}]`;
    const was = before === undefined ? "" : `${wordFor(outcome, before)} → `;
    return `    ${label}${where}: ${was}${wordFor(outcome, is)}  (${rule})`;
  });
  return [`${title}:`, ...told, ...(count > told.length ? [`    … ${count - told.length}`] : [])];
}
