import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database } from "#store";
import { freshInMemory } from "#store/testing";
import { createApp } from "../app.ts";
import { configFor, type ServerConfig, serverDocument } from "../config.ts";
import type { App, Deps } from "../deps.ts";
import { createLog } from "../http/log.ts";
import { noJobs } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";
import { signInAs, TestBrowser, type Page } from "../testing/browser.ts";
import { type Liar, lies, startLiar } from "../testing/liar.ts";
import { startProvider, testClient, type TestProvider } from "../testing/provider.ts";
import { firstAdministratorLink } from "./enter.ts";
import { CALLBACK } from "./provider.ts";

const office = "http://localhost:4040";
let database: Database;
let now = new Date("2026-11-30T12:00:00Z");
const log: string[] = [];

function settings(issuer: string, more: object = {}): ServerConfig["signIn"] {
  const document = serverDocument.parse({ "sign-in": { issuer, "client-id": testClient.id, "timeout-seconds": 1, ...more } });
  return document["sign-in"] && { ...document["sign-in"], secret: testClient.secret };
}

async function appWith(signIn: ServerConfig["signIn"], config: Partial<ServerConfig> = {}): Promise<App> {
  const deps: Deps = {
    database,
    clock: () => now,
    home: "",
    log: createLog({ to: { write: (line) => void log.push(line) } }),
    program: async () => smallProgram(),
    jobs: noJobs,
    config: configFor(office, {
      ...(signIn ? { signIn } : {}),
      limits: { body: 10_000, known: 10_000, unknown: 10_000, failures: 10_000 },
      ...config,
    }),
    stopping: new AbortController().signal,
  };
  return createApp(deps, { version: "0.0.0" });
}

const json = (page: Page) => JSON.parse(page.text) as Record<string, unknown>;
const rowsOf = async () => (await database.sql.selectFrom("people").select("id").orderBy("id").execute()).map(({ id }) => id);

beforeAll(async () => {
  database = await freshInMemory();
});
beforeEach(async () => {
  now = new Date("2026-11-30T12:00:00Z");
  log.length = 0;
  for (const table of ["sessions", "identities", "role_grants", "links", "tokens", "absences", "people"] as const) {
    await database.sql.deleteFrom(table).execute();
  }
});
afterAll(() => database.close());

