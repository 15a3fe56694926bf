// The blocks of a start page, by what somebody is here. Whoever is several things has the blocks of each; what is most urgent comes first.
import { fill, formatDate, localText, todayWords, wordFor } from "#look";
import { chainBreaks } from "../../reports/chain-breaks.ts";
import { projectLines } from "../communities.ts";
import type { Block, Capacity, Line, TodayFacts } from "./types.ts";
import { caseLine } from "./waiting.ts";
import type { Kinds } from "./types.ts";

type Writer = (facts: TodayFacts, kinds: Kinds) => Block;

const writers: Readonly<Partial<Record<Capacity, Writer>>> = { owner, reviewer, security, procurement, community, lead, auditor };

export function blocksFor(facts: TodayFacts, kinds: Kinds): readonly Block[] {
  const all = Object.entries(writers).flatMap(([capacity, write]) => (facts.is.has(capacity as Capacity) ? [write(facts, kinds)] : []));
  return all.sort((a, b) => b.urgency - a.urgency);
}

function owner({ products, program, language }: TodayFacts): Block {
  const words = todayWords[language].products;
  const lines = products.map(({ id, deny, review, duties, unknown }): Line => {
    const name = localText(program.organization.products.find((one) => one.id === id)?.name, language) ?? id;
    const more = [
      ...(duties > 0 ? [fill(words.duties, { count: duties }, language)] : []),
      ...(unknown > 0 ? [fill(words.unknown, { count: unknown }, language)] : []),
      ...(review > 0 ? [fill(words.review, { count: review }, language)] : []),
    ].join("; ");
    const ship = duties + unknown > 0 ? words.notYet : review > 0 ? words.shipLooked : words.ship;
    return {
      state: deny > 0 ? "deny" : review + duties + unknown > 0 ? "review" : "allow",
      text: fill(deny > 0 ? words.stop : ship, { name, count: deny }, language),
      ...(more === "" ? {} : { detail: more }),
      address: `/inventory/products/${encodeURIComponent(id)}`,
    };
  });
  const stopped = products.some(({ deny }) => deny > 0);
  const address = "/inventory/products";
  return { id: "products", urgency: stopped ? 80 : 30, state: stopped ? "deny" : "allow", sentence: "", lines, address };
}

function reviewer(facts: TodayFacts, kinds: Kinds): Block {
  const { language, now } = facts;
  const words = todayWords[language].desk;
  // A draft of one's own waits for its writer, and a question back for whoever was asked: neither is a decision.
  const waiting = facts.waiting.filter(({ phase }) => phase === "review" || phase === "escalated");
  const late = waiting.some(({ dueAt }) => dueAt !== undefined && dueAt < now);
  return {
    id: "desk",
    urgency: late ? 95 : waiting.length > 0 ? 75 : 10,
    state: late ? "deny" : waiting.length > 0 ? "review" : "allow",
    sentence: waiting.length === 0 ? words.none : fill(words.some, { count: waiting.length }, language),
    lines: waiting.slice(0, 3).map((one) => caseLine(one, facts, kinds)),
    address: "/requests/desk",
  };
}

function security({ vulnerabilities, reports, language, now }: TodayFacts): Block {
  const words = todayWords[language].security;
  const clocks = reports.map(
    ({ id, title, dueAt = "" }): Line => ({
      state: dueAt < now ? "deny" : "review",
      text: fill(words.clock, { title, when: formatDate(dueAt === "" ? now : dueAt, language) }, language),
      address: `/requests/${id}`,
    }),
  );
  const none: Line = { state: "allow", text: words.noClock, address: "/requests?kind=report" };
  const lines = clocks.length === 0 ? [none] : clocks;
  const base = { id: "security", address: "/inventory/vulnerabilities" } as const;
  if (!vulnerabilities) return { ...base, urgency: clocks.length > 0 ? 90 : 40, state: "unknown", sentence: words.unknown, lines };
  const { open, exploited, severities } = vulnerabilities;
  const counts = Object.entries(severities).map(([severity, count]) =>
    fill(words.severity, { count, severity: wordFor(words.severities, severity) }, language),
  );
  const said = [...(exploited > 0 ? [fill(words.exploited, { count: exploited }, language)] : []), ...counts].join("; ");
  return {
    ...base,
    urgency: exploited > 0 || clocks.length > 0 ? 97 : open > 0 ? 70 : 20,
    state: exploited > 0 ? "deny" : open > 0 ? "review" : "allow",
    sentence: open === 0 ? words.none : fill(words.some, { count: open }, language),
    lines: [...(said === "" ? [] : [{ state: exploited > 0 ? "deny" : "review", text: said, address: base.address } as const]), ...lines],
  };
}

