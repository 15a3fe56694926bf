// Each topic answered once: by somebody on record, else by what a run sees; each item of a framework from its topics. A framework is affirmed as a whole, and that runs out.
import { after } from "#decisions";
import type { Framework, FrameworkItem, RecordEntry, Topic } from "#program";
import type { ScanResult } from "#scan";
import { type Evidence, looks } from "./evidence.ts";

/** `said`: somebody says so; `shown`: a run sees it; `refused`: somebody says that it is not so; `expired`: what was said ran out; `open`: nobody knows. */
export type TopicState = "said" | "shown" | "partly" | "not-shown" | "refused" | "expired" | "open";

export interface TopicAnswer {
  readonly topic: Topic;
  readonly state: TopicState;
  readonly evidence?: Evidence;
  /** Who said it, when, why, and until when it holds. */
  readonly said?: { readonly by?: string; readonly at: string; readonly because?: string; readonly until?: string };
}

export interface ItemAnswer {
  readonly item: FrameworkItem;
  readonly state: "met" | "partly" | "open";
  readonly topics: readonly TopicAnswer[];
}

export interface Affirmation {
  readonly at: string;
  readonly by?: string;
  /** First day on which it no longer holds. */
  readonly until?: string;
  readonly holds: boolean;
  readonly daysLeft?: number;
}

export interface FrameworkAnswer {
  readonly framework: Framework;
  readonly items: readonly ItemAnswer[];
  readonly affirmation?: Affirmation;
}

const DAY = 86_400_000;
const MET: ReadonlySet<TopicState> = new Set(["said", "shown"]);

/** In the order of their ids; what only brings topics is left out. */
export function answerFrameworks(frameworks: readonly Framework[], result: ScanResult): readonly FrameworkAnswer[] {
  const topics = new Map(frameworks.flatMap((framework) => framework.topics.map((topic) => [topic.id, topic] as const)));
  const known = new Map<string, TopicAnswer>();
  return frameworks
    .filter(({ items }) => items.length > 0)
    .map((framework): FrameworkAnswer => {
      const affirmation = affirmationOf(framework, result);
      const answer = (id: string): TopicAnswer => {
        const topic = topics.get(id) ?? { id, ask: { en: id } };
        const own = affirmed(topic, affirmation);
        if (own) return own;
        const answered = known.get(id) ?? answerTopic(topic, result);
        known.set(id, answered);
        return answered;
      };
      const items = framework.items.map((item): ItemAnswer => itemAnswer(item, item.topics.map(answer)));
      return { framework, items, ...(affirmation ? { affirmation } : {}) };
    });
}

function itemAnswer(item: FrameworkItem, topics: readonly TopicAnswer[]): ItemAnswer {
  const met = topics.filter(({ state }) => MET.has(state)).length;
  const some = met > 0 || topics.some(({ state }) => state === "partly");
  return { item, state: met === topics.length ? "met" : some ? "partly" : "open", topics };
}

function answerTopic(topic: Topic, result: ScanResult): TopicAnswer {
  const record = result.program.records.findLast(
    ({ kind, id, subject, at }) => kind === "attestation" && id === topic.id && subject === undefined && at <= result.now,
  );
  const said = record && saidBy(record);
  if (record && said) {
    const expired = said.until !== undefined && said.until < result.now.slice(0, 10);
    if (!expired) return { topic, state: record.data["value"] === false ? "refused" : "said", said };
  }
  const evidence = topic.shown && looks[topic.shown](result);
  if (evidence)
    return {
      topic,
      state: ({ yes: "shown", partly: "partly", no: "not-shown" } as const)[evidence.state],
      evidence,
      ...(said ? { said } : {}),
    };
  return said ? { topic, state: "expired", said } : { topic, state: "open" };
}

function saidBy({ by, at, data }: RecordEntry): NonNullable<TopicAnswer["said"]> {
  const text = (key: string) => (typeof data[key] === "string" ? data[key] : undefined);
  const [because, until] = [text("because") ?? text("evidence"), text("until")];
  return {
    at,
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The last time that somebody affirmed the whole: a record `attestation` with the framework's id. */
function affirmationOf({ id, affirmedFor }: Framework, { program, now }: ScanResult): Affirmation | undefined {
  const record = program.records.findLast(
    (one) => one.kind === "attestation" && one.id === id && one.data["value"] !== false && one.at <= now,
  );
  if (!record) return undefined;
  const until = affirmedFor === undefined ? undefined : after(record.at, affirmedFor);
  const daysLeft = until === undefined ? undefined : Math.ceil((Date.parse(until) - Date.parse(now)) / DAY);
  return {
    at: record.at,
    ...(record.by === undefined ? {} : { by: record.by }),
    ...(until === undefined || daysLeft === undefined ? {} : { until: until.slice(0, 10), daysLeft }),
    holds: daysLeft === undefined || daysLeft > 0,
  };
}

/** Topics that ask whether the whole was affirmed: each framework has its own answer. */
function affirmed(topic: Topic, affirmation: Affirmation | undefined): TopicAnswer | undefined {
  if (topic.shown !== "affirmed" && topic.shown !== "affirmed-lately") return undefined;
  if (!affirmation) return { topic, state: "open" };
  const { at, by, until, holds } = affirmation;
  const said = { at, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
  return { topic, state: topic.shown === "affirmed" || holds ? "said" : "expired", said };
}
