// What an outcome brings about: the state after it, the records that it writes, the clocks that run, whom it is told.
import type { CaseKind, FieldValues } from "#program";
import { holds } from "./fields.ts";
import { after, isBefore } from "./span.ts";
import type { CaseState, Effect, Outcome, RunningClock, Step } from "./types.ts";

/** Gives a case its outcome: once, and for good. */
export function conclude(kind: CaseKind, state: CaseState, outcome: Outcome): Step {
  const approved = outcome.is === "approved";
  const day = approved && kind.expires !== undefined ? state.fields[kind.expires] : undefined;
  const next: CaseState = {
    ...without(state),
    phase: outcome.is,
    outcome,
    ...(typeof day === "string" ? { expires: day } : {}),
    ...(approved && kind.life ? { life: kind.life.start } : {}),
  };
  return {
    state: next,
    effects: [
      ...recordsOf(kind, next, outcome),
      { is: "notify", what: outcome.is, to: [state.requester], ...(outcome.because[0] === undefined ? {} : { text: outcome.because[0] }) },
      ...outcome.conditions.map((text): Effect => ({ is: "task", for: state.requester, text })),
    ],
  };
}

function without(state: CaseState): CaseState {
  const { question: _, ...rest } = state;
  return rest;
}

function recordsOf(kind: CaseKind, state: CaseState, outcome: Outcome): Effect[] {
  const per = decidedPer(kind, state);
  const { judged } = state;
  return kind.writes
    .filter(({ on, when }) => (on === "decided" || on === outcome.is) && holds(when, state.fields))
    .map(({ record, subject, data }): Effect => {
      if (record === "waiver") return waiverOf(state, String(state.fields[subject] ?? ""), picked(data, state.fields));
      const isUse = record === "approval" || record === "approved-use";
      return {
        is: "write",
        record,
        subject: String(state.fields[subject] ?? ""),
        id: state.id,
        data: {
          case: state.kind,
          outcome: outcome.is,
          ...picked(data, state.fields),
          decidedBy: outcome.by,
          because: outcome.because,
          ...(outcome.conditions.length > 0 ? { conditions: outcome.conditions } : {}),
          ...(state.expires === undefined ? {} : { expires: state.expires }),
          ...(isUse && judged?.obligations?.length ? { obligations: judged.obligations } : {}),
          ...(isUse && per.length > 0 ? { per } : {}),
          ...(judged?.policy === undefined ? {} : { policy: judged.policy }),
          ...(judged?.approval === undefined ? {} : { basedOn: judged.approval.id }),
        },
      };
    });
}

/** In the form of a waiver in licenses.yaml, which those in records share: only so does it hold. */
function waiverOf({ id, expires }: CaseState, subject: string, { about, ...rest }: Record<string, unknown>): Effect {
  const whom = typeof about === "string" ? about : "component";
  const named = whom === "component" || subject.startsWith(`${whom}:`) ? subject : `${whom}:${subject}`;
  const data = { ...rest, about: { [whom]: withoutKind(subject, whom) }, ...(expires === undefined ? {} : { expires }) };
  return { is: "write", record: "waiver", subject: named, id, data };
}

function withoutKind(subject: string, kind: string): string {
  return subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : subject;
}

/** What people decided on, where every lane that looked decides on something wider than the component. */
function decidedPer(kind: CaseKind, { lanes, outcome }: CaseState): readonly string[] {
  if (!outcome || lanes.length === 0 || lanes.some(({ votes }) => votes.length === 0)) return [];
  const wider = lanes.map(({ id }) => kind.lanes.find((lane) => lane.id === id)?.per ?? ["component"]);
  const shared = [...new Set(wider.flat())].sort();
  return shared.includes("component") ? [] : shared;
}

function picked(data: Readonly<Record<string, string>>, fields: FieldValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).flatMap(([key, field]) => (fields[field] === undefined ? [] : [[key, fields[field]]])));
}

/**
 * Clocks that run with the fields as they are. Once a clock runs, a change of fields makes it due earlier or not at all differently: nobody gains time by
 * correcting when they knew.
 */
export function runClocks(kind: CaseKind, state: CaseState): Step {
  if (state.submittedAt === undefined) return { state, effects: [] };
  const effects: Effect[] = [];
  const clocks = kind.clocks.flatMap((clock): RunningClock[] => {
    const running = state.clocks.find(({ id }) => id === clock.id);
    const from = clock.from === undefined ? state.submittedAt : momentOf(state.fields[clock.from]);
    if (from === undefined || !holds(clock.when, state.fields)) return running ? [running] : [];
    const due = after(from, clock.after);
    if (running && !isBefore(due, running.due)) return [running];
    effects.push({ is: "clock", clock: clock.id, due });
    return [{ ...running, id: clock.id, due }];
  });
  return effects.length === 0 ? { state, effects } : { state: { ...state, clocks }, effects };
}

/** A day counts from its beginning. */
function momentOf(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00.000Z` : value;
}
