// A server in a process of its own, so that its memory is that of one upload: takes a bill of materials in over HTTP and prints what it took as JSON.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate, openDatabase } from "#store";
import { createApp } from "../../src/server/app.ts";
import { keepMemorySmall } from "../../src/server/small-memory.ts";
import { someone, testOffice } from "../../src/server/testing/office.ts";
import { NOW, worldProgram } from "./world.ts";

const [url = "", file = "", home = ""] = process.argv.slice(2);
keepMemorySmall();
const database = await openDatabase({ url });
await migrate(database);
const program = await worldProgram({ uses: 0, packages: 0, repositories: 10, products: 2 });
const { deps } = await testOffice({ database, home, clock: () => new Date(NOW), program: { program, digest: program.digest } });
const ci = { ...someone("ci", [{ role: "owner" }]) };
const app = await createApp(deps, { version: "bench", identify: async () => ci });
const address = await app.listen({ host: "127.0.0.1", port: 0 });
const started = performance.now();
const answer = await sent(`${address}/api/sboms?product=product-1&deliverable=part-0&name=large.json`, file);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    status: answer.status,
    uses: answer.body.uses ?? 0,
    seconds,
    processor: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await app.close();
await database.close();

async function sent(to: string, path: string) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "send.ts"), to, path]);
  return JSON.parse(stdout) as { readonly status: number; readonly body: { readonly uses?: number } };
}
