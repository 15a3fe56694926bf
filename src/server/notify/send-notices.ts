// Sends what waits in the outbox. Nothing is held while the mail server is asked: notices are taken for a few minutes, and given back if it does not answer.
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { findPerson, type Notice, noticesFailed, noticesSent, noticesWait, type Person, takeNotices, transact, wishOf } from "#store";
import type { MailConfig } from "../config.ts";
import type { Deps } from "../deps.ts";
import { decisionLinks } from "./decision-links.ts";
import type { Attachment } from "../reports/attach-report.ts";
import { letterOutside, OUTSIDE } from "../public/outside.ts";
import { goesOut, mailOf } from "./mails.ts";

type Need = Pick<Deps, "database" | "clock" | "log" | "config" | "program">;

const BATCH = 500;
const LEASE = 5 * 60_000;
const MINUTE = 60_000;
/** A day is the longest between two tries; a mail server that is away for a week loses nothing. */
const LONGEST_WAIT = 24 * 60 * MINUTE;

type Outcome = "sent" | "failed" | "waits";

/** What goes along with a notice. */
type Attach = (notice: Notice, person: Pick<Person, "id" | "name">) => Promise<readonly Attachment[]>;

export interface SentNotices {
  readonly mails: number;
  readonly failed: number;
}

/** Without a mail server everything waits; people see it in the portal meanwhile. */
export async function sendNotices(need: Need, attach: Attach = async () => []): Promise<SentNotices> {
  const { mail } = need.config;
  if (!mail) return { mails: 0, failed: 0 };
  const transport = transportOf(mail);
  let [mails, failed] = [0, 0];
  try {
    for (;;) {
      const taken = await transact(need.database, async (tx) => {
        const notices = await takeNotices(tx, need.clock(), BATCH);
        const until = new Date(need.clock().getTime() + LEASE);
        await noticesWait(
          tx,
          notices.map(({ number }) => number),
          until,
        );
        return notices;
      });
      for (const [person, notices] of Map.groupBy(taken, (notice) => notice.person)) {
        const outcome = await sendTo(need, transport, mail, person, notices, attach);
        if (outcome === "sent") mails++;
        if (outcome === "failed") failed++;
      }
      if (taken.length < BATCH) return { mails, failed };
    }
  } finally {
    transport.close();
  }
}

function transportOf({ server, password }: MailConfig): Transporter {
  const url = new URL(server);
  return createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === "smtps:" ? 465 : 587),
    secure: url.protocol === "smtps:",
    // A server beyond this machine must speak TLS: notices name people and what they decide.
    requireTLS: url.protocol === "smtp:" && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname),
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: password ?? decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

async function sendTo(
  need: Need,
  transport: Transporter,
  { from }: MailConfig,
  id: string,
  notices: readonly Notice[],
  attach: Attach,
): Promise<Outcome> {
  if (id === OUTSIDE) return sendOutside(need, transport, from, notices);
  const { database, clock, config } = need;
  const person = await findPerson(database.sql, id);
  const wish = await wishOf(database.sql, id);
  const now = clock();
  const numbers = (some: readonly Notice[]) => some.map(({ number }) => number);
  if (!person?.email || person.state === "left" || wish.mail === "never") {
    // Not told by mail: it stands in the portal.
    await transact(database, (tx) => noticesFailed(tx, numbers(notices), person?.email ? "no mail is wanted" : "there is no address"));
    return "waits";
  }
  const { organization } = (await need.program()).program;
  const digestAt = (notice: Notice) => goesOut(notice, wish, organization.timeZone ?? "UTC") ?? now;
  // One from the time of a clock that went ahead has waited long enough.
  const outAt = (notice: Notice) => (Date.parse(notice.at) > now.getTime() ? now : digestAt(notice));
  const due = notices.filter((notice) => outAt(notice) <= now);
  // What goes out anyway takes along what would have waited for the digest.
  const going = due.length > 0 ? notices : [];
  if (going.length === 0) {
    await transact(database, async (tx) => {
      for (const notice of notices) await noticesWait(tx, [notice.number], outAt(notice));
    });
    return "waits";
  }
  const language = wish.language ?? organization.languages[0] ?? "en";
  const links = await decisionLinks(need, person, going);
  const attachments = (await Promise.all(going.map((notice) => attach(notice, person)))).flat();
  const to = { name: person.name, address: person.email };
  return post(need, transport, { from, to, ...mailOf(going, language, config.url, links), attachments: [...attachments] }, going);
}

/** Each by itself: they are of people who know nothing of each other. */
async function sendOutside(need: Need, transport: Transporter, from: string, notices: readonly Notice[]): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const notice of notices) {
    const letter = await letterOutside(need, notice);
    if (letter) outcomes.push(await post(need, transport, { from, ...letter }, [notice]));
    else await transact(need.database, (tx) => noticesFailed(tx, [notice.number], "nothing to tell outside"));
  }
  return outcomes.includes("failed") ? "failed" : outcomes.includes("sent") ? "sent" : "waits";
}

/** One mail for these notices; what could not be sent is tried again, later and later. */
async function post(
  { database, clock, config, log }: Need,
  transport: Transporter,
  mail: SendMailOptions,
  notices: readonly Notice[],
): Promise<Outcome> {
  const numbers = notices.map(({ number }) => number);
  const now = clock();
  try {
    await transport.sendMail({
      ...mail,
      // Sent twice after a crash, it is the same mail.
      messageId: `<notice-${numbers.join("-").slice(0, 100)}@${config.url.hostname}>`,
      headers: { "auto-submitted": "auto-generated", "x-auto-response-suppress": "All" },
    });
  } catch (error) {
    const tries = Math.max(...notices.map(({ attempts }) => attempts));
    const next = new Date(now.getTime() + Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(tries, 20)));
    log.warn({ err: error, tries: tries + 1, next: next.toISOString() }, "a mail could not be sent; it is tried again");
    await transact(database, (tx) => noticesFailed(tx, numbers, (error as Error).message, next));
    return "failed";
  }
  await transact(database, (tx) => noticesSent(tx, numbers, now));
  return "sent";
}
