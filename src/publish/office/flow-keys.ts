// The office's own four keys: the office measured as it measures others, each beside the key of DORA after which it is shaped.
import { fill, type Language, officeWords, wordsOf } from "#look";
import { type DeliveryKey, findMeasure, levels } from "#measures";
import type { ScanResult } from "#scan";
import { countLevels } from "../delivery/figures.ts";
import { figureText } from "../shared/figures.ts";

const FLOW = {
  requests: { measure: "flow.request-frequency", dora: "deploymentFrequency" },
  "lead-time": { measure: "flow.decision-lead-time", dora: "leadTime" },
  overturned: { measure: "flow.overturned-share", dora: "changeFailureRate" },
  restore: { measure: "flow.time-to-conform", dora: "timeToRestore" },
} as const;

export interface FlowKey {
  readonly id: keyof typeof FLOW;
  readonly name: string;
  /** The figure, or that no cases are kept. */
  readonly value: string;
  readonly known: boolean;
  /** What it rests on; absent where nothing is known. */
  readonly sample?: string;
  readonly dora: DeliveryKey;
  readonly doraName: string;
  /** How many of ours stand on which level of that key. */
  readonly beside: string;
}

export function flowKeys({ measures, deliveries }: Pick<ScanResult, "measures" | "deliveries">, language: Language): readonly FlowKey[] {
  const words = officeWords(language);
  const { key: names, level } = wordsOf(language).delivery;
  return (Object.keys(FLOW) as (keyof typeof FLOW)[]).map((id) => {
    const { measure: name, dora } = FLOW[id];
    const measure = findMeasure(name);
    const value = measures.find((one) => one.measure === name && one.subject === "organization");
    const known = value !== undefined && value.value !== null;
    const counts = countLevels(deliveries, dora);
    const beside = levels.filter((one) => counts[one] > 0).map((one) => `${level[one]} ${counts[one]}`);
    return {
      id,
      name: words.flow[id],
      value: measure && value ? figureText(value, measure, language) : id === "restore" ? words.noDeviations : words.noCases,
      known,
      ...(known && value.of !== undefined ? { sample: fill(wordsOf(language).figures.sample, { count: value.of }, language) } : {}),
      dora,
      doraName: names[dora],
      beside: beside.join(" · ") || words.notMeasured,
    };
  });
}
