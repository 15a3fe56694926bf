// How a case is decided: by rules, by lanes side by side, by whoever stands above them.
import type { CaseKind, Lane } from "#program";
import { conclude } from "./conclude.ts";
import { holds, missingFields, wrongField } from "./fields.ts";
import { laneOutcome, possibleVotes, apart, seatOf } from "./seats.ts";
import { after, isBefore } from "./span.ts";
import {
  type CaseState,
  type Effect,
  type EventOf,
  type Judgement,
  type LaneState,
  type Outcome,
  refuse,
  type Refusal,
  type Step,
  type Vote,
} from "./types.ts";

/** Name of the lane above the others. */
export const ESCALATION = "escalation";
/** Who decided where no person did. */
export const RULES = "rules";

export function judged(kind: CaseKind, state: CaseState, event: EventOf<"judged">): Step | Refusal {
  if (state.phase !== "submitted") return refuse("phase", `it is ${state.phase}, and does not wait for the rules`);
  if (!event.roles.includes("system")) return refuse("not-allowed", "the rules answer by themselves");
  const { is: _, at, by: _by, roles: _roles, ...judgement } = event;
  const next: CaseState = { ...state, judged: judgement };
  const automatic = automaticOutcome(kind, next, judgement);
  if (automatic) {
    const { is, because } = automatic;
    return conclude(kind, { ...next, acknowledgedAt: at }, { is, at, by: [RULES], because, conditions: [] });
  }
  const lanes = lanesOpened(kind, next, judgement);
  if (lanes.length > 0) return { state: { ...next, phase: "triage", lanes: lanes.map(emptyLane) }, effects: [{ is: "triage", lanes }] };
  return { state: { ...next, phase: "escalated" }, effects: [{ is: "escalate", because: "no lane speaks of it" }] };
}

function emptyLane(id: string): LaneState {
  return { id, members: [], deputies: [], votes: [] };
}

/** What the rules may decide alone; what they reject, nothing approves. */
function automaticOutcome(kind: CaseKind, { fields }: CaseState, judgement: Judgement): Pick<Outcome, "is" | "because"> | undefined {
  const { approve, reject, approveWhen, withoutLanes } = kind.automatic;
  const { outcome, because, approval } = judgement;
  if (outcome !== undefined && reject.includes(outcome)) return { is: "rejected", because };
  if (approveWhen.some((condition) => holds(condition, fields))) return { is: "approved", because: ["it needs no decision"] };
  // An approval that is there already answers what rules leave open, never what they deny.
  if (approval && outcome !== "deny" && (kind.carriesOver !== undefined || approval.is === "precedent")) {
    return {
      is: "approved",
      because: [`${standingWords[approval.is]}: ${approval.id}`],
    };
  }
  if (outcome !== undefined && approve.includes(outcome) && judgement.lanes.length === 0) return { is: "approved", because };
  const open = outcome === undefined || approve.includes(outcome);
  if (withoutLanes && open && named(kind, fields, judgement).length === 0)
    return { is: "approved", because: ["nothing in it needs a look"] };
  return undefined;
}

const standingWords = {
  same: "approved before",
  carried: "carried over from what was approved",
  precedent: "decided for this licence and use",
} as const;

function named(kind: CaseKind, fields: CaseState["fields"], { lanes, findings = [] }: Judgement): string[] {
  return kind.lanes
    .filter(
      ({ id, when, findings: on }) =>
        lanes.includes(id) ||
        when === undefined ||
        when.some((condition) => holds(condition, fields)) ||
        findings.some((finding) => on !== undefined && finding[on.by] === on.is),
    )
    .map(({ id }) => id);
}

/** The lanes that must look; where none is named, all of them do. */
function lanesOpened(kind: CaseKind, { fields }: CaseState, judgement: Judgement): string[] {
  const found = named(kind, fields, judgement);
  return found.length > 0 ? found : kind.lanes.map(({ id }) => id);
}

