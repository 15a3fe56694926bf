// What waits for somebody, each in a line with the page where it is done: cases, findings of their teams, reviews, acknowledgements, tasks.
import { parsePurl } from "#kit";
import { fill, formatDate, localText, todayWords, wordFor, wordsOf } from "#look";
import type { CaseLine, Kinds, Line, TodayFacts } from "./types.ts";

export function waitingLines(facts: TodayFacts, kinds: Kinds): readonly Line[] {
  return [
    ...setUp(facts),
    ...facts.waiting.map((one) => waitingCase(one, facts, kinds)),
    ...findings(facts),
    ...reviews(facts),
    ...waivers(facts),
    ...acknowledgements(facts),
    ...facts.tasks.map(({ text, subject }): Line => ({ state: "review", text, detail: subject, address: "/administration" })),
  ];
}

/** `lodash 4.17.21 · Use · late since 2 November`. */
export function caseLine(one: CaseLine, { now, language }: TodayFacts, kinds: Kinds): Line {
  const words = todayWords[language];
  const late = one.dueAt !== undefined && one.dueAt < now;
  const due =
    one.dueAt === undefined || one.outcome !== undefined
      ? undefined
      : fill(late ? words.due.late : words.due.by, { when: formatDate(one.dueAt, language) }, language);
  const kind = localText(kinds.get(one.kind)?.title, language) ?? one.kind;
  return {
    state: late ? "deny" : "review",
    text: titleOf(one),
    detail: [kind, due].filter((part) => part !== undefined).join(" · "),
    address: `/requests/${one.id}`,
  };
}

/** What a package URL names, as people say it: `@scope/name 1.2.3`; any other title as it is. */
export function titleOf({ title }: CaseLine): string {
  const purl = title.startsWith("pkg:") ? parsePurl(title) : undefined;
  if (!purl) return title;
  const { namespace, name, version } = purl;
  return [namespace === undefined ? name : `${namespace}/${name}`, version].filter((part) => part !== undefined).join(" ");
}

/** What is to be done with it, where that is no decision. */
function waitingCase(one: CaseLine, facts: TodayFacts, kinds: Kinds): Line {
  const { detail = "", ...line } = caseLine(one, facts, kinds);
  const { waits } = todayWords[facts.language];
  const what = one.phase === "draft" ? waits.draft : one.phase === "waiting" ? waits.answer : undefined;
  return { ...line, detail: [detail, what].filter((part) => part !== undefined).join(" · ") };
}

export function requestLine(one: CaseLine, facts: TodayFacts, kinds: Kinds): Line {
  const words = todayWords[facts.language];
  const { text, detail, address } = caseLine(one, facts, kinds);
  const said = outcomeWord(one, facts, kinds) ?? wordFor(words.phases, one.phase);
  const state = one.outcome === "approved" ? "allow" : one.outcome === "rejected" ? "deny" : one.phase === "waiting" ? "review" : "unknown";
  return { state, text, detail: `${said} · ${detail ?? ""}`, ...(address === undefined ? {} : { address }) };
}

export function outcomeWord({ kind, outcome }: CaseLine, { language }: TodayFacts, kinds: Kinds): string | undefined {
  if (outcome !== "approved" && outcome !== "rejected") return undefined;
  return localText(kinds.get(kind)?.words?.[outcome], language) ?? todayWords[language].phases[outcome];
}

function setUp({ is, borrowed, scanned, language }: TodayFacts): Line[] {
  if (!is.has("lead")) return [];
  const words = todayWords[language].waits;
  return [
    ...(borrowed ? [{ state: "review", text: words.noProgram, address: "/first-run" } as const] : []),
    ...(scanned ? [] : [{ state: "review", text: words.noScan, address: "/first-run" } as const]),
  ];
}

function findings({ owned, language, program }: TodayFacts): Line[] {
  const words = todayWords[language].waits;
  const owners = [...new Set(owned.map(({ owner }) => owner))];
  return owners.flatMap((owner): Line[] => {
    const of = (outcome: string) =>
      owned.filter((one) => one.owner === owner && one.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
    const [deny, review] = [of("deny"), of("review")];
    if (deny + review === 0) return [];
    const team = localText(program.organization.teams.find(({ id }) => id === owner)?.name, language) ?? owner;
    const text = fill(deny > 0 ? words.findings : words.findingsReview, { count: deny + review, deny, review, team }, language);
    return [{ state: deny > 0 ? "deny" : "review", text, address: `/findings?owner=${encodeURIComponent(owner)}` }];
  });
}

/** Documents whose review is overdue: of one's own, for the office of all. */
function reviews({ program, now, teams, me, is, language }: TodayFacts): Line[] {
  const words = todayWords[language].waits;
  const mine = (owner: string | undefined) => is.has("lead") || (owner !== undefined && (owner === me || teams.includes(owner)));
  const late = (review: string | undefined): review is string => review !== undefined && review < now.slice(0, 10);
  const line = (what: string, review: string, address: string): Line => ({
    state: "review",
    text: fill(words.reviewDue, { what, date: formatDate(review, language) }, language),
    address,
  });
  const { strategy, policies } = program;
  return [
    ...(strategy && late(strategy.review) && mine(strategy.owner) ? [line(words.strategy, strategy.review, "/program")] : []),
    ...policies.flatMap(({ area, owner, review }) =>
      late(review) && mine(owner) ? [line(wordFor(wordsOf(language).area, area), review, `/program/policies/${area}`)] : [],
    ),
  ];
}

const MONTH = 30 * 86_400_000;

function waivers({ program, now, teams, me, language }: TodayFacts): Line[] {
  const words = todayWords[language].waits;
  const limit = new Date(Date.parse(now) + MONTH).toISOString().slice(0, 10);
  return program.licenses.waivers
    .filter(({ owner, expires }) => (owner === me || teams.includes(owner)) && expires <= limit)
    .map(({ rule, expires }) => ({
      state: "review",
      text: fill(words.waiver, { rule, date: formatDate(expires, language) }, language),
      address: `/program?why=rule:${encodeURIComponent(rule)}`,
    }));
}

function acknowledgements({ program, me, teams, language }: TodayFacts): Line[] {
  if (teams.length === 0) return [];
  const said = new Set(program.records.flatMap(({ kind, by, subject }) => (kind === "acknowledgement" && by === me ? [subject] : [])));
  const open = program.policies.filter(
    ({ state, area }) => (state === "in-force" || state === "review-due") && !said.has(`policy:${area}`),
  );
  if (open.length === 0) return [];
  return [
    { state: "warn", text: fill(todayWords[language].waits.acknowledge, { count: open.length }, language), address: "/program/policies" },
  ];
}
