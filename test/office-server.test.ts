// The office on a server, as CI and developers use it: a scan is sent and judged, a question is asked, a request is opened.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOffice, createLog, type OfficeClient, startServer } from "#server";
import { layEmptyDatabase } from "#store/testing";
import { root, runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const log = createLog({ to: { write: () => undefined } });
let office: OfficeClient;
let stop: () => Promise<void>;

const LOCK = {
  name: "claims-web",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "claims-web", version: "1.0.0", dependencies: { left: "1.2.3", net: "1.0.0" } },
    "node_modules/left": { version: "1.2.3", license: "MIT", integrity: "sha512-AA==" },
    "node_modules/net": { version: "1.0.0", license: "AGPL-3.0-only", integrity: "sha512-AA==" },
  },
};

const BOUGHT = '  - { component: "pkg:npm/net@1.0.0", concluded: MIT, because: Bought under MIT., by: legal, on: 2026-11-01 }\n';

beforeAll(async () => {
  const options = {
    home: await layEmptyDatabase(join(folder, "server")),
    packsFolder: join(root, "packs"),
    program: { location: join(root, "examples", "allmend"), always: true },
    environment: {},
    version: "0.0.0",
    log,
  };
  const server = await startServer({ ...options, host: "127.0.0.1", port: 0, work: true });
  office = await connectOffice(options);
  stop = async () => {
    await office.close();
    await server.stop();
  };
  const scopes = ["results:write", "results:read", "cases:read", "cases:open", "program:read", "program:write"];
  const token = await office.ask<{ secret: string }>("POST", "/api/tokens", { name: "ci", kind: "service", scopes });
  process.env.ALLMEND_SERVER = server.address;
  process.env.ALLMEND_TOKEN = token.secret;
  mkdirSync(join(folder, "claims-web"));
  writeFileSync(join(folder, "claims-web", "package-lock.json"), JSON.stringify(LOCK));
});

afterAll(async () => {
  delete process.env.ALLMEND_SERVER;
  delete process.env.ALLMEND_TOKEN;
  await stop();
});

async function judged(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const [last] = await office.ask<{ state: string }[]>("GET", "/api/jobs");
    if (last?.state === "done" || last === undefined) return;
    if (last.state === "failed") throw new Error(JSON.stringify(last));
    await wait(100);
  }
  throw new Error("nobody judged it");
}

test("a scan is sent from CI, and judged by the program in force on the server", async () => {
  const scanned = await run(["scan", join(folder, "claims-web"), "--upload", "--quiet", "--program", join(root, "packs", "starter")]);
  expect(scanned.code, scanned.err).toBe(0);
  expect(scanned.err).toContain("judges it now");
  await judged();
  const { items } = await office.ask<{ items: { label: string; outcome: string; product: string }[] }>("GET", "/api/findings?outcome=deny");
  expect(items.map(({ label, product }) => [label, product])).toContainEqual(["net 1.0.0", "claims-portal"]);
});

test("check asks the server where there is one", async () => {
  const denied = await run(["check", "pkg:npm/net@1.0.0", "--product", "claims-portal"]);
  expect([denied.code, denied.out], denied.err).toEqual([1, expect.stringContaining("AGPL-3.0-only")]);
  const where = await run(["check", "pkg:npm/left@<2", "--json"]);
  expect(JSON.parse(where.out)).toMatchObject({
    schema: "allmend.check/1",
    answers: [{ question: "impact", outcome: "warn", places: [{ product: "claims-portal", repository: "claims-web" }] }],
  });
  expect((await run(["check", "pkg:npm/left@1.2.3", "--product", "nothing"])).code).toBe(2);
  // By the names that people write.
  const named = await run(["check", "left@1.2.3", "left", "claims-web", "--json"]);
  expect(named.code, named.err).toBe(0);
  expect(JSON.parse(named.out).answers).toMatchObject([
    { asked: "pkg:npm/left@1.2.3", question: "use", license: "MIT" },
    { asked: "pkg:npm/left", question: "impact", places: [{ repository: "claims-web" }] },
    { asked: "claims-web", question: "repository", checks: expect.any(Array) },
  ]);
  expect((await run(["check", "nowhere"])).err).toContain("[nothing-named]");
});

