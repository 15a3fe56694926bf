// Which phase follows for a project of ours, and which of its conditions do not hold yet: by the checks, never by a vote.
import type { ResultRepository } from "#scan";
import { stateOf } from "../site/project.ts";
import type { CheckLine } from "./communities.ts";

export type Phase = "pre-proposal" | "incubating" | "mature" | "archived";

export interface NextPhase {
  /** Absent where it is not known in which one it is. */
  readonly now?: Phase;
  /** Absent after the last. */
  readonly next?: Phase;
  /** Conditions that apply, and how many of them hold. */
  readonly all: number;
  readonly met: number;
  /** Those that do not hold, or of which nothing is known, with their remedies. */
  readonly missing: readonly CheckLine[];
}

/** What strangers and lawyers look for before anything is in public. */
const TO_INCUBATE: readonly string[] = [
  "license.present",
  "license.approved",
  "readme.present",
  "contributing.present",
  "coc.present",
  "security.present",
  "secrets.tree",
  "secrets.history",
  "paths.forbidden",
];

/** That it is cared for by more than one, released and tested. */
const TO_MATURE: readonly string[] = [
  ...TO_INCUBATE,
  "codeowners.present",
  "codeowners.count",
  "maintained",
  "contributors",
  "release.cadence",
  "tests.present",
  "ci.present",
];

const STEPS: Readonly<Record<Exclude<Phase, "archived">, { readonly next: Phase; readonly gates: readonly string[] }>> = {
  "pre-proposal": { next: "incubating", gates: TO_INCUBATE },
  incubating: { next: "mature", gates: TO_MATURE },
  // Nobody works towards the last one: it comes when nobody needs the project any more.
  mature: { next: "archived", gates: [] },
};

/** `lines` are the answers of its checks that apply. */
export function nextPhaseOf(repository: ResultRepository, lines: readonly CheckLine[]): NextPhase {
  const now = phaseOf(repository);
  if (now === undefined) return { all: 0, met: 0, missing: [] };
  if (now === "archived") return { now, all: 0, met: 0, missing: [] };
  const { next, gates } = STEPS[now];
  const asked = lines.filter(({ id }) => gates.includes(id));
  const missing = asked.filter(({ outcome }) => outcome !== "pass");
  return { now, next, all: asked.length, met: asked.length - missing.length, missing };
}

/** As the record says; without it, as its state lets one see. */
function phaseOf(repository: ResultRepository): Phase | undefined {
  const state = stateOf(repository);
  const { phase, published } = repository.facts;
  if (state === "archived" || state === "incubating") return state;
  if (phase === "pre-proposal" || phase === "mature") return phase;
  if (state === "unknown") return undefined;
  if (state === "developing") return published === true ? "incubating" : "pre-proposal";
  return "mature";
}
