// The database looked the place of each use up, 300,000 times for a large bill of materials. Who brings uses in asks once for all of them, and holds the places meanwhile.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const placesHeld: Migration = {
  id: "0010-places-held",
  async up(tx) {
    await sql`alter table uses drop constraint uses_place_fkey`.execute(tx);
  },
};
