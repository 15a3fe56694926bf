// What of a case is due when, and whether that has passed: reminders, escalation, expiry, the clocks of laws. Time comes from outside.
import type { CaseKind } from "#program";
import { endOf } from "./ending.ts";
import { after, isBefore } from "./span.ts";
import type { CaseState } from "./types.ts";

export interface Due {
  readonly what: "acknowledge" | "decide" | "lane" | "expires" | "clock";
  /** Lane or clock. */
  readonly id?: string;
  readonly due: string;
  readonly overdue: boolean;
}

/** Everything that runs, the nearest first. */
export function dueOf(kind: CaseKind, state: CaseState, now: string): readonly Due[] {
  const shifted = (span: string | undefined) =>
    span === undefined || state.submittedAt === undefined ? undefined : later(state.submittedAt, span, state, now);
  const open = ["submitted", "triage", "review", "escalated"].includes(state.phase);
  const found: (Omit<Due, "overdue"> | undefined)[] = [
    open && state.acknowledgedAt === undefined ? entry("acknowledge", shifted(kind.within.acknowledge)) : undefined,
    open ? entry("decide", shifted(kind.within.decide)) : undefined,
    ...(state.phase === "review" ? state.lanes : [])
      .filter(({ outcome }) => outcome === undefined)
      .map(({ id }) => entry("lane", shifted(kind.lanes.find((lane) => lane.id === id)?.within), id)),
    entry("expires", endOf(kind, state)),
    ...state.clocks.filter(({ met }) => !met).map(({ id, due }) => entry("clock", due, id)),
  ];
  return found
    .flatMap((each) => (each ? [{ ...each, overdue: isBefore(each.due, now) }] : []))
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || (a.what < b.what ? -1 : 1));
}

function entry(what: Due["what"], due: string | undefined, id?: string): Omit<Due, "overdue"> | undefined {
  return due === undefined ? undefined : { what, due, ...(id === undefined ? {} : { id }) };
}

/** The time for which the requester was, and is, waited for does not count. */
function later(from: string, span: string, { waited, question }: CaseState, now: string): string {
  const waiting = question ? Math.max(0, Date.parse(now) - Date.parse(question.at)) : 0;
  return new Date(Date.parse(after(from, span)) + waited + waiting).toISOString();
}
