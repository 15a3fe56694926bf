// Tables of the record.
import type { ColumnType } from "kysely";

/** Whole numbers below 2^53; what comes back of `bigint` is a number too. */
export type Count = ColumnType<number, number, number>;

/** Numbers that the database gives. */
export type GivenCount = ColumnType<number, never, never>;

export interface RecordTables {
  record_head: { one: ColumnType<boolean, never, never>; sequence: Count; hash: string };
  record_lines: {
    sequence: Count;
    at: string;
    what: string;
    subject: string;
    policy: string | null;
    inputs: string | null;
    /** Canonical JSON. */
    data: string;
    /** Canonical JSON: key → salted digest. */
    private: string;
    previous: string;
    hash: string;
  };
  record_private: { sequence: Count; key: string; salt: string; value: string | null };
}

export type StoredLine = {
  readonly [K in keyof RecordTables["record_lines"]]: K extends "sequence" ? number : RecordTables["record_lines"][K];
};
