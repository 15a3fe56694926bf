// When time has something to do with a case next: what runs out, what is reminded of before it does.
import { type CaseState, type Due, dueOf } from "#decisions";
import type { CaseKind } from "#program";
import type { Reminder } from "#store";

/** A reminder of what is due, or of what was. */
export interface Coming extends Due {
  readonly reminder: Reminder;
  /** When it is reminded of. */
  readonly from: string;
}

/** Acts that happen when they are due; everything else is only reminded of, before and then. */
export function comingOf(kind: CaseKind, state: CaseState, now: string): Coming[] {
  return dueOf(kind, state, now).flatMap((due) => {
    const then = { ...due, from: due.due, reminder: { what: due.what, about: `${due.id ?? ""}:due`, due: iso(due.due) } };
    if (due.what === "acknowledge") return [then];
    const soon = {
      ...due,
      from: soonBefore(due.due, state),
      reminder: { what: due.what, about: `${due.id ?? ""}:soon`, due: iso(due.due) },
    };
    return [soon, then];
  });
}

/** The last quarter of the time there is begins, at most a week before the end. */
function soonBefore(due: string, { submittedAt, openedAt }: CaseState): string {
  const end = Date.parse(due);
  const span = Math.max(0, end - Date.parse(submittedAt ?? openedAt));
  return new Date(end - Math.min(span / 4, 7 * 24 * 3600_000)).toISOString();
}

function iso(moment: string): string {
  return new Date(moment).toISOString();
}

export function sameReminder(a: Reminder, b: Reminder): boolean {
  return a.what === b.what && a.about === b.about && a.due === b.due;
}

/** The moment at which the case is to be looked at again; undefined: never by itself. */
export function nextDueOf(kind: CaseKind, state: CaseState, now: string, done: readonly Reminder[]): string | undefined {
  return comingOf(kind, state, now)
    .filter(({ reminder }) => !done.some((each) => sameReminder(each, reminder)))
    .map(({ from }) => new Date(from).toISOString())
    .sort()[0];
}
