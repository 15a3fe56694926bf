// Long work and how far it is (migration 0003).
import type { ColumnType, Generated, JSONColumnType } from "kysely";

export interface WorkTables {
  work: {
    id: Generated<string>;
    name: string;
    state: "waiting" | "running" | "done" | "failed";
    stage: string | null;
    done: number;
    of: number;
    by: string;
    began_at: ColumnType<Date, Date | string, Date | string>;
    changed_at: ColumnType<Date, Date | string, Date | string>;
    /** What came of it, or what went wrong. */
    outcome: JSONColumnType<object> | null;
  };
}
