// K-21, K-22 and K-31: what becomes of pull and merge requests, from lists that were imported.
import { median } from "#kit";
import type { Figure, Formula, MeasuredRequest, MeasuredRequests, MeasureInput } from "./types.ts";

const DAY = 86_400_000;
const LEAST = 5;

/** Requests that were closed in the window. */
function closedIn(requests: readonly MeasuredRequest[], now: string, days: number): MeasuredRequest[] {
  const until = Date.parse(now);
  return requests.filter(({ closed }) => closed !== undefined && isWithin(closed, until - days * DAY, until));
}

function isWithin(moment: string, from: number, until: number): boolean {
  const at = Date.parse(moment);
  return at >= from && at < until;
}

/** Of projects of others. Without a request of ours nobody can be told to be ours, or nobody of ours asked. */
function aboutOurs(
  { changeRequests = [], now }: MeasureInput,
  figure: (ours: readonly MeasuredRequest[], all: MeasuredRequests) => Omit<Figure, "subject">,
) {
  return changeRequests
    .filter(({ own }) => !own)
    .map((project): Figure => {
      const ours = closedIn(project.requests, now, 365).filter((request) => request.ours);
      return { subject: project.subject, ...figure(ours, project) };
    });
}

export const acceptance: Formula = {
  measure: "contribution.acceptance",
  compute: (input) => [...aboutOurs(input, accepted), ...everywhere(input)],
};

function accepted(ours: readonly MeasuredRequest[]): Omit<Figure, "subject"> {
  if (ours.length === 0) return { value: null, of: 0, reason: "nothing-to-measure" };
  if (ours.length < LEAST) return { value: null, of: ours.length, reason: "not-enough-data" };
  return { value: ours.filter(({ merged }) => merged).length / ours.length, of: ours.length };
}

function everywhere({ changeRequests = [], now }: MeasureInput): Figure[] {
  if (!changeRequests.some(({ own }) => !own)) return [{ subject: "organization", value: null, reason: "no-source" }];
  const ours = changeRequests.flatMap(({ own, requests }) => (own ? [] : closedIn(requests, now, 365).filter((request) => request.ours)));
  return [{ subject: "organization", ...accepted(ours) }];
}

export const timeToMerge: Formula = {
  measure: "contribution.time-to-merge",
  compute: (input) =>
    aboutOurs(input, (ours, { requests }) => {
      const merged = hoursToMerge(ours);
      if (merged.length < LEAST)
        return { value: null, of: merged.length, reason: merged.length === 0 ? "nothing-to-measure" : "not-enough-data" };
      const everybody = hoursToMerge(closedIn(requests, input.now, 365));
      return { value: median(merged) ?? null, of: merged.length, detail: { everybody: median(everybody) ?? null } };
    }),
};

/** What was merged before it was opened has a clock that stood wrong. */
function hoursToMerge(requests: readonly MeasuredRequest[]): number[] {
  return requests.flatMap(({ opened, closed, merged }) => {
    const span = merged && closed !== undefined ? Date.parse(closed) - Date.parse(opened) : -1;
    return span < 0 ? [] : [span / 3_600_000];
  });
}

export const closureRatio: Formula = {
  measure: "project.closure-ratio",
  compute: ({ changeRequests = [], now }) =>
    changeRequests.flatMap(({ own, subject, requests }): Figure[] => {
      if (!own) return [];
      const closed = closedIn(requests, now, 90).length;
      const opened = requests.filter((request) => isWithin(request.opened, Date.parse(now) - 90 * DAY, Date.parse(now))).length;
      const detail = { closed, open: requests.filter((request) => request.closed === undefined).length };
      if (opened === 0) return [{ subject, value: null, of: 0, detail, reason: "nothing-to-measure" }];
      return [{ subject, value: closed / opened, of: opened, detail }];
    }),
};
