// What people do to cases, each in one transaction: asked of the machine, kept with all that follows, and only then acknowledged.
import type { CaseEvent, CaseState, Refusal } from "#decisions";
import type { CaseKind, CaseRole, FieldValues, Program } from "#program";
import { prefillUse } from "#scan";
import { holdCase, nextCaseId, openedBy, readCase, remindersOf, type Tables, transact } from "#store";
import type { Transaction } from "kysely";
import { Acts, type NewEvent, type Work } from "./acts.ts";
import type { Office } from "./office.ts";
import type { PatchFacts } from "./patch.ts";
import { wrongReference } from "./references.ts";

/** Who acts, as their session says. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly CaseRole[];
}

/** What the machine, or the program, does not take. `first`: what came before, where somebody was quicker. */
export class CaseRefused extends Error {
  readonly refusal: Refusal;
  readonly first: FirstAct | undefined;

  constructor(refusal: Refusal, first?: FirstAct) {
    super(refusal.message);
    this.name = "CaseRefused";
    this.refusal = refusal;
    this.first = first;
  }
}

export interface FirstAct {
  readonly by: string;
  readonly at: string;
  readonly what: CaseEvent["is"];
  readonly vote?: string;
  readonly lane?: string;
}

/** There is none, or not for whoever asks. */
export class CaseMissing extends Error {}

export interface NewCase {
  readonly kind: string;
  readonly fields: FieldValues;
  /** For whom; absent: for whoever opens it. */
  readonly requester?: string;
  /** Sends it off at once. */
  readonly submit: boolean;
  /** Of a contribution: read for what it shows, and not kept. */
  readonly patch?: PatchFacts;
  /** Name of the request: sent twice, it opens one case. */
  readonly key?: string;
}

export interface Acted {
  readonly state: CaseState;
  readonly version: number;
}

export async function openCase(office: Office, actor: Actor, wanted: NewCase): Promise<Acted & { readonly again: boolean }> {
  const { program } = await office.program();
  return transact(office.database, async (tx) => {
    const before = wanted.key === undefined ? undefined : await openedBy(tx, wanted.key);
    if (before !== undefined) return { ...(await stands(tx, before)), again: true };
    const ours = await office.stored(tx, program);
    const acts = new Acts(tx, office, ours, office.clock());
    const kind = acts.kindNamed(wanted.kind);
    if (!kind) {
      const kinds = (ours.cases ?? []).map((each) => each.kind).join(", ");
      throw new CaseRefused({ refused: "unknown-kind", message: `there is no kind "${wanted.kind}"; there are: ${kinds || "none"}` });
    }
    const work = acts.begin(kind, undefined);
    if (wanted.key !== undefined) work.requestKey = wanted.key;
    const fields = await filled(acts, kind, wanted.fields);
    const id = await nextCaseId(tx, kind.kind);
    const opened: NewEvent = {
      is: "opened",
      id,
      kind: kind.kind,
      requester: wanted.requester ?? actor.id,
      fields,
      by: actor.id,
      roles: actor.roles,
    };
    await must(acts, work, ours, opened);
    if (wanted.submit) await acts.correct(work, wanted.patch);
    if (wanted.submit) await must(acts, work, ours, { is: "submitted", by: actor.id, roles: actor.roles });
    await acts.keep();
    return { ...acted(work), again: false };
  });
}

async function stands(tx: Transaction<Tables>, id: string): Promise<Acted> {
  const kept = await readCase(tx, id);
  if (!kept) throw new CaseMissing(id);
  return { state: kept.state, version: kept.version };
}

/** What is known of a component fills what was left open. */
async function filled(acts: Acts, kind: CaseKind, fields: FieldValues): Promise<FieldValues> {
  const { component, product } = fields;
  if (kind.about !== "usage" || typeof component !== "string" || typeof product !== "string") return fields;
  return { ...(await prefillUse(await acts.about(component), kind, component, product)), ...fields };
}

