// How a case ends without a decision, and what happens to one after it.
import type { CaseKind } from "#program";
import { judgeAgain } from "./deciding.ts";
import { wrongField } from "./fields.ts";
import { after, endOfDay, isBefore } from "./span.ts";
import { type CaseState, type Effect, type EventOf, type Phase, refuse, type Refusal, type Step } from "./types.ts";

const undecided: readonly Phase[] = ["draft", "submitted", "triage", "review", "waiting", "escalated"];

export function withdrawn(state: CaseState, event: EventOf<"withdrawn">): Step | Refusal {
  if (!undecided.includes(state.phase)) return refuse("phase", `it is ${state.phase}`);
  const theirs = event.by === state.requester || event.by === state.opener;
  if (!theirs && !event.roles.includes("admin")) return refuse("not-allowed", "whoever asks withdraws it, or the office where they left");
  return ended(state, "withdrawn", peopleOf(state), event.because);
}

/** An approval whose day has passed, a question that nobody answered, a draft that nobody finished. */
export function expired(kind: CaseKind, state: CaseState, event: EventOf<"expired">): Step | Refusal {
  if (!event.roles.includes("system")) return refuse("not-allowed", "time does that");
  const end = endOf(kind, state);
  if (end === undefined) return refuse("phase", `it is ${state.phase}, and does not run out`);
  if (!isBefore(end, event.at)) return refuse("not-due", `it holds until ${end}`);
  const { state: next, effects } = ended(state, "expired", [state.requester]);
  return { state: next, effects: [...effects, ...nextCase(kind, state, "its time has passed")] };
}

/** When a case runs out by itself, as it stands now; undefined: never. */
export function endOf(kind: CaseKind, { phase, expires, question, at }: CaseState): string | undefined {
  if (phase === "approved" && expires !== undefined) return endOfDay(expires);
  if (phase === "waiting" && question) return after(question.at, kind.within.answer);
  if (phase === "draft") return after(at, kind.within.answer);
  return undefined;
}

export function superseded(state: CaseState, event: EventOf<"superseded">): Step | Refusal {
  if (!undecided.includes(state.phase) && state.phase !== "approved") return refuse("phase", `it is ${state.phase}`);
  if (!event.roles.some((role) => role === "system" || role === "admin"))
    return refuse("not-allowed", "the office replaces one case by another");
  if (event.case === state.id) return refuse("not-allowed", "a case does not replace itself");
  const told = ended(state, "superseded", peopleOf(state), event.case);
  return state.phase === "approved" ? { state: told.state, effects: [lapse(state, [`replaced by ${event.case}`]), ...told.effects] } : told;
}

/** An approval lapses; what is not decided yet is judged anew. */
export function factsChanged(kind: CaseKind, state: CaseState, event: EventOf<"facts-changed">): Step | Refusal {
  if (!event.roles.includes("system")) return refuse("not-allowed", "facts are seen by runs");
  if (event.because.length === 0) return refuse("no-reason", "it must be said what changed");
  const wrong = wrongField(kind, event.fields ?? {});
  if (wrong) return wrong;
  const next = { ...state, fields: { ...state.fields, ...event.fields } };
  if (state.phase === "draft") return { state: next, effects: [] };
  if (undecided.includes(state.phase)) return judgeAgain(next);
  if (state.phase !== "approved") return refuse("phase", `it is ${state.phase}`);
  const { state: lapsed, effects } = ended(state, "lapsed", [state.requester], event.because.join("; "));
  return { state: lapsed, effects: [lapse(state, event.because), ...effects, ...nextCase(kind, next, event.because.join("; "))] };
}

function lapse(state: CaseState, because: readonly string[]): Effect {
  return { is: "write", record: "lapse", subject: `case:${state.id}`, id: state.id, data: { case: state.kind, because } };
}

function nextCase(kind: CaseKind, state: CaseState, because: string): Effect[] {
  if (!kind.reopens || state.outcome?.is !== "approved") return [];
  return [{ is: "open", kind: state.kind, requester: state.requester, fields: state.fields, because: `${state.id}: ${because}` }];
}

function ended(state: CaseState, phase: "withdrawn" | "expired" | "lapsed" | "superseded", to: readonly string[], text?: string): Step {
  const { question: _, ...rest } = state;
  return { state: { ...rest, phase }, effects: [{ is: "notify", what: phase, to, ...(text === undefined ? {} : { text }) }] };
}

function peopleOf({ requester, lanes }: CaseState): string[] {
  return [...new Set([requester, ...lanes.flatMap(({ members }) => members)])];
}

export function moved(kind: CaseKind, state: CaseState, event: EventOf<"moved">): Step | Refusal {
  const here = state.life === undefined ? undefined : kind.life?.states[state.life];
  if (state.phase !== "approved" || !here) return refuse("phase", `it is ${state.phase}, and goes nowhere from there`);
  if (!here.to.includes(event.to)) {
    return refuse("no-such-step", `from ${state.life} it goes to ${here.to.length === 0 ? "nothing: it has ended" : here.to.join(" or ")}`);
  }
  const theirs = here.by.includes("requester") && (event.by === state.requester || event.by === state.opener);
  const allowed = theirs || event.roles.some((role) => role !== "requester" && here.by.includes(role));
  if (!allowed) return refuse("not-allowed", `${here.by.join(" or ")} takes it on from ${state.life}`);
  return {
    state: { ...state, life: event.to },
    effects: [
      ...kind.writes
        .filter(({ record }) => record === "phase")
        .map(
          ({ subject }): Effect => ({
            is: "write",
            record: "phase",
            subject: String(state.fields[subject] ?? ""),
            id: state.id,
            data: { case: state.kind, phase: event.to, ...(event.because === undefined ? {} : { because: event.because }) },
          }),
        ),
      { is: "notify", what: "moved", to: [state.requester], text: event.to },
    ],
  };
}

export function met(kind: CaseKind, state: CaseState, event: EventOf<"met">): Step | Refusal {
  const clock = state.clocks.find(({ id }) => id === event.clock);
  if (!clock)
    return refuse("clock-unknown", `no clock "${event.clock}" runs; there are: ${kind.clocks.map(({ id }) => id).join(", ") || "none"}`);
  if (clock.met) return refuse("clock-met", `that was done on ${clock.met.at}`);
  const involved = peopleOf(state).includes(event.by) || event.roles.some((role) => role === "admin" || role === "reviewer");
  if (!involved) return refuse("not-allowed", "those who look at the case say that it is done");
  const done = { at: event.at, by: event.by, evidence: event.evidence };
  return { state: { ...state, clocks: state.clocks.map((each) => (each.id === clock.id ? { ...each, met: done } : each)) }, effects: [] };
}
