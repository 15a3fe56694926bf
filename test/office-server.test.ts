// The office on a server, as CI and developers use it: a scan is sent and judged, a question is asked, a request is opened.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOffice, createLog, type OfficeClient, startServer } from "#server";
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

beforeAll(async () => {
  const options = {
    home: join(folder, "server"),
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
  const scopes = ["results:write", "results:read", "cases:read", "cases:open", "program:read"];
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
  expect((await run(["check", "left"])).err).toContain("package URL");
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
