// Where we stand in each of the eight behaviours of an elite office (Google's, as its public pages show them): measured from this run, and honest where it cannot say.
import type { ScanResult } from "#scan";

export const behaviourIds = [
  "default-yes",
  "in-the-build",
  "two-owners",
  "promises",
  "escalation",
  "personal-exit",
  "yearly-report",
  "rules-public",
] as const;
export type BehaviourId = (typeof behaviourIds)[number];

/** `reached`, `gap`: measured; `unknown`: this run cannot say. */
export interface Behaviour {
  readonly id: BehaviourId;
  readonly state: "reached" | "gap" | "unknown";
  /** Key of the sentence that says what was seen; `counts` fill it. */
  readonly seen: SeenId;
  readonly counts: Readonly<Record<string, number>>;
}

export const seenIds = [
  "decided",
  "decided-with-cases",
  "no-uses",
  "stops",
  "passes",
  "no-unknown",
  "packages-owned",
  "owners-only-ours",
  "no-repositories",
  "repositories-promise",
  "promises-kept",
  "nothing-published",
  "lanes-answered",
  "no-lanes",
  "has-rule",
  "no-rule",
  "on-record",
  "not-on-record",
  "called-public",
  "lies-open",
  "lies-closed",
  "lies-elsewhere",
] as const;
export type SeenId = (typeof seenIds)[number];

/** From this share on the machine answers; people see only exceptions. */
const DECIDED = 0.9;
const YEAR = 366 * 86_400_000;

export function eliteGap(result: ScanResult): readonly Behaviour[] {
  return [
    defaultYes(result),
    inTheBuild(result),
    twoOwners(result),
    promises(result),
    escalation(result),
    personalExit(result),
    yearlyReport(result),
    rulesPublic(result),
  ];
}

/** Uses that rules answered without asking anybody, of all that they were asked about; where cases are kept, requests as well. */
function defaultYes(result: ScanResult): Behaviour {
  const { uses } = result.summary;
  const all = uses.allow + uses.warn + uses.review + uses.deny + uses.unknown;
  const decided = uses.allow + uses.warn + uses.deny;
  const asked = figureOf(result, "flow.auto-decision-share");
  const counts = { decided, all, allowed: uses.allow + uses.warn, percent: all === 0 ? 0 : Math.floor((100 * decided) / all) };
  if (all === 0) return { id: "default-yes", state: "unknown", seen: "no-uses", counts };
  const reached = decided / all >= DECIDED && (asked === undefined || asked.value >= DECIDED);
  const state = reached ? "reached" : "gap";
  if (asked === undefined) return { id: "default-yes", state, seen: "decided", counts };
  return { id: "default-yes", state, seen: "decided-with-cases", counts: { ...counts, requests: asked.of, alone: asked.part } };
}

/** Whether a use without a known licence fails the gate of this run. */
function inTheBuild(result: ScanResult): Behaviour {
  const figure = figureOf(result, "compliance.unknown-license-stopped");
  if (figure === undefined) return { id: "in-the-build", state: "unknown", seen: "no-unknown", counts: {} };
  const counts = { stopped: figure.part, all: figure.of };
  const stops = figure.value === 1;
  return { id: "in-the-build", state: stops ? "reached" : "gap", seen: stops ? "stops" : "passes", counts };
}

/** Owners of packages stand in a register. Without one the files of our own repositories say how it is with them, which is something else. */
function twoOwners(result: ScanResult): Behaviour {
  const owned = figureOf(result, "consumption.two-owners");
  if (owned !== undefined) {
    const state = owned.value === 1 ? "reached" : "gap";
    return { id: "two-owners", state, seen: "packages-owned", counts: { two: owned.part, all: owned.of } };
  }
  const { repositories } = result;
  const told = repositories.flatMap(({ facts }) => (typeof facts["maintainers"] === "number" ? [facts["maintainers"]] : []));
  const counts = { two: told.filter((count) => count >= 2).length, told: told.length, all: repositories.length };
  return { id: "two-owners", state: "unknown", seen: repositories.length === 0 ? "no-repositories" : "owners-only-ours", counts };
}

