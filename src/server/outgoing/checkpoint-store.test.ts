import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { append, readCheckpoints, runCheckpoints, signingKey, verifyRecord } from "#store";
import { freshInMemory } from "#store/testing";
import { checkpointStore } from "./checkpoint-store.ts";

/** A store that takes each address once, and is away as long as it is told to be. */
async function store() {
  const kept = new Map<string, string>();
  const asked: (string | undefined)[] = [];
  const state = { away: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push(request.headers.authorization);
      const path = request.url ?? "";
      const status = state.away ? 503 : kept.has(path) ? 412 : 201;
      if (status === 201) kept.set(path, Buffer.concat(chunks).toString());
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { kept, asked, state, host, address: new URL(`http://${host}/worm/allmend`) };
}

test("checkpoints are kept on another machine, once each, after it was away, and verify the record there", async () => {
  const home = mkdtempSync(join(tmpdir(), "allmend-worm-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const database = await freshInMemory();
  onTestFinished(() => database.close());
  const worm = await store();
  const key = await signingKey(home);
  const sink = checkpointStore({ address: worm.address, token: "secret" }, new Set([worm.host]));
  const act = (subject: string) =>
    database.sql
      .transaction()
      .execute((tx) => append(tx, { at: new Date().toISOString(), by: "ada", what: "person.added", subject, data: {} }));
  const told: unknown[] = [];
  const take = () =>
    runCheckpoints(database.sql, key, sink, { seconds: 60, clock: () => new Date(), failed: (cause) => told.push(cause) }).stop();

  await act("person:ada");
  worm.state.away = true;
  await take();
  expect(told.map((cause) => (cause as Error).message)).toEqual(Array(2).fill(`${worm.host} did not take a checkpoint: it answered 503`));
  worm.state.away = false;
  await take();
  await act("person:bob");
  await take();
  // Another server of the office brings the same one.
  await take();
  expect([...worm.kept.keys()]).toEqual(["/worm/allmend/000000000001.json", "/worm/allmend/000000000002.json"]);
  expect(new Set(worm.asked)).toEqual(new Set(["Bearer secret"]));
  expect(told).toHaveLength(2);

  const file = join(home, "fetched.jsonl");
  writeFileSync(file, [...worm.kept.values()].join(""));
  const read = await readCheckpoints(file, [key.open]);
  expect(await verifyRecord(database.sql, read)).toMatchObject({ flaws: [], checkpoints: 2 });
});

test("an address that nobody trusts in the house's own network is not called", async () => {
  const sink = checkpointStore({ address: new URL("https://169.254.169.254/latest") }, new Set());
  const checkpoint = { schema: "allmend.checkpoint/1", sequence: 1, hash: "x", at: "x", key: "x", signature: "x" } as const;
  await expect(sink.write(checkpoint)).rejects.toMatchObject({ code: "address-not-allowed" });
});
