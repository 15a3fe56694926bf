// Cases that lie on record as events (`records/*.jsonl`, kind `case`): a line says whose case it is and holds the event as the machine takes it. The server's cases are the same.
import type { CaseKind, Position, RecordEntry } from "#program";
import { replayCase } from "./replay.ts";
import { after } from "./span.ts";
import { RULES } from "./deciding.ts";
import type { CaseEvent, CaseState } from "./types.ts";

export const CASE_RECORD = "case";

/** What flows through the office, of one case: what its four keys are made from. */
export interface CaseFlow {
  readonly kind: string;
  readonly submittedAt: string;
  readonly decidedAt?: string;
  /** No person was asked. */
  readonly byRules: boolean;
  /** Milliseconds in which the requester was waited for. */
  readonly waited: number;
  /** Decided in the time that its kind promises; absent where it promises none, or nothing is decided. */
  readonly inTime?: boolean;
  /** Until when it should be decided; absent where its kind promises nothing, where it is decided or ended, or while its requester is waited for. */
  readonly due?: string;
  /** When another decision took the place of this one. */
  readonly overturnedAt?: string;
}

/** In which somebody is to decide. */
const OPEN: ReadonlySet<string> = new Set<CaseState["phase"]>(["submitted", "triage", "review", "escalated"]);

/** Undefined for a case that nobody has submitted. */
export function flowOf(kind: CaseKind, state: CaseState): CaseFlow | undefined {
  const { submittedAt, outcome, waited, phase, at } = state;
  if (submittedAt === undefined) return undefined;
  const promised = kind.within.decide === undefined ? undefined : Date.parse(after(submittedAt, kind.within.decide)) + waited;
  const open = promised !== undefined && OPEN.has(phase);
  return {
    kind: kind.kind,
    submittedAt,
    byRules: outcome?.by.length === 1 && outcome.by[0] === RULES,
    waited,
    ...(outcome ? { decidedAt: outcome.at } : {}),
    ...(outcome && promised !== undefined ? { inTime: Date.parse(outcome.at) <= promised } : {}),
    ...(open ? { due: new Date(promised).toISOString() } : {}),
    ...(outcome && phase === "superseded" ? { overturnedAt: at } : {}),
  };
}

/** The flows of the cases on record, in the order in which they were opened. Lines that the machine does not take are left out. */
export function flowsOnRecord(records: readonly RecordEntry[], kinds: readonly CaseKind[]): readonly CaseFlow[] {
  return casesOnRecord(records, kinds).flatMap(({ kind, state }) => flowOf(kind, state) ?? []);
}

export interface CaseOnRecord {
  /** The id under which its lines stand. */
  readonly id: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** Where its first line stands. */
  readonly position: Position;
}

/** The cases on record, in the order in which they were opened. Lines that the machine does not take are left out. */
export function casesOnRecord(records: readonly RecordEntry[], kinds: readonly CaseKind[]): readonly CaseOnRecord[] {
  const events = new Map<string, { readonly list: CaseEvent[]; readonly position: Position }>();
  for (const { kind, at, by, subject, data, position } of records) {
    const event = data["event"];
    if (kind !== CASE_RECORD || subject === undefined || typeof event !== "object" || event === null) continue;
    const known = events.get(subject) ?? { list: [], position };
    known.list.push({ ...event, at, by: by ?? "" } as CaseEvent);
    events.set(subject, known);
  }
  return [...events].flatMap(([id, { list, position }]): CaseOnRecord[] => {
    const [first] = list;
    const kind = first?.is === "opened" ? kinds.find((one) => one.kind === first.kind) : undefined;
    const state = kind && stateOf(kind, list);
    return kind && state ? [{ id, kind, state, position }] : [];
  });
}

/** Whoever wrote the lines may have written anything: what breaks the machine is no case. */
function stateOf(kind: CaseKind, events: readonly CaseEvent[]): CaseState | undefined {
  try {
    return replayCase(kind, events).state;
  } catch {
    return undefined;
  }
}
