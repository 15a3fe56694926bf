import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { wordsOf } from "#look";
import { addNotices, addPerson, append, type Database, listWebhooks, markLeft, makeWebhook, setWish } from "#store";
import { onEachDatabase } from "#store/testing";
import { configFor, serverDocument, type ServerConfig } from "../config.ts";
import { type Mailbox, openMailbox } from "../testing/mailbox.ts";
import { testOffice } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";
import { goesOut, mailOf } from "./mails.ts";
import { sendNotices } from "./send-notices.ts";
import { signatureOf, tellWebhooks } from "./tell-webhooks.ts";

let now = new Date("2026-11-30T12:00:00Z");
const clock = () => now;
const after = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
beforeEach(() => {
  now = new Date("2026-11-30T12:00:00Z");
});

async function mailServer(): Promise<Mailbox & { readonly config: Pick<ServerConfig, "mail"> }> {
  const box = await openMailbox();
  onTestFinished(() => box.stop());
  const { mail } = serverDocument.parse({ mail: { server: box.address, from: "Office <ospo@example.org>" } });
  return Object.assign(box, { config: mail ? { mail } : {} });
}

async function officeWith(database: Database, config: Partial<ServerConfig>) {
  const { deps } = await testOffice({ database, clock, program: smallProgram(), routes: [], config });
  return deps;
}

const tell = (
  database: Database,
  notices: readonly { person: string; what: string; urgent?: boolean; text?: string; subject?: string }[],
) =>
  database.sql.transaction().execute((tx) =>
    addNotices(
      tx,
      notices.map((notice) => ({ subject: "case:use-7", ...notice, at: now.toISOString() })),
    ),
  );

test("what cannot wait goes at once, everything else with the digest, and never is never", () => {
  const came = "2026-11-30T12:00:00Z";
  const when = (mail: "at-once" | "daily" | "weekly" | "never", urgent = false, at = came, zone = "UTC") =>
    goesOut({ at, urgent }, { mail, language: undefined }, zone)?.toISOString();
  expect(when("daily")).toBe("2026-12-01T06:00:00.000Z");
  expect(when("daily", false, "2026-11-30T05:00:00Z")).toBe("2026-11-30T06:00:00.000Z");
  expect(when("weekly")).toBe("2026-12-07T06:00:00.000Z");
  expect(when("weekly", true)).toBe("2026-11-30T12:00:00.000Z");
  expect(when("at-once")).toBe("2026-11-30T12:00:00.000Z");
  expect(when("never", true)).toBeUndefined();
  // Six in the morning of the office, whatever its clocks are put to.
  expect(when("daily", false, came, "Europe/Zurich")).toBe("2026-12-01T05:00:00.000Z");
  expect(when("daily", false, "2026-03-28T12:00:00Z", "Europe/Zurich")).toBe("2026-03-29T04:00:00.000Z");
  expect(when("daily", false, "2026-10-24T12:00:00Z", "Europe/Zurich")).toBe("2026-10-25T05:00:00.000Z");
  expect(when("weekly", false, "2026-11-29T20:00:00Z", "Asia/Tokyo")).toBe("2026-11-29T21:00:00.000Z");
  expect(when("daily", false, came, "Asia/Kathmandu")).toBe("2026-12-01T00:15:00.000Z");
});

test("a mail is text and a page: what people wrote stays text in both, and nothing is fetched", () => {
  const hostile = '<img src=x onerror="alert(1)"><a href="https://evil.example">Click</a>\n</style><script>alert(2)</script>';
  const notice = {
    number: 1,
    at: now.toISOString(),
    person: "ada",
    what: hostile,
    subject: `case:${hostile}`,
    text: hostile,
    urgent: true,
    attempts: 0,
  };
  const asked = { question: hostile, address: "https://ospo.example/decide/resolve-1?token=abc&x=%22" };
  for (const language of ["en", "de"] as const) {
    const words = wordsOf(language).server.mail;
    const { subject, text, html } = mailOf([notice], language, new URL("https://ospo.example"), new Map([[notice.subject, asked]]));
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).toContain(`<html lang="${language}">`);
    // Every tag is one of ours, every address ours, and no part of it comes from elsewhere.
    expect(new Set([...html.matchAll(/<([a-z!]+)/g)].map(([, tag]) => tag))).toEqual(
      new Set(["!doctype", "html", "head", "meta", "title", "style", "body", "div", "p", "a"]),
    );
    expect([...html.matchAll(/(?:href|src)="(.*?)"/g)].map(([, address = ""]) => new URL(address).host)).toEqual(
      Array(3).fill("ospo.example"),
    );
    expect(html).not.toMatch(/url\(|@import|<[^>]+\son\w+=/);
    expect(html).toContain('href="https://ospo.example/decide/resolve-1?token=abc&amp;x=%22"');
    expect(html).toContain(`>${words.answer}</a>`);
    expect(text).toContain(`${words.decide}\n  ${asked.address}`);
    // What each line is about stands in one line.
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(1);
  }
});