describe("with a real identity provider", () => {
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider(`${office}${CALLBACK}`, {
      "sub-ada": {
        preferred_username: "ada",
        name: "Ada Lovelace",
        email: "ada@example.org",
        email_verified: true,
        groups: ["ospo", "legal"],
      },
      "sub-bob": { preferred_username: "bob", name: "Bob", groups: [] },
      "sub-eve": { preferred_username: "Ada", name: "Eve", groups: ["ospo"] },
      "sub-none": { name: "Nobody" },
    });
  });
  afterAll(() => provider.stop());
  const roles = [
    { group: "ospo", role: "admin" },
    { group: "legal", role: "reviewer", lane: "legal" },
  ];

  test("somebody comes in, is who the provider says, and gets the roles of their groups", async () => {
    const browser = new TestBrowser(await appWith(settings(provider.issuer, { roles })), office);
    const page = await signInAs(browser, "sub-ada");
    expect(page.status).toBe(200);
    const me = json(page);
    expect(me).toMatchObject({ id: "ada", kind: "person", name: "Ada Lovelace", units: "all" });
    expect(me.roles).toEqual(expect.arrayContaining([{ role: "admin" }, { role: "reviewer", lane: "legal" }]));
    expect(me.permissions).toContain("people:manage");
    const lines = await database.sql.selectFrom("record_lines").select(["what", "subject"]).execute();
    expect(lines).toEqual(
      expect.arrayContaining([
        { what: "person.added", subject: "person:ada" },
        { what: "role.given", subject: "person:ada" },
      ]),
    );
  });

  test("roles follow the groups at the next sign-in", async () => {
    const app = await appWith(settings(provider.issuer, { roles }));
    await signInAs(new TestBrowser(app, office), "sub-ada");
    provider.accounts["sub-ada"] = { ...provider.accounts["sub-ada"], groups: ["legal"] };
    const me = json(await signInAs(new TestBrowser(app, office), "sub-ada"));
    expect(me.permissions).not.toContain("people:manage");
    provider.accounts["sub-ada"] = { ...provider.accounts["sub-ada"], groups: ["ospo", "legal"] };
  });

  test("nobody takes the id of another account, and whoever has left stays out", async () => {
    const app = await appWith(settings(provider.issuer, { roles }));
    await signInAs(new TestBrowser(app, office), "sub-ada");
    const eve = await signInAs(new TestBrowser(app, office), "sub-eve");
    expect(eve.status).toBe(403);
    expect(json(eve)).toMatchObject({ code: "identity-taken" });
    await database.sql.updateTable("people").set({ state: "left" }).where("id", "=", "ada").execute();
    expect(json(await signInAs(new TestBrowser(app, office), "sub-ada"))).toMatchObject({ status: 403, code: "person-left" });
  });

  test("who is in none of the groups, or has no id, stays out", async () => {
    const app = await appWith(settings(provider.issuer, { "only-groups": ["ospo"] }));
    expect(json(await signInAs(new TestBrowser(app, office), "sub-bob"))).toMatchObject({ status: 403, code: "sign-in-not-for-you" });
    const open = await appWith(settings(provider.issuer));
    expect(json(await signInAs(new TestBrowser(open, office), "sub-none"))).toMatchObject({ status: 403, code: "sign-in-incomplete" });
    expect(await rowsOf()).toEqual([]);
  });

  test("the cookie is read by no script, sent by no other site, and on https bound to the host", async () => {
    const browser = new TestBrowser(await appWith(settings(provider.issuer)), office);
    const begun = await browser.once("/api/sign-in/start");
    expect(begun.headers["set-cookie"]).toMatch(/^allmend-sign-in=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const secure = await appWith(settings(provider.issuer), { url: new URL("https://ospo.example.org") });
    const answer = await secure.inject({ url: "/api/sign-in/start", headers: { host: "ospo.example.org" } });
    expect(String(answer.headers["set-cookie"])).toMatch(
      /^__Host-allmend-sign-in=[^;]+; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(answer.headers["strict-transport-security"]).toContain("max-age");
    expect(new URL(String(answer.headers.location)).searchParams.get("redirect_uri")).toBe(`https://ospo.example.org${CALLBACK}`);
    expect(new URL(String(answer.headers.location)).searchParams.get("code_challenge_method")).toBe("S256");
  });

  test("a callback in another browser, a second time or too late lets nobody in", async () => {
    const app = await appWith(settings(provider.issuer));
    const [mine, theirs] = [new TestBrowser(app, office), new TestBrowser(app, office)];
    await signInAs(mine, "sub-bob");
    // Signed in at the provider already: it sends the browser straight back.
    const begun = await mine.once("/api/sign-in/start");
    let page = await mine.once(begun.headers.location ?? "");
    while (!(page.headers.location ?? "").startsWith(`${office}${CALLBACK}`))
      page = await mine.once(new URL(page.headers.location ?? "", page.url));
    const callback = page.headers.location ?? "";
    expect(json(await theirs.once(callback))).toMatchObject({ status: 401, code: "sign-in-expired" });
    await theirs.once("/api/sign-in/start");
    expect(json(await theirs.once(callback))).toMatchObject({ status: 401, code: "sign-in-invalid" });
    const kept = new Map(mine.cookies.get("localhost:4040"));
    expect((await mine.once(callback)).status).toBe(302);
    mine.cookies.set("localhost:4040", kept);
    expect(json(await mine.once(callback))).toMatchObject({ code: "sign-in-expired" });
    const late = await mine.once("/api/sign-in/start");
    expect(late.status).toBe(302);
    now = new Date(now.getTime() + 16 * 60_000);
    expect(json(await mine.once(callback))).toMatchObject({ code: "sign-in-expired" });
  });

  test("a new sign-in is a new session, and the one before in this browser is over", async () => {
    const browser = new TestBrowser(await appWith(settings(provider.issuer)), office);
    await signInAs(browser, "sub-bob");
    const before = browser.cookies.get("localhost:4040")?.get("allmend") ?? "";
    await signInAs(browser, "sub-bob");
    const after = browser.cookies.get("localhost:4040")?.get("allmend") ?? "";
    expect(after).not.toBe(before);
    browser.cookies.set("localhost:4040", new Map([["allmend", before]]));
    expect((await browser.once("/api/me")).status).toBe(401);
  });

  test("signing out ends the session here and shows the way to end it there", async () => {
    const browser = new TestBrowser(await appWith(settings(provider.issuer)), office);
    const { csrf } = json(await signInAs(browser, "sub-bob")) as { csrf: string };
    const cookies = new Map(browser.cookies.get("localhost:4040"));
    const out = await browser.once("/api/sign-out", { method: "POST", headers: { "x-allmend-csrf": csrf, origin: office } });
    expect(json(out).goTo).toMatch(new RegExp(`^${provider.issuer}/session/end`));
    browser.cookies.set("localhost:4040", cookies);
    expect((await browser.once("/api/me")).status).toBe(401);
  });

  test("nobody is sent to another site afterwards", async () => {
    const app = await appWith(settings(provider.issuer));
    for (const to of ["https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "javascript:alert(1)", "/a\nb"])
      expect((await app.inject({ url: `/api/sign-in/start?to=${encodeURIComponent(to)}` })).statusCode, to).toBe(422);
  });

  test("who tries to come in and may not is in the log: when, from where, at which route, why, under which request", async () => {
    const app = await appWith(settings(provider.issuer));
    const forged = await app.inject({
      url: "/api/sign-in/callback?code=forged&state=forged",
      headers: { cookie: "allmend_sign_in=forged" },
    });
    const unknown = await app.inject({ url: "/api/people", headers: { authorization: "Bearer allmend_guessed_0123456789" } });
    expect([forged.statusCode >= 400, unknown.statusCode]).toEqual([true, 401]);
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const [answer, route] of [
      [forged, "/api/sign-in/callback"],
      [unknown, "/api/people"],
    ] as const) {
      const id = answer.headers["x-request-id"];
      const own = lines.filter((line) => line["reqId"] === id || (line["req"] as { id?: string } | undefined)?.id === id);
      expect(own.map(({ req }) => req).filter(Boolean), route).toContainEqual({ id, method: "GET", route, from: "127.0.0.1" });
      expect(own.map(({ code }) => code)).toContain((answer.json() as { code: string }).code);
      for (const { time } of own) expect(Date.parse(String(time)), route).not.toBeNaN();
    }
  });

  test("no secret of a sign-in gets into the log", async () => {
    const browser = new TestBrowser(await appWith(settings(provider.issuer)), office);
    await signInAs(browser, "sub-bob");
    const text = log.join("");
    expect(text).toContain("signed in");
    for (const value of browser.cookies.get("localhost:4040")?.values() ?? []) expect(text).not.toContain(value);
    expect(text).not.toMatch(/code=|state=|eyJ|Bearer /);
    expect(text).not.toContain(testClient.secret);
  });
});

describe("with a provider that lies or is slow", () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await startLiar(testClient.id);
  });
  beforeEach(() => {
    liar.lie = "none";
    liar.slow = undefined;
    liar.asked.length = 0;
  });
  afterAll(() => liar.stop());

  const come = async () => new TestBrowser(await appWith(settings(liar.issuer)), office).go("/api/sign-in/start?to=/api/me");

  test("what holds lets in", async () => {
    expect(json(await come())).toMatchObject({ id: "mallory" });
  });

  test.each(lies.filter((lie) => lie !== "none"))("%s: nobody comes in", async (lie) => {
    liar.lie = lie;
    const page = await come();
    expect([401, 503]).toContain(page.status);
    expect(page.headers["content-type"]).toContain("application/problem+json");
    expect(["sign-in-invalid", "sign-in-refused", "provider-away"]).toContain(json(page).code);
    expect(await rowsOf()).toEqual([]);
    expect(await database.sql.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });

  test.each(["discovery", "token", "keys"] as const)(
    "where its %s never answers, that is said in time and others are served",
    async (slow) => {
      liar.slow = slow;
      const app = await appWith(settings(liar.issuer));
      const browser = new TestBrowser(app, office);
      const began = performance.now();
      const coming = browser.go("/api/sign-in/start");
      const health = await app.inject({ url: "/api/sign-in" });
      expect(health.statusCode).toBe(200);
      const page = await coming;
      expect(json(page)).toMatchObject({ status: 503, code: "provider-away" });
      expect(performance.now() - began).toBeLessThan(5000);
      // Back again, the same server lets people in.
      liar.slow = undefined;
      expect(json(await browser.go("/api/sign-in/start?to=/api/me"))).toMatchObject({ id: "mallory" });
    },
  );
});

