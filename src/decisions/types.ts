// What happens to a case, what it is then, and what follows from it outside. Events are all there is: the same events give the same state.
import type { CaseRole, FieldValues, JudgedOutcome, WrittenRecord } from "#program";

interface Act {
  /** ISO 8601 with time zone; never before the event before it. */
  readonly at: string;
  /** Id of a person, or of the part of the program that acts. */
  readonly by: string;
  /** What they were to the case at that moment: who somebody is changes later, the event does not. */
  readonly roles: readonly CaseRole[];
}

/** Who may decide in a lane: each member has one seat; a deputy sits in it while the member is away, or may not decide. */
export interface Seats {
  readonly members: readonly string[];
  readonly deputies: readonly string[];
}

export type VoteAnswer = "approve" | "reject" | "abstain";

/** What the rules said, or an approval that says the same already. */
export interface Judgement {
  /** Absent where no policy is asked. */
  readonly outcome?: JudgedOutcome;
  /** Lanes that rules name. */
  readonly lanes: readonly string[];
  /** Rules that spoke, with their areas. */
  readonly findings?: readonly { readonly rule: string; readonly area: string }[];
  /** Rules and reasons, as findings say them. */
  readonly because: readonly string[];
  /** What its licence asks in this use, as ids of obligations. */
  readonly obligations?: readonly string[];
  /** Digest of the program that judged. */
  readonly policy?: string;
  /** An approval that answers it: of the same, of what it carries over from, or of the same licence and use of something else. */
  readonly approval?: { readonly id: string; readonly is: "same" | "carried" | "precedent" };
}

export type CaseEvent = Act &
  (
    | { readonly is: "opened"; readonly id: string; readonly kind: string; readonly requester: string; readonly fields: FieldValues }
    | { readonly is: "changed"; readonly fields: FieldValues }
    | { readonly is: "submitted" }
    | ({ readonly is: "judged" } & Judgement)
    | { readonly is: "triaged"; readonly lanes: Readonly<Record<string, Seats>> }
    | { readonly is: "absent"; readonly person: string; readonly until: string }
    | {
        readonly is: "decided";
        readonly lane: string;
        readonly vote: VoteAnswer;
        /** The member for whom a deputy votes. */
        readonly for?: string;
        readonly because?: string;
        readonly conditions?: readonly string[];
        /** Ids of what the lane asks to state. */
        readonly attested?: readonly string[];
      }
    | { readonly is: "asked"; readonly lane: string; readonly question: string }
    | { readonly is: "answered"; readonly answer: string; readonly fields?: FieldValues }
    | { readonly is: "escalated"; readonly because: string; readonly seats: Seats }
    | { readonly is: "withdrawn"; readonly because: string }
    | { readonly is: "expired" }
    | { readonly is: "superseded"; readonly case: string }
    | { readonly is: "facts-changed"; readonly because: readonly string[]; readonly fields?: FieldValues }
    | { readonly is: "moved"; readonly to: string; readonly because?: string }
    | { readonly is: "met"; readonly clock: string; readonly evidence: string }
  );

export type EventOf<T extends CaseEvent["is"]> = Extract<CaseEvent, { readonly is: T }>;

export const phases = [
  "draft",
  "submitted",
  "triage",
  "review",
  "waiting",
  "escalated",
  "approved",
  "rejected",
  "withdrawn",
  "expired",
  "lapsed",
  "superseded",
] as const;
export type Phase = (typeof phases)[number];

export interface Vote {
  readonly by: string;
  /** The member whose seat it is. */
  readonly seat: string;
  readonly vote: VoteAnswer;
  readonly at: string;
  readonly because?: string;
  readonly conditions: readonly string[];
}

export interface LaneState extends Seats {
  readonly id: string;
  readonly votes: readonly Vote[];
  readonly outcome?: "approved" | "rejected" | "tied";
}

export interface Outcome {
  readonly is: "approved" | "rejected";
  readonly at: string;
  /** `rules`, or who voted for it. */
  readonly by: readonly string[];
  readonly because: readonly string[];
  readonly conditions: readonly string[];
}

export interface RunningClock {
  readonly id: string;
  readonly due: string;
  readonly met?: { readonly at: string; readonly by: string; readonly evidence: string };
}

export interface CaseState {
  readonly id: string;
  readonly kind: string;
  readonly phase: Phase;
  readonly requester: string;
  readonly opener: string;
  readonly fields: FieldValues;
  readonly openedAt: string;
  /** Of the last event. */
  readonly at: string;
  readonly submittedAt?: string;
  readonly acknowledgedAt?: string;
  readonly judged?: Judgement;
  readonly lanes: readonly LaneState[];
  readonly escalation?: Seats & { readonly because: string };
  readonly absences: readonly { readonly person: string; readonly from: string; readonly until: string }[];
  readonly question?: { readonly lane: string; readonly by: string; readonly at: string; readonly text: string };
  /** Milliseconds for which the requester was waited for: they do not count for those who decide. */
  readonly waited: number;
  /** Set once, and never changed. */
  readonly outcome?: Outcome;
  /** Last day on which the approval holds. */
  readonly expires?: string;
  readonly life?: string;
  readonly clocks: readonly RunningClock[];
}

export const notices = [
  "submitted",
  "lanes-opened",
  "question",
  "answered",
  "approved",
  "rejected",
  "escalated",
  "withdrawn",
  "expired",
  "lapsed",
  "superseded",
  "votes-void",
  "moved",
] as const;
export type Notice = (typeof notices)[number];

/** What the world outside has to do; the machine itself does nothing. */
export type Effect =
  | {
      readonly is: "write";
      readonly record: WrittenRecord | "lapse";
      readonly subject: string;
      readonly id: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly is: "notify"; readonly what: Notice; readonly to: readonly string[]; readonly text?: string }
  | { readonly is: "task"; readonly for: string; readonly text: string }
  | { readonly is: "clock"; readonly clock: string; readonly due: string }
  /** Rules are to be asked. */
  | { readonly is: "judge" }
  /** These lanes need people: answered by `triaged`. */
  | { readonly is: "triage"; readonly lanes: readonly string[] }
  /** Somebody above is to be named: answered by `escalated`. */
  | { readonly is: "escalate"; readonly because: string }
  | { readonly is: "open"; readonly kind: string; readonly requester: string; readonly fields: FieldValues; readonly because: string };

export const refusalReasons = [
  "unknown-kind",
  "not-open",
  "already-open",
  "time-goes-back",
  "not-allowed",
  "own-case",
  "phase",
  "field-unknown",
  "field-missing",
  "field-wrong",
  "lane-unknown",
  "lane-decided",
  "lanes-differ",
  "no-seat",
  "seat-taken",
  "not-absent",
  "quorum-impossible",
  "no-reason",
  "not-attested",
  "not-due",
  "no-such-step",
  "clock-unknown",
  "clock-met",
] as const;

/** Why an event is not taken. */
export interface Refusal {
  readonly refused: (typeof refusalReasons)[number];
  readonly message: string;
  /** Fields that are missing or wrong. */
  readonly fields?: readonly string[];
}

export interface Step {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
}

export function refuse(refused: Refusal["refused"], message: string, fields?: readonly string[]): Refusal {
  return { refused, message, ...(fields ? { fields } : {}) };
}

export function isRefusal(result: object): result is Refusal {
  return "refused" in result;
}