function procurement({ result, purchases, language }: TodayFacts): Block {
  const words = todayWords[language].supply;
  const gaps = result.suppliers
    .map(({ name, items }) => ({ name, count: items.reduce((sum, item) => sum + item.gaps.length, 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const lines: Line[] = gaps.slice(0, 4).map(({ name, count }) => ({
    state: "review",
    text: fill(words.line, { name, count }, language),
    address: "/inventory/suppliers",
  }));
  const waits = fill(words.cases, { count: purchases.length }, language);
  return {
    id: "supply",
    urgency: gaps.length > 0 || purchases.length > 0 ? 60 : 15,
    state: gaps.length > 0 ? "review" : result.suppliers.length === 0 ? "unknown" : "allow",
    sentence:
      gaps.length > 0 ? fill(words.some, { count: gaps.length }, language) : result.suppliers.length === 0 ? words.unknown : words.none,
    lines: [...lines, ...(purchases.length > 0 ? [{ state: "review", text: waits, address: "/requests?kind=procure" } as const] : [])],
    address: "/inventory/suppliers",
  };
}

function community({ result, contributions, language }: TodayFacts): Block {
  const words = todayWords[language].community;
  const projects = projectLines(result.repositories, result.communities);
  const published = projects.filter((one) => one.published).length;
  const open = projects
    .map(({ id, checks }) => ({ id, all: checks.all, open: checks.all - checks.passed }))
    .filter((one) => one.open > 0)
    .sort((a, b) => b.open - a.open);
  const below = result.upstreams.projects.filter((one) => one.below === true).length;
  const lines: Line[] = [
    ...(contributions.length > 0
      ? [
          {
            state: "review",
            text: fill(words.contributions, { count: contributions.length }, language),
            address: "/requests?kind=contribute",
          } as const,
        ]
      : []),
    ...(below > 0
      ? [{ state: "review", text: fill(words.below, { count: below }, language), address: "/communities/upstreams" } as const]
      : []),
    ...open.slice(0, 3).map(
      (one): Line => ({
        state: "warn",
        text: fill(words.checks, { name: one.id, open: one.open, all: one.all }, language),
        address: `/communities/project?id=${encodeURIComponent(one.id)}`,
      }),
    ),
  ];
  return {
    id: "community",
    urgency: contributions.length > 0 ? 65 : 25,
    state: projects.length === 0 ? "unknown" : lines.length > 0 ? "review" : "allow",
    sentence: projects.length === 0 ? words.none : fill(words.some, { count: projects.length, published }, language),
    lines,
    address: "/communities",
  };
}

function lead({ flow, orphans, program, language }: TodayFacts): Block {
  const all = todayWords[language];
  const words = all.office;
  const breaks = chainBreaks(program).length;
  const overdue = flow?.overdue ?? 0;
  const decided =
    flow?.medianHours === undefined
      ? words.noDecisions
      : fill(words.decided, { hours: span(flow.medianHours, all, language), count: flow.decided }, language);
  const keys = [
    fill(words.asked, { count: flow?.opened ?? 0 }, language),
    decided,
    ...(flow && flow.overturned > 0 ? [fill(words.overturned, { count: flow.overturned }, language)] : []),
  ].join("; ");
  const lines: Line[] = [
    { state: overdue > 0 ? "deny" : "allow", text: keys, address: "/requests" },
    ...(orphans > 0
      ? [{ state: "review", text: fill(words.orphans, { count: orphans }, language), address: "/communities/registers" } as const]
      : []),
    ...(breaks > 0 ? [{ state: "review", text: fill(words.breaks, { count: breaks }, language), address: "/program/map" } as const] : []),
  ];
  return {
    id: "office",
    urgency: overdue > 0 ? 90 : 35,
    state: overdue > 0 ? "deny" : orphans + breaks > 0 ? "review" : "allow",
    sentence: overdue > 0 ? fill(words.late, { count: overdue }, language) : words.fine,
    lines,
    address: "/administration",
  };
}

function span(hours: number, words: (typeof todayWords)["en"], language: TodayFacts["language"]): string {
  if (hours < 48) return fill(words.hours, { count: Math.max(1, Math.round(hours)) }, language);
  return fill(words.days, { count: Math.round(hours / 24) }, language);
}

function auditor({ record, affirmed, language }: TodayFacts): Block {
  const words = todayWords[language].audit;
  const lines = affirmed.map(({ name, until, holds }): Line => {
    if (holds === undefined) return { state: "unknown", text: fill(words.never, { name }, language), address: "/program/office" };
    const date = until === undefined ? "" : formatDate(until, language);
    const text = holds ? words.affirmed : words.lapsed;
    return { state: holds ? "allow" : "deny", text: fill(text, { name, date }, language), address: "/program/office" };
  });
  const count = record?.lines ?? 0;
  const sealed = record?.checkpoint;
  return {
    id: "audit",
    urgency: 85,
    state: sealed ? "allow" : "unknown",
    sentence: sealed
      ? fill(words.fine, { count, sequence: sealed.sequence, when: formatDate(sealed.at, language) }, language)
      : fill(words.open, { count }, language),
    lines,
    address: "/record",
  };
}