test("check of an advisory asks the server as well, by each of its names, and says for which product", async () => {
  const advisory = join(folder, "osv.json");
  const left = {
    package: { ecosystem: "npm", name: "left" },
    ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.3.0" }] }],
  };
  writeFileSync(
    advisory,
    JSON.stringify({ id: "GHSA-left-left-left", aliases: ["CVE-2026-1234"], summary: "Pads too much", affected: [left] }),
  );
  // Nothing was imported yet: nobody can know.
  expect((await run(["check", "CVE-2026-1234"])).err).toContain("[no-vulnerability-data]");
  const imported = await run(["import", "osv", advisory]);
  expect(imported.code, imported.err).toBe(0);
  const scanned = await run(["scan", join(folder, "claims-web"), "--upload", "--quiet", "--program", join(root, "packs", "starter")]);
  expect(scanned.code, scanned.err).toBe(0);
  await judged();
  const asked = await run(["check", "cve-2026-1234", "GHSA-left-left-left", "CVE-2000-0001", "--json"]);
  expect(asked.code, asked.err).toBe(0);
  const known = { id: "CVE-2026-1234", affects: [{ purl: "pkg:npm/left@1.2.3", fixed: "1.3.0", openIn: ["claims-portal"] }] };
  const affected = { question: "vulnerability", outcome: "warn", vulnerability: known, places: [{ repository: "claims-web" }] };
  expect(JSON.parse(asked.out).answers).toMatchObject([affected, affected, { outcome: "allow", places: [] }]);
  // Another product does not use it, and a product that nobody has is no answer.
  const other = await run(["check", "CVE-2026-1234", "--product", "tariff-kit", "--json"]);
  expect(JSON.parse(other.out).answers).toMatchObject([{ outcome: "allow", places: [] }]);
  expect((await run(["check", "CVE-2026-1234", "--product", "nothing"])).code).toBe(2);
  expect((await run(["check", "CVE-2026-1234", "--lang", "de"])).out).toContain("claims-portal");
});

test("check --request asks the server and opens a case of kind use: sent off where everything is answered, else a draft", async () => {
  const ask = ["check", "pkg:npm/left@1.2.3", "--product", "claims-portal", "--request"];
  const draft = await run(ask);
  expect(draft.code, draft.err).toBe(0);
  expect(draft.out).toContain("MIT");
  const said = ["modified=false", "linkage=static", "distribution=browser", "purpose=padding"].flatMap((each) => ["--answer", each]);
  const sent = await run([...ask, ...said]);
  expect(sent.code, sent.err).toBe(0);
  const ids = [draft, sent].map(({ err }) => /\/requests\/(\S+)/.exec(err)?.[1] ?? err);
  const cases = await Promise.all(ids.map(async (id) => (await office.ask<{ case: object }>("GET", `/api/cases/${id}`)).case));
  // What nobody answered is filled in with what the office knows.
  expect(cases).toMatchObject([
    { kind: "use", phase: "draft", fields: { component: "pkg:npm/left@1.2.3", product: "claims-portal", license: "MIT" } },
    { kind: "use", phase: "approved", fields: { purpose: "padding", modified: false, license: "MIT" } },
  ]);
  expect(sent.err).toContain("approved");
  expect((await run([...ask, "--answer", "purpose"])).err).toContain("[bad-answer]");
  expect((await run(["check", "left", "--request"])).err).toContain("[bad-purl]");
  const denied = await run(["check", "pkg:npm/net@1.0.0", "--product", "claims-portal", "--request", ...said]);
  expect([denied.code, denied.err]).toEqual([1, expect.stringContaining("rejected")]);
});

/** The example's program, in which a licence was bought. */
function bought(): string {
  const program = join(folder, "program");
  cpSync(join(root, "examples", "allmend"), program, { recursive: true });
  const licenses = join(program, "licenses.yaml");
  writeFileSync(licenses, readFileSync(licenses, "utf8").replace("curations:\n", `curations:\n${BOUGHT}`));
  return program;
}

