// All tables, for Kysely: each folder of the room describes its own.
import type { ProgramTables } from "../programs/tables.ts";
import type { ResultTables } from "../results/tables.ts";
import type { MigrationTables } from "./migrate.ts";

export interface Tables extends MigrationTables, ProgramTables, ResultTables {}
