// Whether a finding counts, and who answers for it: pieces of queries over the row `f`.
import { sql } from "kysely";

/** A waiver covers it that has not run out. */
export const COVERED = sql`(f.waiver is not null and f.waiver ->> 'expired' = 'false')`;
/** Enforced, and covered by no waiver. */
export const OPEN = sql`f.mode = 'enforce' and not ${COVERED}`;

/** Findings, each with whom it was given to (`a`). */
export const GIVEN = sql`findings f left join assignments a on a.finding = f.id`;
/** To whom it was given; else who answers for its product, rule or policy. */
export const OWNER = sql`coalesce(a.owner, f.owner)`;
