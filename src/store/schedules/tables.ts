// Reports that somebody wants again and again.
import type { Generated } from "kysely";

export interface ScheduleTables {
  report_schedules: {
    id: Generated<string>;
    person: string;
    /** A team of the program that gets it, too; null: the person alone. */
    team: string | null;
    report: string;
    product: string | null;
    language: "en" | "de";
    every: "month" | "quarter";
    next_at: Date;
    last_at: Date | null;
    made_at: Date;
    ended_at: Date | null;
  };
}
