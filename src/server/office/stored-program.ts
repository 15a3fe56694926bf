// The program in force with what the server's own records add to it. Records only ever come to it, so only the new ones are read.
import type { Kysely } from "kysely";
import { COMPONENTS_RECORD, DELIVERY_RECORD, type Program, withRecords } from "#program";
import { readRecords, type StoredRecord, type Tables } from "#store";

/** Records that say nothing to rules are left where they are. */
const TOLD = [
  "approval",
  "register",
  "approved-use",
  "waiver",
  "curation",
  "obligation",
  "membership",
  "decision",
  "lapse",
  "attestation",
  "acknowledgement",
  "answer",
  "report",
  "release",
  "vex",
  DELIVERY_RECORD,
  COMPONENTS_RECORD,
];

export type StoredPrograms = (sql: Kysely<Tables>, program: Program) => Promise<Program>;

export function storedPrograms(): StoredPrograms {
  let records: StoredRecord[] = [];
  let read = 0;
  let made: { readonly from: Program; readonly read: number; readonly program: Program } | undefined;
  return async (sql, program) => {
    const fresh = await readRecords(sql, { kinds: TOLD, since: read });
    const last = fresh.at(-1)?.number ?? read;
    // Two that ask at once read the same ones: they are added once.
    if (last > read) {
      records = [...records, ...fresh.filter(({ number }) => number > read)];
      read = last;
    }
    if (made?.from !== program || made.read !== read) made = { from: program, read, program: withRecords(program, records) };
    return made.program;
  };
}