/** What our open repositories promise of the time to an answer, and whether the office answers in time. */
function promises(result: ScanResult): Behaviour {
  const open = result.repositories.filter(({ facts }) => facts["published"] === true);
  const promising = open.filter(({ facts }) => facts["statesResponseTimes"] === true).length;
  const kept = figureOf(result, "flow.within-service-level");
  const counts = { promising, all: open.length };
  if (open.length === 0) return { id: "promises", state: "unknown", seen: "nothing-published", counts };
  const state = promising === open.length && (kept === undefined || kept.value >= DECIDED) ? "reached" : "gap";
  if (kept === undefined) return { id: "promises", state, seen: "repositories-promise", counts };
  return { id: "promises", state, seen: "promises-kept", counts: { ...counts, kept: kept.part, decided: kept.of } };
}

/** A share of the whole organisation, with how many of how many; undefined where it is not known. */
function figureOf(
  { measures }: ScanResult,
  id: string,
): { readonly value: number; readonly part: number; readonly of: number } | undefined {
  const found = measures.find(({ measure, subject }) => measure === id && subject === "organization");
  if (typeof found?.value !== "number" || found.of === undefined) return undefined;
  return { value: found.value, part: Math.round(found.value * found.of), of: found.of };
}

/** The lanes that rules send people to, and those of them behind which somebody stands. */
function escalation({ program: { policies, organization } }: ScanResult): Behaviour {
  const lanes = [...new Set(policies.flatMap(({ rules }) => rules.flatMap(({ lane }) => lane ?? [])))];
  const reachable = lanes.filter((lane) => {
    const team = organization.teams.find(({ id }) => id === lane);
    return team !== undefined && ((team.lead !== undefined && team.lead !== "none") || team.deputies.length > 0);
  });
  const counts = { answered: reachable.length, all: lanes.length };
  if (lanes.length === 0) return { id: "escalation", state: "gap", seen: "no-lanes", counts };
  return { id: "escalation", state: reachable.length === lanes.length ? "reached" : "gap", seen: "lanes-answered", counts };
}

/** Whether a rule that is there asks for contributions to projects of people's own. */
function personalExit({ program: { policies } }: ScanResult): Behaviour {
  const rules = policies.flatMap((policy) => policy.rules);
  const apart = rules.filter(({ when, about }) => about === "contribution" && when.includes("contribution.personalProject")).length;
  return { id: "personal-exit", state: apart > 0 ? "reached" : "gap", seen: apart > 0 ? "has-rule" : "no-rule", counts: { rules: apart } };
}

/** A record of a yearly report in the last year: `report`, with `open-source` as its id. */
function yearlyReport({ program: { records }, now }: ScanResult): Behaviour {
  const until = Date.parse(now);
  const sent = records.filter(({ kind, id, at }) => kind === "report" && id === "open-source" && within(Date.parse(at), until)).length;
  return { id: "yearly-report", state: sent > 0 ? "reached" : "unknown", seen: sent > 0 ? "on-record" : "not-on-record", counts: { sent } };
}

function within(at: number, until: number): boolean {
  return at <= until && until - at <= YEAR;
}

/** Whether the program lies in a repository that is open, or its policies stand on the public site. */
function rulesPublic({ inputs, repositories, program: { organization, policies } }: ScanResult): Behaviour {
  const inside = inputs.program.inside;
  const home = inside && repositories.find(({ id }) => id === inside.repository);
  const open = home?.facts["published"];
  if (open === true) return { id: "rules-public", state: "reached", seen: "lies-open", counts: {} };
  const documents = new Set<string>(organization.site?.documents);
  const told = policies.filter(({ area }) => documents.has(area)).length;
  const counts = { told, all: policies.length };
  if (told > 0) return { id: "rules-public", state: told === policies.length ? "reached" : "gap", seen: "called-public", counts };
  if (open === false) return { id: "rules-public", state: "gap", seen: "lies-closed", counts: {} };
  return { id: "rules-public", state: "unknown", seen: "lies-elsewhere", counts: {} };
}
