// What people are told, and what they are asked to do.
import type { Generated } from "kysely";
import type { GivenCount } from "../record/tables.ts";

export interface OutboxTables {
  outbox: {
    number: GivenCount;
    at: Date;
    person: string;
    what: string;
    subject: string;
    text: string | null;
    urgent: boolean;
    sent_at: Date | null;
    attempts: Generated<number>;
    next_attempt: Date | null;
    error: string | null;
  };
  tasks: {
    number: GivenCount;
    for_person: string;
    subject: string;
    text: string;
    at: Date;
    done_at: Date | null;
    done_by: string | null;
  };
}
