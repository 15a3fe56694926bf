// Whether a finding counts: conditions on the row `f`.
import { sql } from "kysely";

/** A waiver covers it that has not run out. */
export const COVERED = sql`(f.waiver is not null and f.waiver ->> 'expired' = 'false')`;
/** Enforced, and covered by no waiver. */
export const OPEN = sql`f.mode = 'enforce' and not ${COVERED}`;
