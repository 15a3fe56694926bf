import { describe, expect, onTestFinished, test } from "vitest";
import type { Program } from "#program";
import { type Database, listCases, readCase } from "#store";
import { onEachDatabase } from "#store/testing";
import { exampleProgram } from "../testing/cases-office.ts";
import { serverDocument, type ServerConfig } from "../config.ts";
import { sendNotices } from "../notify/send-notices.ts";
import { actOnCase } from "../office/actions.ts";
import { isAddress } from "../public/outside.ts";
import { openMailbox } from "../testing/mailbox.ts";
import { testOffice } from "../testing/office.ts";
import { officeFor } from "./cases/acting.ts";

const now = new Date("2026-12-01T09:00:00.000Z");
const question = {
  about: "source",
  subject: "Source of the portal",
  question: "Where is the source <script>of</script> it?",
  product: "Claims portal 3.2",
  contact: "ann@example.net",
};

async function site(database: Database, change: (program: Program) => Program = (program) => program, config: Partial<ServerConfig> = {}) {
  const program = change(await exampleProgram());
  const { app, deps } = await testOffice({ database, program: { program, digest: program.digest }, clock: () => now, config });
  const look = (url: string, headers: Record<string, string> = {}) => app.inject({ method: "GET", url, headers });
  const send = (body: Record<string, string>, headers: Record<string, string> = {}, language = "en") =>
    app.inject({
      method: "POST",
      url: `/public/${language}/ask`,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...headers },
      payload: new URLSearchParams(body).toString(),
    });
  const cases = async () => (await listCases(database.sql, { limit: 50, order: "changed" })).cases;
  return { app, deps, look, send, cases };
}

const closed = (program: Program): Program => {
  const { site: _, ...organization } = program.organization;
  return { ...program, organization };
};

