// Tables of people, as Kysely sees them.
import type { Generated } from "kysely";

export interface PeopleTables {
  notice_wishes: { person: string; mail: "at-once" | "daily" | "weekly" | "never"; language: "en" | "de" | null };
  calendars: { person: string; hash: string; made_at: Date };
  webhooks: {
    id: Generated<string>;
    url: string;
    secret: string;
    events: string[];
    made_by: string;
    made_at: Date;
    position: number;
    attempts: Generated<number>;
    next_attempt: Date;
    error: string | null;
    ended_at: Date | null;
  };
  webhook_dead: { webhook: string; sequence: number; error: string; at: Date };
  people: {
    id: string;
    name: string;
    email: string | null;
    state: Generated<"active" | "left">;
    created_at: Date;
    left_at: Date | null;
    seen_at: Date | null;
  };
  identities: { issuer: string; subject: string; person: string; created_at: Date };
  role_grants: {
    id: Generated<string>;
    person: string;
    role: string;
    lane: string | null;
    board: string | null;
    unit: string | null;
    source: "granted" | "provider";
    given_by: string;
    given_at: Date;
    ends_at: Date | null;
    ended_at: Date | null;
    ended_by: string | null;
  };
  sessions: {
    hash: string;
    id: Generated<string>;
    person: string;
    how: "provider" | "link";
    issuer: string | null;
    client: string;
    began_at: Date;
    seen_at: Date;
    ends_at: Date;
  };
  sign_ins: { hash: string; state: string; nonce: string; verifier: string; go_to: string; ends_at: Date };
  links: {
    hash: string;
    purpose: "first-administrator" | "sign-in" | "decide";
    person: string | null;
    about: string | null;
    made_by: string;
    made_at: Date;
    ends_at: Date;
    used_at: Date | null;
  };
  tokens: {
    id: Generated<string>;
    hash: string;
    prefix: string;
    name: string;
    kind: "personal" | "service";
    person: string | null;
    scopes: string[];
    units: string[] | null;
    made_at: Date;
    ends_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
  absences: {
    id: Generated<string>;
    person: string;
    starts_at: Date;
    ends_at: Date;
    deputy: string | null;
    told_by: string;
    told_at: Date;
    withdrawn_at: Date | null;
  };
}
