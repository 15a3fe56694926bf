// What happens to cases by themselves: reminders, what runs out, what goes up because it is late. Each case in a transaction of its own.
import type { Transaction } from "kysely";
import type { CaseState, Due } from "#decisions";
import { casesDue, holdCase, keepReminders, lookAgain, type Reminder, remindersOf, setAside, type Tables, transact } from "#store";
import { Acts, OFFICE, type Work } from "./acts.ts";
import type { Office } from "./office.ts";
import { administrators, readDirectory } from "./seating.ts";
import { type Coming, comingOf, nextDueOf, sameReminder } from "./times.ts";

export interface Handled {
  readonly handled: number;
  /** Cases that could not be handled; they wait, and keep nobody from their turn. */
  readonly setAside: readonly { readonly id: string; readonly because: string }[];
}

const BATCH = 100;

/** Handles everything that is due; ends early when asked to stop. */
export async function handleDue(office: Office, stopping?: AbortSignal): Promise<Handled> {
  let handled = 0;
  const aside: { id: string; because: string }[] = [];
  for (;;) {
    const ids = await casesDue(office.database.sql, office.clock(), BATCH);
    for (const id of ids) {
      if (stopping?.aborted) return { handled, setAside: aside };
      try {
        await handleCase(office, id);
        handled++;
      } catch (cause) {
        const because = cause instanceof Error ? cause.message : String(cause);
        await setAside(office.database.sql, id, office.clock(), because);
        aside.push({ id, because });
      }
    }
    if (ids.length < BATCH) return { handled, setAside: aside };
  }
}

async function handleCase(office: Office, id: string): Promise<void> {
  const { program } = await office.program();
  await transact(office.database, async (tx) => {
    const kept = await holdCase(tx, id);
    if (!kept) return;
    const now = office.clock();
    const acts = new Acts(tx, office, await office.stored(tx, program), now);
    const kind = acts.kindNamed(kept.kind);
    if (!kind) throw new Error(`the program has no kind "${kept.kind}" any more`);
    const done = await remindersOf(tx, id);
    const moment = acts.momentFor(kept.state);
    const due = comingOf(kind, kept.state, moment).filter(
      ({ from, reminder }) => Date.parse(from) <= Date.parse(moment) && !done.some((each) => sameReminder(each, reminder)),
    );
    const reminded: Reminder[] = due.map(({ reminder }) => reminder);
    const work = acts.begin(kind, { ...kept, reminders: [...done, ...reminded] });
    for (const coming of due) await carryOut(acts, work, coming, tx, now);
    await keepReminders(tx, id, reminded, now);
    await acts.keep();
    const state = work.state ?? kept.state;
    await lookAgain(tx, id, later(nextDueOf(kind, state, moment, [...done, ...reminded]), now));
  });
}

/** Not at once again, whatever was computed: what is due now was handled now. */
function later(next: string | undefined, now: Date): string | undefined {
  if (next === undefined) return undefined;
  return new Date(Math.max(Date.parse(next), now.getTime() + 60_000)).toISOString();
}

async function carryOut(acts: Acts, work: Work, { what, id, due, reminder }: Coming, tx: Transaction<Tables>, now: Date): Promise<void> {
  const { state } = work;
  if (!state) return;
  const over = reminder.about.endsWith(":due");
  if (over && what === "expires") {
    const refused = await acts.take(work, { is: "expired", by: OFFICE, roles: ["system"] });
    // Not past the end yet to the millisecond: the next look sees it.
    if (refused && refused.refused !== "not-due" && refused.refused !== "phase") throw new Error(refused.message);
    return;
  }
  if (over && what === "decide" && (state.phase === "triage" || state.phase === "review")) {
    const refused = await acts.escalate(work, "it is later than it may be");
    if (!refused) return;
  }
  const about = { subject: `case:${state.id}`, text: textOf({ what, due, ...(id === undefined ? {} : { id }) }) };
  for (const person of await whom(state, what, id, tx, now)) {
    acts.notify({ person, what: over ? "overdue" : "due-soon", ...about, urgent: over });
  }
}

function textOf({ what, id, due }: Pick<Due, "what" | "id" | "due">): string {
  return `${what}${id === undefined ? "" : ` ${id}`}: ${due}`;
}

/** Those whose turn it is; the office where it is nobody's. */
async function whom(
  state: CaseState,
  what: Due["what"],
  lane: string | undefined,
  tx: Transaction<Tables>,
  now: Date,
): Promise<readonly string[]> {
  if (what === "expires") return [state.requester];
  const lanes = what === "lane" ? state.lanes.filter(({ id }) => id === lane) : state.lanes;
  const waiting = lanes.filter(({ outcome }) => outcome === undefined || what === "clock");
  const seats = waiting.flatMap(({ members, votes }) => members.filter((member) => !votes.some(({ seat }) => seat === member)));
  const above = state.phase === "escalated" ? (state.escalation?.members ?? []) : [];
  const people = [...new Set([...(what === "clock" ? waiting.flatMap(({ members }) => members) : seats), ...above])];
  const asked = people.filter((person) => person !== state.requester && person !== state.opener);
  return asked.length > 0 ? asked : administrators(await readDirectory(tx, now));
}
