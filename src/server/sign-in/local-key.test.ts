import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { announceServer, findServer, newLocalKey, withdrawServer } from "./local-key.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "allmend-key-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("a key is itself and nothing else, and another at every start", () => {
  const key = newLocalKey();
  expect([key.isIt(key.secret), key.isIt(`${key.secret}x`), key.isIt(""), key.isIt(newLocalKey().secret)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("where the server is stands in a file for its user only, until it stops", async () => {
  const home = folder();
  expect(await findServer(home)).toBeUndefined();
  const server = { url: "http://127.0.0.1:4040", key: newLocalKey().secret, pid: process.pid };
  await announceServer(home, server);
  expect(await findServer(home)).toEqual(server);
  expect(statSync(join(home, "server.json")).mode & 0o777).toBe(0o600);
  await withdrawServer(home);
  expect(await findServer(home)).toBeUndefined();
});

test("a server that stops does not take away the address of another", async () => {
  const home = folder();
  await announceServer(home, { url: "http://127.0.0.1:4041", key: "x", pid: process.pid + 1 });
  await withdrawServer(home);
  expect(await findServer(home)).toMatchObject({ url: "http://127.0.0.1:4041" });
});
