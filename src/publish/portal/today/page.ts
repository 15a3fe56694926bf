// The start page: the answer first, then what waits, what was asked, what changed, how we are doing.
import { fill, formatDate, localText, todayWords } from "#look";
import { blocksFor } from "./blocks.ts";
import { doingNow } from "./doing.ts";
import { executiveView, type ExecutiveView } from "./executive.ts";
import type { Block, Doing, Kinds, Line, TodayFacts } from "./types.ts";
import { outcomeWord, requestLine, titleOf, waitingLines } from "./waiting.ts";

export interface TodayPage {
  readonly answer: string;
  /** Whether the office is still to be set up, by whoever asks. */
  readonly firstRun: boolean;
  readonly waiting: readonly Line[];
  readonly requests: readonly Line[];
  readonly blocks: readonly Block[];
  readonly changed: { readonly since: string; readonly lines: readonly Line[] };
  readonly doing: readonly Doing[];
  readonly executive?: ExecutiveView & { readonly period: string; readonly case?: NonNullable<TodayFacts["ask"]> };
}

export function todayPage(facts: TodayFacts): TodayPage {
  const { language, program, is, now, ask } = facts;
  const words = todayWords[language];
  const kinds: Kinds = new Map((program.cases ?? []).map((kind) => [kind.kind, kind]));
  const waiting = waitingLines(facts, kinds);
  const quarter = { quarter: Math.ceil(Number(now.slice(5, 7)) / 3), year: now.slice(0, 4) };
  return {
    answer: answerOf(facts, waiting.length),
    firstRun: is.has("lead") && facts.borrowed && !facts.scanned,
    waiting,
    requests: facts.requests.map((one) => requestLine(one, facts, kinds)),
    blocks: blocksFor(facts, kinds),
    changed: { since: fill(words.changed.since, { when: formatDate(facts.since, language) }, language), lines: changes(facts, kinds) },
    doing: doingNow(facts),
    ...(is.has("executive")
      ? { executive: { ...executiveView(facts), period: fill(words.ask.quarter, quarter, language), ...(ask ? { case: ask } : {}) } }
      : {}),
  };
}

function answerOf({ is, products, program, language, scanned }: TodayFacts, count: number): string {
  const words = todayWords[language].head;
  if (is.has("executive")) return fill(words.executive, { organization: program.organization.name }, language);
  const [stopped] = products.filter(({ deny }) => deny > 0).toSorted((a, b) => b.deny - a.deny);
  if (stopped) {
    const product = localText(program.organization.products.find(({ id }) => id === stopped.id)?.name, language) ?? stopped.id;
    return fill(words.stopped, { product, count: stopped.deny }, language);
  }
  const held = products.find(({ duties, unknown }) => duties + unknown > 0);
  if (held) {
    const product = localText(program.organization.products.find(({ id }) => id === held.id)?.name, language) ?? held.id;
    return fill(words.held, { product, duties: held.duties, unknown: held.unknown }, language);
  }
  if (products.length > 0 && scanned) return count === 0 ? words.ship : fill(words.shipFirst, { count }, language);
  return count === 0 ? words.nothing : fill(words.waits, { count }, language);
}

function changes(facts: TodayFacts, kinds: Kinds): Line[] {
  const { fresh, decided, programs, language } = facts;
  const words = todayWords[language].changed;
  const of = (...outcomes: readonly string[]) =>
    fresh.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
  const count = of("deny", "review", "warn");
  const deny = of("deny");
  return [
    ...(count > 0
      ? [{ state: deny > 0 ? "deny" : "review", text: fill(words.findings, { count, deny }, language), address: "/findings" } as const]
      : []),
    ...decided.map(
      (one): Line => ({
        state: one.outcome === "approved" ? "allow" : "deny",
        text: fill(words.decision, { title: titleOf(one), outcome: outcomeWord(one, facts, kinds) ?? "" }, language),
        address: `/requests/${one.id}`,
      }),
    ),
    ...programs.map(
      ({ at, why }): Line => ({
        state: "none",
        text: words.program,
        detail: [formatDate(at, language), why].filter((part) => part !== undefined).join(" · "),
        address: "/program/policies",
      }),
    ),
  ];
}
