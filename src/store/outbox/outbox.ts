// Notices that wait to be sent, and tasks. Whoever sends takes some, sends them, and says what came of it; nobody takes the same ones meanwhile.
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface NewNotice {
  readonly at: string;
  readonly person: string;
  /** Which notice: words for it stand in the catalogues. */
  readonly what: string;
  /** `case:use-7`. */
  readonly subject: string;
  readonly text?: string;
  /** Sent at once, and not with the digest. */
  readonly urgent?: boolean;
}

export async function addNotices(tx: Transaction<Tables>, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .insertInto("outbox")
    .values(
      notices.map(({ at, person, what, subject, text, urgent }) => ({
        at: new Date(at),
        person,
        what,
        subject,
        text: text ?? null,
        urgent: urgent ?? false,
        sent_at: null,
        next_attempt: new Date(at),
        error: null,
      })),
    )
    .execute();
}

export interface Notice {
  readonly number: number;
  readonly at: string;
  readonly person: string;
  readonly what: string;
  readonly subject: string;
  readonly text?: string;
  readonly urgent: boolean;
  readonly attempts: number;
}

const MINUTE = 60_000;
/** Longer than this nothing waits by our own word (the digest of a week): what does was put off by a clock that went ahead, and has its turn. */
const LONGEST = 8 * 24 * 60 * MINUTE;

/** Waiting notices that are due, held until the transaction ends; others that send at once get others. */
export async function takeNotices(tx: Transaction<Tables>, now: Date, limit: number): Promise<Notice[]> {
  const rows = await tx
    .selectFrom("outbox")
    .selectAll()
    .where("sent_at", "is", null)
    .where((where) => where.or([where("next_attempt", "<=", now), where("next_attempt", ">", new Date(now.getTime() + LONGEST))]))
    .orderBy("next_attempt")
    .orderBy("number")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ number, at, person, what, subject, text, urgent, attempts }) => ({
    number,
    at: at.toISOString(),
    person,
    what,
    subject,
    urgent,
    attempts,
    ...(text === null ? {} : { text }),
  }));
}

export async function noticesSent(tx: Transaction<Tables>, numbers: readonly number[], now: Date): Promise<void> {
  if (numbers.length > 0) await tx.updateTable("outbox").set({ sent_at: now, error: null }).where("number", "in", numbers).execute();
}

/** Nobody takes them before that moment. */
export async function noticesWait(tx: Transaction<Tables>, numbers: readonly number[], until: Date): Promise<void> {
  if (numbers.length > 0) await tx.updateTable("outbox").set({ next_attempt: until }).where("number", "in", numbers).execute();
}

/** They are tried again at `next`; without it, never: they stay, with their reason. */
export async function noticesFailed(tx: Transaction<Tables>, numbers: readonly number[], error: string, next?: Date): Promise<void> {
  if (numbers.length === 0) return;
  await tx
    .updateTable("outbox")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), error: error.slice(0, 500), next_attempt: next ?? null }))
    .where("number", "in", numbers)
    .execute();
}

/** What somebody was told, the newest first. */
export async function noticesOf(db: Kysely<Tables>, person: string, limit: number): Promise<Omit<Notice, "attempts">[]> {
  const rows = await db.selectFrom("outbox").selectAll().where("person", "=", person).orderBy("number", "desc").limit(limit).execute();
  return rows.map(({ number, at, what, subject, text, urgent }) => ({
    number,
    at: at.toISOString(),
    person,
    what,
    subject,
    urgent,
    ...(text === null ? {} : { text }),
  }));
}

export interface NewTask {
  readonly for: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

export async function addTasks(tx: Transaction<Tables>, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .insertInto("tasks")
    .values(
      tasks.map((task) => ({
        for_person: task.for,
        subject: task.subject,
        text: task.text,
        at: new Date(task.at),
        done_at: null,
        done_by: null,
      })),
    )
    .execute();
}

export interface Task {
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

/** What these people or teams still have to do, the oldest first. */
export async function openTasks(db: Kysely<Tables>, whose: readonly string[], limit: number): Promise<Task[]> {
  const rows = await db
    .selectFrom("tasks")
    .select(["subject", "text", "at"])
    .where("for_person", "in", whose)
    .where("done_at", "is", null)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(({ subject, text, at }) => ({ subject, text, at: at.toISOString() }));
}
