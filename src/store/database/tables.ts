// All tables, for Kysely: each folder of the room describes its own.
import type { AssignmentTables } from "../assignments/tables.ts";
import type { CaseTables } from "../cases/tables.ts";
import type { OutboxTables } from "../outbox/tables.ts";
import type { PeopleTables } from "../people/tables.ts";
import type { ProgramTables } from "../programs/tables.ts";
import type { RecordTables } from "../record/tables.ts";
import type { StoredRecordTables } from "../records/tables.ts";
import type { ResultTables } from "../results/tables.ts";
import type { ScheduleTables } from "../schedules/tables.ts";
import type { WorkTables } from "../work/tables.ts";
import type { MigrationTables } from "./migrate.ts";

export interface Tables
  extends MigrationTables,
    RecordTables,
    AssignmentTables,
    CaseTables,
    StoredRecordTables,
    OutboxTables,
    PeopleTables,
    ProgramTables,
    ResultTables,
    ScheduleTables,
    WorkTables {}
