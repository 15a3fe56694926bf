// A case as its events tell it: each is asked of the machine again, so that a list with a line too many skips no guard.
import type { CaseKind } from "#program";
import { step } from "./step.ts";
import { type CaseEvent, type CaseState, type Effect, isRefusal, type Refusal } from "./types.ts";

export interface ReplayedCase {
  readonly state?: CaseState;
  /** By event: what followed from it. */
  readonly effects: readonly (readonly Effect[])[];
  readonly refused: readonly (Refusal & { readonly event: number })[];
}

export function replayCase(kind: CaseKind, events: readonly CaseEvent[]): ReplayedCase {
  let state: CaseState | undefined;
  const effects: (readonly Effect[])[] = [];
  const refused: (Refusal & { readonly event: number })[] = [];
  for (const [index, event] of events.entries()) {
    const taken = step(kind, state, event);
    if (isRefusal(taken)) refused.push({ ...taken, event: index });
    else state = taken.state;
    effects.push(isRefusal(taken) ? [] : taken.effects);
  }
  return { ...(state ? { state } : {}), effects, refused };
}