onEachDatabase((databases) => {
  test("everybody reads what the organisation calls public, in their language, and nothing beside it", async () => {
    const { look } = await site(await databases.fresh());
    expect((await look("/public", { "accept-language": "de-CH" })).headers.location).toBe("/public/de/index.html");
    const home = await look("/public/en/index.html");
    expect([home.statusCode, home.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(home.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(home.body).toContain('href="ask.html"');
    const security = await look("/.well-known/security.txt");
    expect([security.headers["content-type"], security.body]).toEqual([
      "text/plain; charset=utf-8",
      expect.stringContaining("Contact: mailto:security@seeland.example"),
    ]);
    for (const path of ["/public/en/nothing.html", "/public/../organization.yaml", "/public/en/..%2F..%2Forganization.yaml"])
      expect((await look(path)).statusCode, path).toBe(404);
  });

  test("without a site in organization.yaml there is nothing, and nothing is taken", async () => {
    const { look, send, cases } = await site(await databases.fresh(), closed);
    for (const path of ["/public", "/public/en/index.html", "/public/en/ask.html", "/.well-known/security.txt"])
      expect((await look(path)).statusCode, path).toBe(404);
    expect((await send(question)).statusCode).toBe(404);
    expect(await cases()).toEqual([]);
  });

  test("a question becomes a case of the office, of nobody known, and says until when it is answered", async () => {
    const database = await databases.fresh();
    const { send, cases } = await site(database);
    const answer = await send(question);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("The answer comes to ann@example.net");
    expect(answer.body).toContain("You hear from us by 15 December 2026");
    const [asked] = await cases();
    const state = (await readCase(database.sql, asked?.id ?? ""))?.state;
    expect(state).toMatchObject({ kind: "ask", requester: "public:site", phase: "review", fields: question });
    expect(state?.lanes.map(({ id }) => id)).toEqual(["ospo", "legal"]);
  });

  test("what is missing or wrong is said beside what was typed, which is not lost", async () => {
    const { send, cases } = await site(await databases.fresh());
    const { product: _, ...without } = question;
    const missing = await send(without);
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain("Still to be said: Product and version.");
    expect(missing.body).toContain("Where is the source &lt;script&gt;of&lt;/script&gt; it?");
    expect((await send({ ...question, contact: "nobody" }, {}, "de")).body).toContain("Das ist keine E-Mail-Adresse: nobody.");
    expect((await send({ ...question, contact: "" })).body).toContain("Still to be said: Your e-mail address.");
    expect((await send({ ...question, about: "everything" })).statusCode).toBe(422);
    expect(await cases()).toEqual([]);
  });

  test("programs, other pages and floods open no case", async () => {
    const { send, cases } = await site(await databases.fresh());
    expect((await send({ ...question, website: "https://spam.example" })).statusCode).toBe(200);
    expect((await send(question, { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await send({ ...question, question: "x".repeat(40_000) })).statusCode).toBe(413);
    expect((await send({ ...question, question: "x".repeat(6000) })).statusCode).toBe(422);
    expect(await cases()).toEqual([]);
    const many = [];
    for (let at = 0; at < 6; at++) many.push(await send(question));
    expect(many.at(-1)?.statusCode).toBe(429);
    expect(many.at(-1)?.body).toContain("Nothing is lost: try again in 10 minutes");
    expect((await cases()).length).toBeLessThanOrEqual(5);
  });
});

describe("what the office asks back", () => {
  onEachDatabase((databases) => {
    test("reaches the address that was left, is answered by the link of the mail once, and so is the case", async () => {
      const box = await openMailbox();
      onTestFinished(() => box.stop());
      const { mail } = serverDocument.parse({ mail: { server: box.address, from: "Office <ospo@example.org>" } });
      const database = await databases.fresh();
      const { app, deps, look, send, cases } = await site(database, (program) => program, mail ? { mail } : {});
      const { product: _, ...community } = { ...question, about: "community" };
      expect((await send(community)).statusCode).toBe(200);
      const id = (await cases())[0]?.id ?? "";
      const state = async () => (await readCase(database.sql, id))?.state;
      const member = { id: (await state())?.lanes[0]?.members[0] ?? "", roles: ["reviewer"] as const };
      await actOnCase(officeFor(deps), member, id, { is: "asked", lane: "ospo", question: "Which <b>release</b>?" });
      await sendNotices(deps);
      // That it came in, the page has said.
      expect(box.mails).toHaveLength(1);
      const text = box.mails[0]?.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
      expect(text).toContain("To: ann@example.net");
      expect(text).toContain("Which <b>release</b>?");
      expect(text).toContain("Which &lt;b&gt;release&lt;/b&gt;?");
      expect(text).toContain("The open source office of Seeland");
      expect(text).toContain("Das Open-Source-B");
      const token = /\/answer\/\S+\?token=([\w-]+)/.exec(text)?.[1] ?? "";
      const at = (secret: string) => `/answer/${id}?token=${secret}`;
      const page = await look(at(token), { "accept-language": "de" });
      expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-store"]);
      expect(page.body).toContain("Which &lt;b&gt;release&lt;/b&gt;?");
      expect(page.body).toContain("Antwort senden");
      // Of no use anywhere else.
      expect((await look(at("x".repeat(43)))).statusCode).toBe(410);
      expect((await look(`/decide/${id}?token=${token}`)).statusCode).toBe(410);
      const enter = await app.inject({ method: "POST", url: "/api/sign-in/link", payload: { secret: token, id: "eve", name: "Eve" } });
      expect(enter.statusCode).toBeGreaterThanOrEqual(400);
      const answer = (body: Record<string, string>, headers: Record<string, string> = {}) =>
        app.inject({
          method: "POST",
          url: `/answer/${id}`,
          headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...headers },
          payload: new URLSearchParams(body).toString(),
        });
      expect((await answer({ token, text: "3.2" }, { origin: "https://evil.example" })).statusCode).toBe(403);
      expect((await answer({ token, text: " " })).statusCode).toBe(422);
      expect((await answer({ token, text: "x".repeat(6000) })).statusCode).toBe(422);
      expect((await state())?.phase).toBe("waiting");
      const sent = await Promise.all([answer({ token, text: "Release 3.2" }), answer({ token, text: "Release 3.3" })]);
      expect(sent.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
      expect((await state())?.phase).toBe("review");
      expect((await look(at(token))).statusCode).toBe(410);
      await actOnCase(officeFor(deps), member, id, {
        is: "decided",
        lane: "ospo",
        vote: "approve",
        because: "It is at https://git.example.",
      });
      await sendNotices(deps);
      const [, told] = box.mails.filter((each) => each.includes("To: ann@example.net"));
      expect(told).toContain("It is at https://git.example.");
      expect(box.mails.filter((each) => each.includes("ann@example.net"))).toHaveLength(2);
    });
  });

  test("goes to one address and to nothing that a mail would read as several", () => {
    for (const text of ["a@b.example", "ann.o'neill+x@mail.example.org"]) expect(isAddress(text), text).toBe(true);
    for (const text of [
      "a@b",
      "a@b.example,c@d.example",
      "A <a@b.example>",
      "a@b.example\r\nBcc: c@d.example",
      "a b@c.example",
      `${"a".repeat(250)}@b.example`,
    ])
      expect(isAddress(text), text).toBe(false);
  });
});

describe("an office without a kind for questions", () => {
  onEachDatabase((databases) => {
    test("shows its pages without a form", async () => {
      const { look, send } = await site(await databases.fresh(), (program) => ({
        ...program,
        cases: (program.cases ?? []).filter(({ kind }) => kind !== "ask"),
      }));
      expect((await look("/public/en/index.html")).body).not.toContain("ask.html");
      expect((await look("/public/en/ask.html")).statusCode).toBe(404);
      expect((await send(question)).statusCode).toBe(404);
    });
  });
});
