// A server in a process of its own, so that its memory is that of one upload: takes a bill of materials in over HTTP and prints what it took as JSON.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
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
const answer = await fetch(`${address}/api/sboms?product=product-1&deliverable=part-0&name=large.json`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: Readable.toWeb(createReadStream(file)) as ReadableStream,
  duplex: "half",
} as RequestInit);
const body = (await answer.json()) as { uses?: number };
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    status: answer.status,
    uses: body.uses ?? 0,
    seconds,
    processor: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await app.close();
await database.close();