test("what the program of a folder would change is told before it does, in both languages", async () => {
  const program = bought();
  const planned = await run(["program", "plan", program, "--json"]);
  expect(planned.code, planned.err).toBe(0);
  expect(JSON.parse(planned.out)).toMatchObject({ schema: "allmend.program-plan/1", findings: { removed: { count: expect.any(Number) } } });
  expect((await run(["program", "plan", program, "--lang", "de"])).out).toContain("würden 1 anders beurteilt");
});

test("a program is put in force from a folder, with its reason; one with an error is refused here, with its place", async () => {
  const program = bought();
  const before = await office.ask<{ id: string }>("GET", "/api/program");
  const pushed = await run(["program", "push", program, "--why", "net was bought", "--origin", "merge request 7"]);
  expect(pushed.code, pushed.err).toBe(0);
  const [now] = await office.ask<{ id: string; why: string; origin: string }[]>("GET", "/api/program/versions");
  expect(now).toMatchObject({ why: "net was bought", origin: "merge request 7" });
  expect(now?.id).not.toBe(before.id);
  await judged();
  expect((await office.ask<{ items: unknown[] }>("GET", "/api/findings?outcome=deny")).items).toEqual([]);
  expect((await run(["program", "push", program])).err).toContain("already");
  writeFileSync(join(program, "organization.yaml"), "schema: allmend.organization/1\nname: [\n");
  const broken = await run(["program", "push", program]);
  expect([broken.code, broken.err]).toEqual([2, expect.stringMatching(/organization\.yaml:\d+[\s\S]*\[program-invalid\]/)]);
});

test("decisions that were made elsewhere go straight to the server, each with its origin, once", async () => {
  const table = join(folder, "approved.csv");
  writeFileSync(
    table,
    "component,decision,license,by,on,because\npkg:npm/left@1.2.3,approved,MIT,Legal,2026-03-01,read\npkg:npm/net@1,rejected,,,,\n",
  );
  const sent = await run(["import", "approvals", table, "--server"]);
  expect(sent.code, sent.err).toBe(0);
  expect(sent.err).toContain("2 decisions");
  const kept = await office.ask<{ by: string; subject: string; data: object }[]>(
    "GET",
    "/api/records?kind=approval&subject=pkg:npm/left@1.2.3",
  );
  expect(kept).toContainEqual(
    expect.objectContaining({ by: "Legal", at: "2026-03-01", data: expect.objectContaining({ origin: "table" }) }),
  );
  expect((await run(["import", "approvals", table, "--server"])).err).toContain("has it already");
  expect((await run(["import", "osv", table, "--server"])).err).toContain("[import-not-for-server]");
});

test("a server that is not there, a wrong token and an unencrypted address are told apart", async () => {
  const [server, token] = [process.env.ALLMEND_SERVER, process.env.ALLMEND_TOKEN];
  try {
    process.env.ALLMEND_TOKEN = "allmend_wrong";
    expect((await run(["check", "pkg:npm/left@1.2.3"])).err).toContain("[not-signed-in]");
    process.env.ALLMEND_SERVER = "http://127.0.0.1:9";
    expect((await run(["check", "pkg:npm/left@1.2.3"])).err).toContain("[server-away]");
    process.env.ALLMEND_SERVER = "http://office.example";
    expect((await run(["check", "pkg:npm/left@1.2.3"])).err).toContain("[bad-server]");
    delete process.env.ALLMEND_SERVER;
    expect((await run(["scan", folder, "--upload"])).err).toContain("[no-server]");
  } finally {
    process.env.ALLMEND_SERVER = server;
    process.env.ALLMEND_TOKEN = token;
  }
});

test("on the server's machine the record and a dump go to standard output, as lines that machines read", async () => {
  const there = runner(join(folder, "server"));
  for (const action of ["export", "dump"]) {
    const { code, out, err } = await there(["db", action]);
    expect(code, err).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf("object");
  }
});
