// The office's own keys from the cases that this server keeps: a result comes from a run, and a run knows no cases.
import type { ScanResult } from "#scan";
import { caseFlow } from "#store";
import type { Deps } from "../deps.ts";

const DAY = 86_400_000;
const DAYS = 90;
/** Fewer decisions say nothing about a share. */
const LEAST = 5;

type Measures = ScanResult["measures"];

/** The measures of a result with those of the last 90 days' cases in place of what no run can know. */
export async function withOfficeFlow({ database, clock }: Deps, measures: Measures): Promise<Measures> {
  const now = clock();
  const flow = await caseFlow(database.sql, new Date(now.getTime() - DAYS * DAY), now);
  if (flow.opened + flow.decided === 0) return measures;
  const { decided, overturned } = flow;
  const base = { version: 1, subject: "organization" } as const;
  const ours: Measures = [
    { ...base, measure: "flow.request-frequency", value: flow.opened / (DAYS / 7), of: flow.opened },
    flow.medianHours === undefined
      ? { ...base, measure: "flow.decision-lead-time", value: null, of: 0, reason: "nothing-to-measure" }
      : { ...base, measure: "flow.decision-lead-time", value: flow.medianHours, of: decided },
    decided < LEAST
      ? { ...base, measure: "flow.overturned-share", value: null, of: decided, reason: "not-enough-data" }
      : { ...base, measure: "flow.overturned-share", value: overturned / decided, of: decided },
  ];
  const names = new Set(ours.map(({ measure }) => measure));
  return [...measures.filter(({ measure, subject }) => !(names.has(measure) && subject === "organization")), ...ours];
}
