// A use request that rules decide, end to end over HTTP: opened, prefilled, judged, approved, on record, kept. On both kinds of database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, migrate, type Database } from "#store";
import { startPostgres } from "#store/testing";
import { exampleProgram, useFields } from "../src/server/testing/cases-office.ts";
import { someone, testOffice } from "../src/server/testing/office.ts";

const REQUESTS = 400;
const WARM = 50;

export async function run(): Promise<void> {
  const rows = ["| database | requests | p50 | p95 | p99 |", "|---|--:|--:|--:|--:|"];
  const folder = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  const embedded = await openDatabase({ folder });
  rows.push(await measured("PGlite, in a folder", embedded));
  rmSync(folder, { recursive: true, force: true });
  const postgres = await startPostgres();
  rows.push(await measured("PostgreSQL", await openDatabase({ url: await postgres.newDatabase() })));
  await postgres.stop();
  process.stdout.write(`${rows.join("\n")}\n`);
}

async function measured(name: string, database: Database): Promise<string> {
  await migrate(database);
  const program = await exampleProgram();
  const ts = someone("ts", [{ role: "requester" }]);
  const { app, ask } = await testOffice({ database, program: { program, digest: program.digest } });
  await ask("GET", "/api/cases", { as: ts });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const times: number[] = [];
  for (let n = 0; n < WARM + REQUESTS; n++) {
    // Each another component: what was approved before must not make it quicker.
    const fields = { ...useFields, component: `pkg:npm/left-${n}@1.2.3` };
    const began = performance.now();
    const answer = await fetch(`${address}/api/cases`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-test-caller": "ts" },
      body: JSON.stringify({ kind: "use", fields }),
    });
    const body = (await answer.json()) as { case: { phase: string } };
    if (n >= WARM) times.push(performance.now() - began);
    if (body.case.phase !== "approved") throw new Error(`it was not decided: ${JSON.stringify(body).slice(0, 300)}`);
  }
  await app.close();
  await database.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  return `| ${name} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} |`;
}