export function triaged(kind: CaseKind, state: CaseState, event: EventOf<"triaged">): Step | Refusal {
  if (state.phase !== "triage") return refuse("phase", `it is ${state.phase}, and waits for no people`);
  if (!event.roles.some((role) => role === "system" || role === "admin")) return refuse("not-allowed", "the office names who looks at it");
  const wanted = state.lanes.map(({ id }) => id);
  const given = Object.keys(event.lanes);
  if (wanted.some((id) => !given.includes(id)) || given.some((id) => !wanted.includes(id))) {
    return refuse("lanes-differ", `these lanes must look: ${wanted.join(", ")}`);
  }
  const excluded = apart(kind, state);
  for (const id of wanted) {
    const possible = possibleVotes(event.lanes[id] ?? noSeats, excluded);
    const { quorum } = laneOf(kind, id);
    if (possible < quorum)
      return refuse("quorum-impossible", `lane ${id} needs ${quorum} votes, and ${possible} can be cast: name others, or escalate`);
  }
  const lanes = state.lanes.map((lane) => ({ ...lane, ...(event.lanes[lane.id] ?? noSeats) }));
  return {
    state: { ...state, phase: "review", lanes, acknowledgedAt: state.acknowledgedAt ?? event.at },
    effects: [
      { is: "notify", what: "lanes-opened", to: unique(lanes.flatMap(({ members }) => members)).filter((person) => !excluded.has(person)) },
    ],
  };
}

const noSeats = { members: [], deputies: [] };

function laneOf(kind: CaseKind, id: string): Lane {
  return kind.lanes.find((lane) => lane.id === id) ?? escalationLane(kind);
}

function escalationLane({ escalation }: CaseKind): Lane {
  return { id: ESCALATION, title: {}, decides: escalation, quorum: 1, tie: "reject", per: ["component"], attests: {} };
}

export function decided(kind: CaseKind, state: CaseState, event: EventOf<"decided">): Step | Refusal {
  const above = event.lane === ESCALATION;
  if (state.phase !== (above ? "escalated" : "review"))
    return refuse("phase", `it is ${state.phase}, and nothing is decided by ${event.lane} now`);
  const lane = above
    ? state.escalation && { ...state.escalation, id: ESCALATION, votes: [] }
    : state.lanes.find(({ id }) => id === event.lane);
  if (!lane) return refuse("lane-unknown", above ? "nobody above is named yet" : `lane ${event.lane} is not open`);
  if ("outcome" in lane && lane.outcome !== undefined) return refuse("lane-decided", `lane ${event.lane} has decided`);
  const definition = above ? escalationLane(kind) : laneOf(kind, event.lane);
  const refused = guard(definition, event, above);
  if (refused) return refused;
  const seat = seatOf(lane, event, kind, state);
  if (typeof seat !== "string") return seat;
  const votes = [...lane.votes, voteOf(event, seat)];
  const outcome = laneOutcome(definition, votes, possibleVotes(lane, apart(kind, state)));
  if (above)
    return conclude(kind, state, {
      is: event.vote === "approve" ? "approved" : "rejected",
      at: event.at,
      by: [event.by],
      ...reasons(votes),
    });
  const lanes = state.lanes.map((each) => (each.id === lane.id ? { ...each, votes, ...(outcome ? { outcome } : {}) } : each));
  return afterVote(kind, { ...state, lanes }, event.at);
}

function guard(lane: Lane, { vote, because, attested = [] }: EventOf<"decided">, above: boolean): Refusal | undefined {
  if (above && vote === "abstain") return refuse("not-allowed", "whoever stands above says yes or no");
  if (vote === "reject" && (because === undefined || because.trim() === "")) return refuse("no-reason", "a no needs its reason");
  const open = vote === "approve" ? Object.keys(lane.attests).filter((id) => !attested.includes(id)) : [];
  return open.length > 0 ? refuse("not-attested", `who approves states: ${open.join(", ")}`) : undefined;
}

function voteOf({ by, vote, at, because, conditions = [] }: EventOf<"decided">, seat: string): Vote {
  return { by, seat, vote, at, ...(because === undefined ? {} : { because }), conditions };
}

/** One lane that rejects is enough; all must approve; an even vote goes up. */
function afterVote(kind: CaseKind, state: CaseState, at: string): Step {
  const votes = state.lanes.flatMap((lane) => lane.votes);
  const rejecting = state.lanes.find(({ outcome }) => outcome === "rejected");
  if (rejecting) return conclude(kind, state, { is: "rejected", at, by: votersOf(rejecting.votes, "reject"), ...reasons(rejecting.votes) });
  const tied = state.lanes.find(({ outcome }) => outcome === "tied");
  if (tied) return { state: { ...state, phase: "escalated" }, effects: [{ is: "escalate", because: `lane ${tied.id} is even` }] };
  if (state.lanes.some(({ outcome }) => outcome === undefined)) return { state, effects: [] };
  return conclude(kind, state, { is: "approved", at, by: votersOf(votes, "approve"), ...reasons(votes) });
}

