// A result was there to see, as the newest, from when it began to come in; one whose server was killed meanwhile stayed.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const resultsKept: Migration = {
  id: "0011-results-kept",
  async up(tx) {
    await sql`alter table results add column kept boolean not null default true`.execute(tx);
  },
};