describe("without a provider", () => {
  const post = (browser: TestBrowser, url: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    browser.once(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });

  async function administrator(): Promise<{ browser: TestBrowser; csrf: string }> {
    const link = await firstAdministratorLink({ database, clock: () => now });
    const browser = new TestBrowser(await appWith(undefined), office);
    const entered = await post(browser, "/api/sign-in/link", { link, id: "ada", name: "Ada" });
    expect(entered.status).toBe(200);
    return { browser, csrf: (json(await browser.once("/api/me")) as { csrf: string }).csrf };
  }

  test("the first administrator comes in by a link that works once, and then there is no other", async () => {
    const link = await firstAdministratorLink({ database, clock: () => now });
    const browser = new TestBrowser(await appWith(undefined), office);
    expect(json(await browser.once("/api/sign-in"))).toEqual({ nobodyYet: true });
    expect(json(await post(browser, "/api/sign-in/link", { link: `${link}x`, id: "ada" }))).toMatchObject({ code: "link-used" });
    expect(json(await post(browser, "/api/sign-in/link", { link, id: "ada" }, { origin: "https://evil.example" }))).toMatchObject({
      code: "wrong-origin",
    });
    const both = await Promise.all(["ada", "bob"].map((id) => post(browser, "/api/sign-in/link", { link, id })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await rowsOf()).length).toBe(1);
    expect(await firstAdministratorLink({ database, clock: () => now })).toBeUndefined();
    expect(json(await browser.once("/api/sign-in/start"))).toMatchObject({ code: "no-provider" });
  });

  test("a session ends when idle, and at the latest after its lifetime", async () => {
    const { browser } = await administrator();
    const after = async (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
      return (await browser.once("/api/me")).status;
    };
    expect([await after(29), await after(29), await after(31)]).toEqual([200, 200, 401]);
  });

  test("a page of another site changes nothing", async () => {
    const { browser, csrf } = await administrator();
    const body = { id: "bob", name: "Bob" };
    const tries: Record<string, string>[] = [
      {},
      { "x-allmend-csrf": "wrong" },
      { "x-allmend-csrf": csrf, origin: "https://evil.example" },
      { "x-allmend-csrf": csrf, origin: "null" },
      { "x-allmend-csrf": csrf, origin: "http://localhost:4041" },
      { "x-allmend-csrf": csrf, "sec-fetch-site": "cross-site" },
      { "x-allmend-csrf": csrf, "sec-fetch-site": "same-site" },
    ];
    for (const headers of tries) expect((await post(browser, "/api/people", body, headers)).status, JSON.stringify(headers)).toBe(403);
    expect(
      (await post(browser, "/api/people", body, { "x-allmend-csrf": csrf, origin: office, "sec-fetch-site": "same-origin" })).status,
    ).toBe(201);
  });

  test("an administrator makes links for others, ends sessions, and cannot widen their own power once there are two", async () => {
    const { browser, csrf } = await administrator();
    const headers = { "x-allmend-csrf": csrf, origin: office };
    await post(browser, "/api/people", { id: "bob", name: "Bob" }, headers);
    const { url } = json(await post(browser, "/api/people/bob/link", {}, headers)) as { url: string };
    const bob = new TestBrowser(await appWith(undefined), office);
    await post(bob, "/api/sign-in/link", { link: new URL(url).searchParams.get("token") });
    const me = json(await bob.once("/api/me"));
    expect(me).toMatchObject({ id: "bob", permissions: expect.arrayContaining(["cases:open"]) });
    expect(me.permissions).not.toContain("people:manage");
    expect((await post(browser, "/api/people/ada/roles", { role: "reviewer", lane: "legal" }, headers)).status).toBe(201);
    expect((await post(browser, "/api/people/bob/roles", { role: "admin" }, headers)).status).toBe(201);
    expect(json(await post(browser, "/api/people/ada/roles", { role: "approver", board: "osrb" }, headers))).toMatchObject({
      code: "own-role",
    });
  });

  test("somebody sees their own sessions and ends one of them, and nobody ends another's", async () => {
    const { browser, csrf } = await administrator();
    const headers = { "x-allmend-csrf": csrf, origin: office };
    await post(browser, "/api/people", { id: "bob", name: "Bob" }, headers);
    const bobs: TestBrowser[] = [];
    for (let made = 0; made < 2; made++) {
      const { url } = json(await post(browser, "/api/people/bob/link", {}, headers)) as { url: string };
      const bob = new TestBrowser(await appWith(undefined), office);
      await post(bob, "/api/sign-in/link", { link: new URL(url).searchParams.get("token") });
      bobs.push(bob);
    }
    const [here, there] = bobs as [TestBrowser, TestBrowser];
    const sessions = JSON.parse((await here.once("/api/me/sessions")).text) as { id: string; current: boolean }[];
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current)?.id ?? "";
    const end = async (who: TestBrowser, token: unknown) =>
      (await who.once(`/api/me/sessions/${other}`, { method: "DELETE", headers: { "x-allmend-csrf": String(token), origin: office } }))
        .status;
    expect(await end(browser, csrf)).toBe(404);
    expect((await there.once("/api/me")).status).toBe(200);
    expect(await end(here, json(await here.once("/api/me")).csrf)).toBe(204);
    expect([(await there.once("/api/me")).status, (await here.once("/api/me")).status]).toEqual([401, 200]);
  });

  test("the only administrator neither leaves nor loses the role", async () => {
    const { browser, csrf } = await administrator();
    const headers = { "x-allmend-csrf": csrf, origin: office };
    expect(json(await post(browser, "/api/people/ada/leave", {}, headers))).toMatchObject({ code: "last-administrator" });
    const { roles } = json(await browser.once("/api/people/ada")) as { roles: { id?: string }[] };
    const given = roles.find(({ id }) => id !== undefined)?.id ?? "";
    const answer = await browser.once(`/api/people/ada/roles/${given}`, { method: "DELETE", headers });
    expect(json(answer)).toMatchObject({ code: "last-administrator" });
  });
});
