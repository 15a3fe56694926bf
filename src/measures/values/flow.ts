// The office's own four keys, shaped like DORA's: how often it is asked, how long an answer takes, how many did not hold, how long until a non-conformance is mended; and how much rules decide. K-13 to K-16.
import { median, quantile } from "#kit";
import type { Figure, Formula, MeasureInput } from "./types.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const QUARTER = 90 * DAY;
const YEAR = 365 * DAY;
/** Fewer are no sample. */
const LEAST = 5;

type Cases = NonNullable<MeasureInput["cases"]>;

function within(at: string | undefined, now: string, window: number): boolean {
  if (at === undefined) return false;
  const age = Date.parse(now) - Date.parse(at);
  return age >= 0 && age <= window;
}

function decidedIn({ cases = [], now }: MeasureInput): Cases {
  return cases.filter(({ decidedAt }) => within(decidedAt, now, QUARTER));
}

/** One figure of the whole organisation; nothing where no cases are kept. */
function ofCases(measure: string, figure: (input: MeasureInput) => Omit<Figure, "subject">): Formula {
  return { measure, compute: (input) => (input.cases ? [{ subject: "organization", ...figure(input) }] : []) };
}

export const requestFrequency = ofCases("flow.request-frequency", ({ cases = [], now }) => {
  const asked = cases.filter(({ submittedAt }) => within(submittedAt, now, QUARTER));
  return { value: asked.length / (QUARTER / (7 * DAY)), of: asked.length };
});

export const decisionLeadTime = ofCases("flow.decision-lead-time", (input) => {
  const decided = decidedIn(input);
  const hours = decided.map((one) => (Date.parse(one.decidedAt ?? "") - Date.parse(one.submittedAt) - one.waited) / HOUR);
  const middle = median(hours);
  if (middle === undefined) return { value: null, of: 0, reason: "nothing-to-measure" };
  return {
    value: middle,
    of: hours.length,
    detail: {
      p90: Math.round((quantile(hours, 0.9) ?? 0) * 10) / 10,
      waitedHours: Math.round(decided.reduce((sum, one) => sum + one.waited, 0) / HOUR),
    },
  };
});

export const autoDecisionShare = ofCases("flow.auto-decision-share", (input) => shareOf(decidedIn(input), ({ byRules }) => byRules));

export const withinServiceLevel = ofCases("flow.within-service-level", (input) =>
  shareOf(
    decidedIn(input).filter(({ inTime }) => inTime !== undefined),
    ({ inTime }) => inTime === true,
  ),
);

/** Questions and reports from outside. */
export const inquiriesInTime = ofCases("compliance.inquiries-in-time", (input) =>
  shareOf(
    decidedIn(input).filter(({ kind, inTime }) => (kind === "ask" || kind === "report") && inTime !== undefined),
    ({ inTime }) => inTime === true,
  ),
);

/** Of the decisions of a year, those that another replaced within 90 days. */
export const overturnedShare = ofCases("flow.overturned-share", ({ cases = [], now }) => {
  const decided = cases.filter(({ decidedAt }) => within(decidedAt, now, YEAR));
  return shareOf(
    decided,
    ({ decidedAt = "", overturnedAt }) => overturnedAt !== undefined && Date.parse(overturnedAt) - Date.parse(decidedAt) <= QUARTER,
  );
});

export const timeToConform: Formula = {
  measure: "flow.time-to-conform",
  compute({ nonconformances, now }) {
    if (!nonconformances) return [];
    const mended = nonconformances.filter(({ resolved }) => within(resolved, now, YEAR));
    const open = nonconformances.filter(({ resolved }) => resolved === undefined).length;
    const hours = mended.map(({ at, resolved = "" }) => (Date.parse(resolved) - Date.parse(at)) / HOUR);
    const middle = median(hours);
    const detail = { unresolved: open };
    return [
      middle === undefined
        ? { subject: "organization", value: null, of: 0, reason: "nothing-to-measure", detail }
        : { subject: "organization", value: middle, of: hours.length, detail },
    ];
  },
};

function shareOf(cases: Cases, holds: (one: Cases[number]) => boolean): Omit<Figure, "subject"> {
  if (cases.length === 0) return { value: null, of: 0, reason: "nothing-to-measure" };
  if (cases.length < LEAST) return { value: null, of: cases.length, reason: "not-enough-data" };
  return { value: cases.filter(holds).length / cases.length, of: cases.length };
}
