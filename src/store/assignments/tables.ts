// Who findings were given to (migration 0004).
import type { ColumnType } from "kysely";

export interface AssignmentTables {
  assignments: {
    finding: string;
    /** Id of a person or of a team. */
    owner: string;
    note: string | null;
    by: string;
    at: ColumnType<Date, Date | string, Date | string>;
  };
}
