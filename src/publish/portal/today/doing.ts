// How we are doing: delivery, compliance, communities, strategy, each a sentence with its trend and a way in.
import { fill, localText, todayWords } from "#look";
import type { DeliveryEntry } from "#measures";
import { overallText, subjectName } from "../../delivery/figures.ts";
import { objectivesOf } from "../../reports/snapshot.ts";
import type { Doing, TodayFacts } from "./types.ts";

export function doingNow(facts: TodayFacts): readonly Doing[] {
  return [delivery(facts), compliance(facts), communities(facts), strategy(facts)];
}

const LEVELS = ["low", "medium", "high", "elite"];
const STATE_OF = { elite: "allow", high: "allow", medium: "review", low: "deny" } as const;

/** The product that delivers worst, for it is where something can be done. */
function delivery({ result, program, past, products, language }: TodayFacts): Doing {
  const words = todayWords[language].doing;
  const base = { id: "delivery", address: "/delivery" } as const;
  const mine = new Set(products.map(({ id }) => `product:${id}`));
  const known = result.deliveries.filter(({ overall }) => overall !== null);
  const own = known.filter(({ subject }) => mine.has(subject));
  const worst = (own.length > 0 ? own : known).toSorted((a, b) => rank(a) - rank(b))[0];
  if (!worst?.overall) return { ...base, state: "unknown", sentence: words.deliveryUnknown };
  const id = subjectName(worst.subject);
  const name = localText(program.organization.products.find((one) => one.id === id)?.name, language) ?? id;
  const values = past.flatMap(({ entries }) =>
    entries.filter(({ subject, overall }) => subject === worst.subject && overall !== null).map((one) => rank(one) + 1),
  );
  return {
    ...base,
    state: STATE_OF[worst.overall],
    sentence: fill(words.deliveryLine, { name, overall: overallText(worst, language) }, language),
    ...trendOf(values, words.trendDelivery),
  };
}

function rank({ overall }: DeliveryEntry): number {
  return LEVELS.indexOf(overall ?? "");
}

function compliance({ open, denied, scanned, language }: TodayFacts): Doing {
  const words = todayWords[language].doing;
  const of = (outcome: string) => open.filter((one) => one.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  const [deny, review] = [of("deny"), of("review")];
  const sentence = scanned
    ? deny + review === 0
      ? words.complianceFine
      : fill(words.complianceOpen, { deny, review }, language)
    : words.complianceUnknown;
  return {
    id: "compliance",
    address: "/findings",
    state: scanned ? (deny > 0 ? "deny" : review > 0 ? "review" : "allow") : "unknown",
    sentence,
    ...trendOf(denied ?? [], words.trend),
  };
}

function communities({ result, scanned, language }: TodayFacts): Doing {
  const words = todayWords[language].doing;
  const projects = result.repositories.filter(({ kind }) => kind !== "sbom").length;
  const all = result.upstreams.projects.length;
  const below = result.upstreams.projects.filter((one) => one.below === true).length;
  const sums = result.communities.map(({ activity }) => activity.parts);
  const values = (sums[0] ?? []).map((_, at) => sums.reduce((sum, parts) => sum + (parts[at] ?? 0), 0));
  return {
    id: "communities",
    address: "/communities",
    state: scanned ? (below > 0 ? "review" : "allow") : "unknown",
    sentence: scanned
      ? fill(below > 0 ? words.communitiesLine : words.communitiesFine, { projects, below, all }, language)
      : words.complianceUnknown,
    ...trendOf(values, words.trendActivity),
  };
}

function strategy({ result, program, language }: TodayFacts): Doing {
  const words = todayWords[language].doing;
  if (!program.strategy) return { id: "strategy", address: "/program", state: "unknown", sentence: words.strategyNone };
  const states = objectivesOf(result).map(({ state }) => state);
  const onTrack = states.filter((state) => state === "met" || state === "on-track").length;
  const behind = states.filter((state) => state === "behind").length;
  const measured = onTrack + behind;
  return {
    id: "strategy",
    address: "/program",
    state: behind > 0 ? "review" : measured > 0 ? "allow" : "unknown",
    sentence: fill(words.strategyLine, { onTrack, measured, unknown: states.length - measured }, language),
  };
}

function trendOf(values: readonly number[], label: string): Pick<Doing, "trend"> {
  if (values.length < 2 || values.every((value) => value === 0)) return {};
  return { trend: { values, label, text: `${label}: ${values.join(", ")}` } };
}
