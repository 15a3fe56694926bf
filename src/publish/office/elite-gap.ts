// Where we stand in each of the eight behaviours of an elite office (Google's, as its public pages show them): measured from this run, and honest where it cannot say.
import { type Outcome, outcomes } from "#program";
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
  "no-uses",
  "stops",
  "passes",
  "no-unknown",
  "owners-only-ours",
  "no-repositories",
  "repositories-promise",
  "nothing-published",
  "lanes-answered",
  "no-lanes",
  "has-rule",
  "no-rule",
  "on-record",
  "not-on-record",
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

/** Uses that rules answered without asking anybody, of all that they were asked about. */
function defaultYes({ summary: { uses } }: ScanResult): Behaviour {
  const all = uses.allow + uses.warn + uses.review + uses.deny + uses.unknown;
  const decided = uses.allow + uses.warn + uses.deny;
  const counts = { decided, all, allowed: uses.allow + uses.warn, percent: all === 0 ? 0 : Math.floor((100 * decided) / all) };
  if (all === 0) return { id: "default-yes", state: "unknown", seen: "no-uses", counts };
  return { id: "default-yes", state: decided / all >= DECIDED ? "reached" : "gap", seen: "decided", counts };
}

/** Whether a use without a known licence would fail the gate of this run. */
function inTheBuild(result: ScanResult): Behaviour {
  const failOn = outcomes.indexOf(result.summary.gate.failOn);
  const blind = result.findings.filter(
    ({ subject, unknown, facts }) =>
      subject.kind === "usage" &&
      (unknown?.some(({ fact }) => fact === "component.license" || fact.startsWith("license.")) ||
        facts.some(({ name, value }) => name === "component.licenseNotion" && value === "none")),
  );
  const worst = new Map<string, number>();
  for (const { subject, outcome } of blind) worst.set(subject.id, Math.max(worst.get(subject.id) ?? 0, rank(outcome)));
  const stopped = [...worst.values()].filter((outcome) => outcome >= failOn).length;
  const counts = { stopped, all: worst.size };
  if (worst.size === 0) return { id: "in-the-build", state: "unknown", seen: "no-unknown", counts };
  const stops = stopped === worst.size;
  return { id: "in-the-build", state: stops ? "reached" : "gap", seen: stops ? "stops" : "passes", counts };
}

function rank(outcome: Outcome): number {
  return outcomes.indexOf(outcome);
}

/** Owners of packages stand in a register; of our own repositories their files speak. The behaviour is about packages, so it stays unknown. */
function twoOwners({ repositories }: ScanResult): Behaviour {
  const told = repositories.flatMap(({ facts }) => (typeof facts["maintainers"] === "number" ? [facts["maintainers"]] : []));
  const counts = { two: told.filter((count) => count >= 2).length, told: told.length, all: repositories.length };
  return { id: "two-owners", state: "unknown", seen: repositories.length === 0 ? "no-repositories" : "owners-only-ours", counts };
}

/** What our open repositories promise of the time to an answer. How long decisions take only cases know. */
function promises({ repositories }: ScanResult): Behaviour {
  const open = repositories.filter(({ facts }) => facts["published"] === true);
  const promising = open.filter(({ facts }) => facts["statesResponseTimes"] === true).length;
  const counts = { promising, all: open.length };
  if (open.length === 0) return { id: "promises", state: "unknown", seen: "nothing-published", counts };
  return { id: "promises", state: promising === open.length ? "reached" : "gap", seen: "repositories-promise", counts };
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

/** Whether the program lies in a repository that is open. */
function rulesPublic({ inputs, repositories }: ScanResult): Behaviour {
  const inside = inputs.program.inside;
  const home = inside && repositories.find(({ id }) => id === inside.repository);
  const open = home?.facts["published"];
  const counts = {};
  if (open === true) return { id: "rules-public", state: "reached", seen: "lies-open", counts };
  if (open === false) return { id: "rules-public", state: "gap", seen: "lies-closed", counts };
  return { id: "rules-public", state: "unknown", seen: "lies-elsewhere", counts };
}
