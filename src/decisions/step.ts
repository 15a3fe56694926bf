// The one machine over all kinds of cases: a state and an event in, the state after it and what follows outside, or the reason why not. Pure.
import type { CaseKind, FieldValues } from "#program";
import { asked, answered, decided, escalated, judged, triaged } from "./deciding.ts";
import { runClocks } from "./conclude.ts";
import { missingFields, wrongField } from "./fields.ts";
import { expired, factsChanged, met, moved, superseded, withdrawn } from "./ending.ts";
import { isBefore } from "./span.ts";
import { type CaseEvent, type CaseState, type EventOf, isRefusal, refuse, type Refusal, type Step } from "./types.ts";

/** Takes one event. Never changes what it is given; never throws for any event. */
export function step(kind: CaseKind, state: CaseState | undefined, event: CaseEvent): Step | Refusal {
  if (Number.isNaN(Date.parse(event.at))) return refuse("time-goes-back", `"${event.at}" is no moment`);
  if (event.is === "opened") return state ? refuse("already-open", `case ${state.id} is open already`) : opened(kind, event);
  if (!state) return refuse("not-open", "there is no such case yet");
  if (isBefore(event.at, state.at)) return refuse("time-goes-back", `it happens before what happened last (${state.at})`);
  const taken = handle(kind, state, event);
  if (isRefusal(taken)) return taken;
  const timed = { ...taken.state, at: event.at };
  const clocks = runClocks(kind, timed);
  return { state: clocks.state, effects: [...taken.effects, ...clocks.effects] };
}

function handle(kind: CaseKind, state: CaseState, event: Exclude<CaseEvent, { readonly is: "opened" }>): Step | Refusal {
  switch (event.is) {
    case "changed":
      return changed(kind, state, event);
    case "submitted":
      return submitted(kind, state, event);
    case "judged":
      return judged(kind, state, event);
    case "triaged":
      return triaged(kind, state, event);
    case "absent":
      return {
        state: { ...state, absences: [...state.absences, { person: event.person, from: event.at, until: event.until }] },
        effects: [],
      };
    case "decided":
      return decided(kind, state, event);
    case "asked":
      return asked(kind, state, event);
    case "answered":
      return answered(kind, state, event);
    case "escalated":
      return escalated(kind, state, event);
    case "withdrawn":
      return withdrawn(state, event);
    case "expired":
      return expired(kind, state, event);
    case "superseded":
      return superseded(state, event);
    case "facts-changed":
      return factsChanged(kind, state, event);
    case "moved":
      return moved(kind, state, event);
    case "met":
      return met(kind, state, event);
  }
}

function opened(kind: CaseKind, event: EventOf<"opened">): Step | Refusal {
  if (event.kind !== kind.kind) return refuse("unknown-kind", `"${event.kind}" is not "${kind.kind}"`);
  if (!event.roles.some((role) => kind.openBy.includes(role))) {
    return refuse("not-allowed", `a case "${kind.kind}" is opened by ${kind.openBy.join(" or ")}`);
  }
  const wrong = wrongField(kind, event.fields);
  if (wrong) return wrong;
  return {
    state: {
      id: event.id,
      kind: kind.kind,
      phase: "draft",
      requester: event.requester,
      opener: event.by,
      fields: event.fields,
      openedAt: event.at,
      at: event.at,
      lanes: [],
      absences: [],
      waited: 0,
      clocks: [],
    },
    effects: [],
  };
}

/** A draft is the requester's; afterwards only what a clock counts from and nobody knew before may be added. */
function changed(kind: CaseKind, state: CaseState, event: EventOf<"changed">): Step | Refusal {
  const wrong = wrongField(kind, event.fields);
  if (wrong) return wrong;
  if (state.phase === "draft") {
    if (!isTheirs(state, event.by)) return refuse("not-allowed", "a draft is changed by whoever asks");
  } else {
    const refused = lateChange(kind, state, event.fields);
    if (refused) return refused;
  }
  return { state: { ...state, fields: { ...state.fields, ...event.fields } }, effects: [] };
}

function lateChange(kind: CaseKind, state: CaseState, fields: FieldValues): Refusal | undefined {
  const counted = new Set(kind.clocks.map(({ from }) => from));
  const others = Object.keys(fields).filter((id) => !counted.has(id) || state.fields[id] !== undefined);
  if (others.length > 0) return refuse("phase", `it is no draft any more: ${others.join(", ")} cannot be changed`);
  if (["withdrawn", "superseded", "rejected"].includes(state.phase)) return refuse("phase", `it is ${state.phase}`);
  return undefined;
}

function submitted(kind: CaseKind, state: CaseState, event: EventOf<"submitted">): Step | Refusal {
  if (state.phase !== "draft") return refuse("phase", `it is ${state.phase}, and no draft`);
  if (!isTheirs(state, event.by)) return refuse("not-allowed", "it is submitted by whoever asks");
  const missing = missingFields(kind, state.fields);
  if (missing.length > 0) return refuse("field-missing", `not answered: ${missing.join(", ")}`, missing);
  return {
    state: { ...state, phase: "submitted", submittedAt: event.at },
    effects: [{ is: "judge" }, { is: "notify", what: "submitted", to: [state.requester] }],
  };
}

function isTheirs({ requester, opener }: CaseState, person: string): boolean {
  return person === requester || person === opener;
}
