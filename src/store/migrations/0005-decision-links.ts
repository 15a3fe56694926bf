// Links that take one decision in one case, for those who answer from a mail.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const decisionLinks: Migration = {
  id: "0005-decision-links",
  async up(tx) {
    await sql.raw("alter table links add column about text").execute(tx);
    await sql.raw("alter table links drop constraint links_purpose_check").execute(tx);
    await sql
      .raw("alter table links add constraint links_purpose_check check (purpose in ('first-administrator', 'sign-in', 'decide'))")
      .execute(tx);
    await sql.raw("alter table links add constraint links_about_check check ((purpose = 'decide') = (about is not null))").execute(tx);
  },
};
