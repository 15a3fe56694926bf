// A sign-in that is under way at the provider, bound to the browser that began it. Used once.
import { digestOf, newSecret } from "./secrets.ts";
import type { Sql } from "./people.ts";

export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path to go to afterwards. */
  readonly goTo: string;
}

/** Gives the secret for the browser. */
export async function beginSignIn(sql: Sql, { state, nonce, verifier, goTo }: PendingSignIn, at: Date, within: number): Promise<string> {
  const secret = newSecret();
  await sql.deleteFrom("sign_ins").where("ends_at", "<", at).execute();
  await sql
    .insertInto("sign_ins")
    .values({ hash: digestOf(secret), state, nonce, verifier, go_to: goTo, ends_at: new Date(at.getTime() + within) })
    .execute();
  return secret;
}

/** Takes it out, so that nobody comes back with it a second time. */
export async function takeSignIn(sql: Sql, secret: string, at: Date): Promise<PendingSignIn | undefined> {
  const row = await sql.deleteFrom("sign_ins").where("hash", "=", digestOf(secret)).returningAll().executeTakeFirst();
  if (!row || row.ends_at <= at) return undefined;
  return { state: row.state, nonce: row.nonce, verifier: row.verifier, goTo: row.go_to };
}