function votersOf(votes: readonly Vote[], answer: Vote["vote"]): string[] {
  return unique(votes.filter(({ vote }) => vote === answer).map(({ by }) => by));
}

function reasons(votes: readonly Vote[]): Pick<Outcome, "because" | "conditions"> {
  return {
    because: votes.flatMap(({ because }) => because ?? []),
    conditions: unique(votes.filter(({ vote }) => vote === "approve").flatMap(({ conditions }) => conditions)),
  };
}

export function asked(kind: CaseKind, state: CaseState, event: EventOf<"asked">): Step | Refusal {
  if (state.phase !== "review") return refuse("phase", `it is ${state.phase}, and nobody looks at it now`);
  const lane = state.lanes.find(({ id }) => id === event.lane);
  if (!lane) return refuse("lane-unknown", `lane ${event.lane} is not open`);
  if (apart(kind, state).has(event.by)) return refuse("own-case", `${event.by} asks for it`);
  if (![...lane.members, ...lane.deputies].includes(event.by)) return refuse("no-seat", `${event.by} has no seat in lane ${event.lane}`);
  const question = { lane: event.lane, by: event.by, at: event.at, text: event.question };
  return {
    state: { ...state, phase: "waiting", question },
    effects: [{ is: "notify", what: "question", to: [state.requester], text: event.question }],
  };
}

/** An answer in words keeps the votes; one that changes what was asked for voids them, and the rules are asked again. */
export function answered(kind: CaseKind, state: CaseState, event: EventOf<"answered">): Step | Refusal {
  const { question } = state;
  if (state.phase !== "waiting" || !question) return refuse("phase", `it is ${state.phase}, and no answer is waited for`);
  if (event.by !== state.requester && event.by !== state.opener) return refuse("not-allowed", "whoever asks answers");
  const fields = { ...state.fields, ...event.fields };
  const wrong = wrongField(kind, event.fields ?? {});
  if (wrong) return wrong;
  const missing = missingFields(kind, fields);
  if (missing.length > 0) return refuse("field-missing", `not answered: ${missing.join(", ")}`, missing);
  const { question: _, ...rest } = state;
  const waited = state.waited + Math.max(0, Date.parse(event.at) - Date.parse(question.at));
  const next: CaseState = { ...rest, phase: "review", waited, fields };
  const told: Effect = { is: "notify", what: "answered", to: [question.by], text: event.answer };
  const same = Object.keys(event.fields ?? {}).every((id) => String(state.fields[id]) === String(fields[id]));
  if (same) return { state: next, effects: [told] };
  const again = judgeAgain(next);
  return { state: again.state, effects: [told, ...again.effects] };
}

/** What was judged and voted fell to something else. */
export function judgeAgain(state: CaseState): Step {
  const { judged: _, escalation: _up, question: _asked, ...rest } = state;
  const voters = unique(state.lanes.flatMap(({ votes }) => votes.map(({ by }) => by)));
  return {
    state: { ...rest, phase: "submitted", lanes: [] },
    effects: [{ is: "judge" }, ...(voters.length > 0 ? [{ is: "notify", what: "votes-void", to: voters } as const] : [])],
  };
}

export function escalated(kind: CaseKind, state: CaseState, event: EventOf<"escalated">): Step | Refusal {
  const open = state.phase === "triage" || state.phase === "review" || (state.phase === "escalated" && state.escalation === undefined);
  if (!open) return refuse("phase", `it is ${state.phase}`);
  const theirs = event.by === state.requester || event.by === state.opener;
  const office =
    event.roles.some((role) => role === "system" || role === "admin") || state.lanes.some(({ members }) => members.includes(event.by));
  if (!office && !(theirs && isLate(kind, state, event.at))) {
    return refuse("not-allowed", "it goes up by the office or by those who look at it; by whoever asks once it is late");
  }
  if (possibleVotes(event.seats, apart(kind, state)) < 1) return refuse("quorum-impossible", "nobody is named who may decide it");
  const { members, deputies } = event.seats;
  return {
    state: { ...state, phase: "escalated", escalation: { members, deputies, because: event.because } },
    effects: [{ is: "notify", what: "escalated", to: unique([...members, state.requester]), text: event.because }],
  };
}

/** Later than the kind allows, the time of waiting for the requester taken out. */
function isLate({ within }: CaseKind, { submittedAt, waited }: CaseState, at: string): boolean {
  if (submittedAt === undefined || within.decide === undefined) return false;
  return isBefore(new Date(Date.parse(after(submittedAt, within.decide)) + waited).toISOString(), at);
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
