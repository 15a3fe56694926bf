// Tables of program versions (migration 0003).
import type { ColumnType, Generated } from "kysely";

interface ProgramTable {
  /** Digest of its files. */
  id: string;
  /** Digest of the program as it was loaded, with its packs. */
  digest: string;
  at: ColumnType<Date, Date | string, never>;
  by: string | null;
  /** Where the files come from: a commit, an address. */
  origin: string | null;
  /** Text by path, as JSON, zipped. */
  files: Uint8Array;
}

interface InForceTable {
  sequence: Generated<number>;
  program: string;
  at: ColumnType<Date, Date | string, never>;
  by: string | null;
  why: string | null;
}

export interface ProgramTables {
  programs: ProgramTable;
  programs_in_force: InForceTable;
}
