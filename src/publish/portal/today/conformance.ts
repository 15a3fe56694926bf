// Which standards were affirmed, and until when that holds.
import type { Framework } from "#program";
import type { ScanResult } from "#scan";
import { answerFrameworks } from "../../frameworks/answers.ts";
import type { TodayFacts } from "./types.ts";

export function conformance(frameworks: readonly Framework[], result: ScanResult): TodayFacts["affirmed"] {
  return answerFrameworks(frameworks, result).map(({ framework, affirmation }) => ({
    name: framework.title.en ?? framework.id,
    ...(affirmation ? { holds: affirmation.holds, ...(affirmation.until === undefined ? {} : { until: affirmation.until }) } : {}),
  }));
}
