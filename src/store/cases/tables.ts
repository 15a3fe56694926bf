// Cases: what happened to each, and how it stands.
import type { ColumnType, Generated } from "kysely";
import type { CaseEvent, CaseState } from "#decisions";
import type { Count } from "../record/tables.ts";

export interface CaseTables {
  cases: {
    id: string;
    kind: string;
    /** Number of its last event. */
    version: number;
    phase: string;
    title: string;
    requester: string;
    opener: string;
    unit: string | null;
    product: string | null;
    component: string | null;
    life: string | null;
    outcome: string | null;
    /** Lanes that have not decided. */
    lanes: ColumnType<string[], string[], string[]>;
    /** People whose turn it is. */
    waits_for: ColumnType<string[], string[], string[]>;
    /** Everybody who has a part in it. */
    people: ColumnType<string[], string[], string[]>;
    opened_at: Date;
    changed_at: Date;
    decided_at: Date | null;
    /** When its service level ends, where one runs. */
    due_at: Date | null;
    /** When time has something to do with it next. */
    next_due: Date | null;
    due_failures: Generated<number>;
    due_error: string | null;
    words: ColumnType<string, string, string>;
    state: ColumnType<CaseState, string, string>;
    salt: string;
    /** With which a client asked to open it: a request that is sent twice opens one case. */
    request_key: string | null;
  };
  case_events: {
    case_id: string;
    number: number;
    at: Date;
    event: ColumnType<CaseEvent, string, string>;
    policy: string;
    line: Count;
  };
  case_reminders: { case_id: string; what: string; about: string; due: Date; done_at: Date };
}
