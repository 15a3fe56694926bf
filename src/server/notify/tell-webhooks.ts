// Tells webhooks what came into the record, in order, signed, until they took it.
import { createHmac } from "node:crypto";
import { readLines, type RecordLine, takeWebhook, type Webhook, webhookFailed, webhookGaveUp, webhookTook } from "#store";
import type { Deps } from "../deps.ts";
import { call } from "../outgoing/call.ts";

type Need = Pick<Deps, "database" | "clock" | "log" | "config" | "stopping">;

const LEASE = 5 * 60_000;
const MINUTE = 60_000;
const BATCH = 100;
/** About two days of trying. */
const TRIES = 14;
const LONGEST_WAIT = 6 * 60 * MINUTE;

/** Gives how many events were taken. */
export async function tellWebhooks(need: Need): Promise<number> {
  let told = 0;
  for (;;) {
    const webhook = await takeWebhook(need.database.sql, need.clock(), LEASE);
    if (!webhook || need.stopping.aborted) return told;
    told += await tell(need, webhook);
  }
}

async function tell({ database, clock, log, config, stopping }: Need, webhook: Webhook): Promise<number> {
  const lines = await readLines(database.sql, { after: webhook.position, limit: BATCH });
  let [told, position] = [0, webhook.position];
  for (const line of lines) {
    if (stopping.aborted) break;
    if (webhook.events.some((beginning) => line.what.startsWith(beginning))) {
      const failure = await send(webhook, line, config.url, config.trustedHosts, clock());
      if (failure !== undefined) {
        if (position > webhook.position) await webhookTook(database.sql, webhook.id, position, clock());
        const tries = position > webhook.position ? 1 : webhook.attempts + 1;
        log.warn({ webhook: webhook.id, tries, because: failure }, "a webhook did not take an event");
        if (tries >= TRIES) await webhookGaveUp(database.sql, webhook.id, line.sequence, failure, clock());
        else await webhookFailed(database.sql, webhook.id, failure, after(clock(), tries));
        return told;
      }
      told++;
    }
    position = line.sequence;
  }
  await webhookTook(database.sql, webhook.id, position, clock());
  return told;
}

/** One event, now, whatever it asked for: whether it takes what is sent. Undefined where it did, else why not. */
export async function tryWebhook(
  { config, clock }: Pick<Deps, "config" | "clock">,
  webhook: Webhook,
  line: RecordLine,
): Promise<string | undefined> {
  return send(webhook, line, config.url, config.trustedHosts, clock());
}

function after(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(LONGEST_WAIT, MINUTE * 2 ** (tries - 1)));
}

/** What happened, and to what; who and why are asked of the API by whoever may know. */
function bodyOf({ sequence, at, what, subject, policy, hash }: RecordLine, server: URL): string {
  return JSON.stringify({
    schema: "allmend.event/1",
    server: server.origin,
    sequence,
    at,
    what,
    subject,
    ...(policy ? { policy } : {}),
    hash,
  });
}

/** Why it was not taken; undefined where it was. */
async function send(webhook: Webhook, line: RecordLine, server: URL, trusted: ReadonlySet<string>, now: Date): Promise<string | undefined> {
  const body = bodyOf(line, server);
  try {
    const { status } = await call(webhook.url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-allmend-event": line.what,
        "x-allmend-signature": signatureOf(webhook.secret, body, now),
      },
      within: 10_000,
      atMost: 64 * 1024,
      trusted,
    });
    return status >= 200 && status < 300 ? undefined : `it answered ${status}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA-256 over `SECONDS.BODY`, so that nobody sends an old one again unnoticed. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