/** An act on a case that is there. */
export type CaseAct =
  | Exclude<NewEvent, { readonly is: "opened" | "judged" | "triaged" | "escalated" | "absent" }>
  | { readonly is: "escalate"; readonly because: string };

export interface ActOptions {
  /** Whether this person may see the case: otherwise it is not there. */
  readonly sees?: (unit: string | undefined, people: readonly string[]) => boolean;
  /** Number of the last event that whoever acts has seen; others since then are refused. */
  readonly seen?: number;
  /** With a contribution that is sent off. */
  readonly patch?: PatchFacts;
}

/** `act` without who and when: both come from here. */
export async function actOnCase(
  office: Office,
  actor: Actor,
  id: string,
  act: OmitActor<CaseAct>,
  options: ActOptions = {},
): Promise<Acted> {
  const { program } = await office.program();
  return transact(office.database, async (tx) => {
    const kept = await holdCase(tx, id);
    if (!kept || options.sees?.(kept.unit, kept.people) === false) throw new CaseMissing(id);
    const ours = await office.stored(tx, program);
    const acts = new Acts(tx, office, ours, office.clock());
    const kind = acts.kindNamed(kept.kind);
    if (!kind) throw new CaseRefused({ refused: "unknown-kind", message: `the program has no kind "${kept.kind}" any more` });
    if (options.seen !== undefined && options.seen !== kept.version) {
      throw new CaseRefused({ refused: "phase", message: "it has changed since you looked" }, await firstOf(tx, id));
    }
    const work = acts.begin(kind, { ...kept, reminders: await remindersOf(tx, id) });
    if (act.is === "escalate") await escalated(acts, work, act.because, actor, tx);
    else {
      if (act.is === "decided" && act.for !== undefined) await acts.tellAbsences(work, [{ members: [act.for], deputies: [] }]);
      if (act.is === "submitted") await acts.correct(work, options.patch);
      await must(acts, work, ours, { ...act, by: actor.id, roles: actor.roles } as NewEvent, tx);
    }
    await acts.keep();
    return acted(work);
  });
}

type OmitActor<T> = T extends { readonly is: "escalate" } ? T : T extends unknown ? Omit<T, "by" | "roles"> : never;

async function escalated(acts: Acts, work: Work, because: string, actor: Actor, tx: Transaction<Tables>): Promise<void> {
  const refused = await acts.escalate(work, because, { by: actor.id, roles: actor.roles });
  if (refused) throw new CaseRefused(refused, isConflict(refused) ? await firstOf(tx, work.state?.id ?? "") : undefined);
}

async function must(acts: Acts, work: Work, program: Program, event: NewEvent, tx?: Transaction<Tables>): Promise<void> {
  const fields = "fields" in event ? event.fields : undefined;
  const wrong = fields && wrongReference(work.kind, { ...work.state?.fields, ...fields }, program);
  const refused = wrong ?? (await acts.take(work, event));
  if (!refused) return;
  throw new CaseRefused(refused, tx && isConflict(refused) ? await firstOf(tx, work.state?.id ?? "") : undefined);
}

function acted({ state, version, events }: Work): Acted {
  if (!state) throw new Error("nothing was done");
  return { state, version: version + events.length };
}

const CONFLICTS: ReadonlySet<Refusal["refused"]> = new Set(["phase", "lane-decided", "seat-taken", "clock-met", "already-open"]);

/** Whether somebody was quicker, and nothing is wrong with what was asked. */
export function isConflict({ refused }: Refusal): boolean {
  return CONFLICTS.has(refused);
}

/** What people did last, or the rules: whoever comes later is told. */
async function firstOf(tx: Transaction<Tables>, id: string): Promise<FirstAct | undefined> {
  const events = (await readCase(tx, id))?.events ?? [];
  const last = events.map(({ event }) => event).findLast(({ is }) => is !== "absent" && is !== "triaged" && is !== "changed");
  if (!last) return undefined;
  return {
    by: last.by,
    at: last.at,
    what: last.is,
    ...(last.is === "decided" ? { vote: last.vote, lane: last.lane } : {}),
  };
}