test("more than a mail holds is counted", () => {
  const notices = Array.from({ length: 103 }, (_, number) => ({
    number,
    at: now.toISOString(),
    person: "ada",
    what: "approved",
    subject: `case:use-${number}`,
    urgent: false,
    attempts: 0,
  }));
  const { subject, text, html } = mailOf(notices, "en", new URL("https://ospo.example"));
  expect(subject).toBe("Allmend: 103 notices");
  expect(text).toContain("… and 3 more in the portal.");
  expect(html).toContain("… and 3 more in the portal.");
  expect(html).not.toContain("use-100");
});

onEachDatabase((databases) => {
  describe("mails", () => {
    async function people(): Promise<Database> {
      const database = await databases.fresh();
      await addPerson(database.sql, { id: "ada", name: "Ada", email: "ada@example.org" }, now);
      await addPerson(database.sql, { id: "bob", name: "Bob", email: "bob@example.org" }, now);
      await addPerson(database.sql, { id: "nil", name: "Nil" }, now);
      return database;
    }
    const waiting = async (database: Database) =>
      (await database.sql.selectFrom("outbox").select("number").where("sent_at", "is", null).execute()).length;

    test("a person gets one mail and no flood; what is urgent takes along what waits", async () => {
      const database = await people();
      const box = await mailServer();
      const deps = await officeWith(database, box.config);
      await tell(database, [
        ...Array.from({ length: 30 }, () => ({ person: "ada", what: "lanes-opened" })),
        { person: "bob", what: "approved" },
        { person: "bob", what: "overdue", urgent: true, text: "first line\nBcc: evil@example.org\n\n.\nsecond" },
      ]);
      expect(await sendNotices(deps)).toEqual({ mails: 1, failed: 0 });
      expect(box.mails).toHaveLength(1);
      expect(box.mails[0]).toContain("To: Bob <bob@example.org>");
      expect(box.mails[0]).toContain("Auto-Submitted: auto-generated");
      expect(box.mails[0]?.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/m);
      expect(box.mails[0]).toContain("use-7: is overdue");
      expect(box.mails[0]).toContain("http://localhost/requests/use-7");
      expect(box.mails[0]).toMatch(/^Content-Type: multipart\/alternative/m);
      expect(box.mails[0]).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
      expect(box.mails[0]).toMatch(/^Content-Type: text\/html; charset=utf-8/m);
      after(18 * 60);
      expect(await sendNotices(deps)).toEqual({ mails: 1, failed: 0 });
      expect(box.mails[1]).toContain("Subject: Allmend: 30 notices");
      expect(await waiting(database)).toBe(0);
      expect(await sendNotices(deps)).toEqual({ mails: 0, failed: 0 });
    });

    test("a mail server that is away or refuses loses nothing, and nothing is sent twice", async () => {
      const database = await people();
      const box = await mailServer();
      const deps = await officeWith(database, box.config);
      await setWish(database.sql, "ada", { mail: "at-once", language: "de" });
      await tell(database, [{ person: "ada", what: "approved" }]);
      box.refuse = "try later";
      for (let tries = 0; tries < 3; tries++) {
        expect(await sendNotices(deps)).toEqual({ mails: 0, failed: 1 });
        expect(await sendNotices(deps)).toEqual({ mails: 0, failed: 0 });
        after(2 ** tries);
      }
      box.refuse = undefined;
      await Promise.all([sendNotices(deps), sendNotices(deps)]);
      expect(box.mails).toHaveLength(1);
      expect(box.mails[0]).toContain("use-7: ist genehmigt");
      await tell(database, [{ person: "ada", what: "rejected" }]);
      await box.stop();
      expect(await sendNotices(deps)).toEqual({ mails: 0, failed: 1 });
      expect(await waiting(database)).toBe(1);
    });

    test("what a clock that went ahead put off has its turn once the clock is right", async () => {
      const database = await people();
      const box = await mailServer();
      const deps = await officeWith(database, box.config);
      await setWish(database.sql, "ada", { mail: "at-once", language: "en" });
      const right = now;
      after(400 * 24 * 60);
      await tell(database, [
        { person: "ada", what: "approved" },
        { person: "bob", what: "approved" },
      ]);
      now = right;
      expect(await sendNotices(deps)).toEqual({ mails: 2, failed: 0 });
      expect([await waiting(database), box.mails.length]).toEqual([0, 2]);
    });

    test("without a mail server all waits; who has no address, has left or wants no mail gets none", async () => {
      const database = await people();
      await tell(database, [
        { person: "nil", what: "approved" },
        { person: "ada", what: "overdue", urgent: true },
        { person: "bob", what: "approved", urgent: true },
      ]);
      expect(await sendNotices(await officeWith(database, {}))).toEqual({ mails: 0, failed: 0 });
      await setWish(database.sql, "ada", { mail: "never", language: undefined });
      await markLeft(database.sql, "bob", now);
      const box = await mailServer();
      expect(await sendNotices(await officeWith(database, box.config))).toEqual({ mails: 0, failed: 0 });
      expect(box.mails).toEqual([]);
    });
  });

  describe("webhooks", () => {
    interface Other {
      readonly url: string;
      readonly trusted: ReadonlySet<string>;
      readonly got: { body: string; headers: IncomingMessage["headers"] }[];
      status: number;
    }

    async function otherSystem(): Promise<Other> {
      const got: Other["got"] = [];
      const state = { status: 200 };
      const server = createServer((request: IncomingMessage, response: ServerResponse) => {
        let body = "";
        request.on("data", (part: Buffer) => (body += part.toString()));
        request.on("end", () => {
          if (state.status === 200) got.push({ body, headers: request.headers });
          response.writeHead(state.status, { location: "http://127.0.0.1:1/" }).end();
        });
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      onTestFinished(() => void server.close());
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      return {
        url: `http://${host}/hook`,
        trusted: new Set([host]),
        got,
        get status() {
          return state.status;
        },
        set status(value) {
          state.status = value;
        },
      };
    }

    const happen = (database: Database, ...what: string[]) =>
      database.sql.transaction().execute(async (tx) => {
        for (const each of what)
          await append(tx, { at: now.toISOString(), by: "ada", what: each, subject: "case:use-7", why: "a secret reason" });
      });

    test("tells what was asked for, in order, once, signed, and nothing personal", async () => {
      const database = await databases.fresh();
      const other = await otherSystem();
      const deps = await officeWith(database, { trustedHosts: other.trusted });
      await happen(database, "case.opened");
      const { secret } = await makeWebhook(database.sql, { url: other.url, events: ["case."], by: "ada" }, now);
      await happen(database, "case.decided", "role.given", "case.moved");
      await Promise.all([tellWebhooks(deps), tellWebhooks(deps)]);
      const events = other.got.map(({ body }) => JSON.parse(body) as { what: string });
      expect(events.map(({ what }) => what)).toEqual(["case.decided", "case.moved"]);
      for (const { body, headers } of other.got) {
        expect(body).not.toMatch(/ada|secret reason/);
        const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["x-allmend-signature"])) ?? [];
        expect(given).toBe(createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
      }
      expect(await tellWebhooks(deps)).toBe(0);
    });

    test("goes on where it was after failures, and sets aside what is never taken", async () => {
      const database = await databases.fresh();
      const other = await otherSystem();
      const deps = await officeWith(database, { trustedHosts: other.trusted });
      await makeWebhook(database.sql, { url: other.url, events: ["case."], by: "ada" }, now);
      await happen(database, "case.opened", "case.decided");
      other.status = 500;
      expect(await tellWebhooks(deps)).toBe(0);
      expect(await listWebhooks(database.sql)).toMatchObject([{ attempts: 1, error: "it answered 500", position: 0 }]);
      expect(await tellWebhooks(deps)).toBe(0);
      expect(await listWebhooks(database.sql)).toMatchObject([{ attempts: 1 }]);
      after(1);
      other.status = 302;
      await tellWebhooks(deps);
      expect(await listWebhooks(database.sql)).toMatchObject([{ attempts: 2, error: "it answered 302" }]);
      for (let tries = 0; tries < 12; tries++) {
        after(6 * 60);
        await tellWebhooks(deps);
      }
      expect(await listWebhooks(database.sql)).toMatchObject([{ dead: 1, position: 1 }]);
      other.status = 200;
      after(6 * 60);
      await tellWebhooks(deps);
      expect(other.got.map(({ body }) => (JSON.parse(body) as { what: string }).what)).toEqual(["case.decided"]);
    });

    test("an address in the house's own network is not called, also where it was public when it was named", async () => {
      const database = await databases.fresh();
      const other = await otherSystem();
      const deps = await officeWith(database, {});
      await makeWebhook(database.sql, { url: other.url, events: ["case."], by: "ada" }, now);
      await happen(database, "case.opened");
      await tellWebhooks(deps);
      expect(other.got).toEqual([]);
      expect((await listWebhooks(database.sql))[0]?.error).toContain("is not called");
    });
  });
});

test("the signature of another body or another moment is another one", () => {
  const at = new Date(0);
  const all = [signatureOf("s", "a", at), signatureOf("s", "b", at), signatureOf("t", "a", at), signatureOf("s", "a", new Date(1000))];
  expect(new Set(all).size).toBe(4);
  expect(configFor("http://localhost").trustedHosts.size).toBe(0);
});
