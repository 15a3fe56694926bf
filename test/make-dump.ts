// node test/make-dump.ts FILE: an office that holds something of everything, as a dump of the schema of today (src/store/testing/fixtures).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connectOffice, createLog, type OfficeClient, startServer } from "#server";
import { openDatabase } from "#store";
import { dump } from "../src/store/testing/dump.ts";

const root = join(import.meta.dirname, "..");
const home = mkdtempSync(join(tmpdir(), "allmend-dump-"));
const file = process.argv[2] ?? "dump.json";

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

async function fill(office: OfficeClient): Promise<void> {
  for (const [id, name] of [
    ["ts", "Toni"],
    ["dr", "Dara"],
  ] as const)
    await office.ask("POST", "/api/people", { id, name });
  await office.ask("POST", "/api/people/ts/roles", { role: "requester" });
  await office.ask("POST", "/api/tokens", { name: "ci", kind: "service", scopes: ["results:write"] });
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    components: LOCK.packages["node_modules/net"] && Object.keys(LOCK.packages).flatMap(componentOf),
  };
  await office.ask("POST", "/api/sboms?product=claims-portal&deliverable=web", bill);
  for (let tries = 0; tries < 200; tries++) {
    const [last] = await office.ask<{ state: string }[]>("GET", "/api/jobs");
    if (last?.state === "done") break;
    await wait(100);
  }
  // Decided by the rules, and one that waits for people.
  for (const component of ["pkg:npm/left@1.2.3", "pkg:npm/net@1.0.0"])
    await office
      .ask("POST", "/api/cases", { kind: "use", fields: { component, product: "claims-portal", purpose: "a trial" }, submit: false })
      .catch(told);
}

function componentOf(path: string) {
  const name = path.slice("node_modules/".length);
  const found = LOCK.packages[path as keyof typeof LOCK.packages];
  if (path === "" || !("license" in found)) return [];
  return [
    {
      type: "library",
      name,
      version: found.version,
      purl: `pkg:npm/${name}@${found.version}`,
      licenses: [{ license: { id: found.license } }],
    },
  ];
}

function told(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

mkdirSync(home, { recursive: true });
const options = {
  home,
  packsFolder: join(root, "packs"),
  program: { location: join(root, "examples", "allmend"), always: true },
  environment: {},
  version: "0.0.0",
  log: createLog({ level: "error" }),
};
const server = await startServer({ ...options, host: "127.0.0.1", port: 0, work: true });
const office = await connectOffice(options);
await fill(office);
await office.close();
await server.stop();
const database = await openDatabase({ folder: join(home, "database") });
writeFileSync(file, `${JSON.stringify(await dump(database.sql), undefined, 1)}\n`);
await database.close();
rmSync(home, { recursive: true, force: true });
