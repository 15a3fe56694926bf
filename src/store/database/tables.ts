// All tables, for Kysely: each folder of the room describes its own.
import type { MigrationTables } from "./migrate.ts";

export interface Tables extends MigrationTables {}
