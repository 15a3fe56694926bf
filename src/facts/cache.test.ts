import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCache } from "./cache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "allmend-cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const onlyFile = async (): Promise<string> => join(folder, (await readdir(folder))[0] ?? "");

/** A process that writes one value over the other without end, until it is killed some milliseconds after it began. */
async function killed(into: string, after: number): Promise<void> {
  const script = `
    const { openCache } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "cache.ts")).href)});
    const cache = await openCache(${JSON.stringify(into)});
    const values = ["a", "b"].map((letter) => Buffer.alloc(16_000_000, letter));
    process.stdout.write("begun");
    for (let turn = 0; ; turn += 1) await cache.putBytes(["k"], values[turn % 2]);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  await setTimeout(after);
  child.kill("SIGKILL");
  expect((await ended)[1]).toBe("SIGKILL");
}

describe("the cache", () => {
  it("gives back what was put under the same key, also to another process", async () => {
    await (await openCache(folder)).put(["a", "b"], { x: [1, "é\n"] });
    const cache = await openCache(folder);
    expect(await cache.get(["a", "b"])).toEqual({ x: [1, "é\n"] });
    expect(await cache.get(["a", "c"])).toBeUndefined();
    expect(await cache.get(["ab"])).toBeUndefined();
  });

  it("misses what is damaged in any way", async () => {
    const cache = await openCache(folder);
    await cache.put(["k"], { value: "something" });
    const file = await onlyFile();
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(file, damaged);
      expect(await cache.get(["k"])).toBeUndefined();
      await writeFile(file, whole.subarray(0, at));
      expect(await cache.get(["k"])).toBeUndefined();
    }
    await writeFile(file, whole);
    expect(await cache.get(["k"])).toEqual({ value: "something" });
  });

  it("lets two write the same at once", async () => {
    const caches = await Promise.all([openCache(folder), openCache(folder)]);
    await Promise.all(Array.from({ length: 40 }, (_, index) => caches[index % 2]?.put(["k"], { index })));
    expect(await caches[0]?.get(["k"])).toMatchObject({ index: expect.any(Number) });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it("keeps within its size, the unused first, and clears up after the killed", async () => {
    const cache = await openCache(folder);
    for (const name of ["old", "new"]) await cache.put([name], "x".repeat(1000));
    const long = new Date(Date.now() - 10 * 86_400_000);
    const [first = "", second = ""] = await readdir(folder);
    const firstIsOld = (await readFile(join(folder, first), "utf8")).includes('"old"');
    await utimes(join(folder, firstIsOld ? first : second), long, long);
    const left = `${"0".repeat(64)}.abc.tmp`;
    await writeFile(join(folder, left), "half");
    await utimes(join(folder, left), long, long);
    await writeFile(join(folder, "mine.txt"), "not the cache's");

    await (await openCache(folder, { bytes: 1500 })).put(["newest"], 1);
    expect(await cache.get(["old"])).toBeUndefined();
    expect(await cache.get(["new"])).toBeDefined();
    expect(await readdir(folder)).toContain("mine.txt");
    expect(await readdir(folder)).not.toContain(left);
  });

  it("holds one value or the other after a real kill -9 in the middle of a write", async () => {
    const values = ["a", "b"].map((letter) => Buffer.alloc(16_000_000, letter));
    const cache = await openCache(folder);
    await cache.putBytes(["k"], values[0] as Buffer);
    let torn = 0;
    for (let round = 0; round < 12; round += 1) {
      await killed(folder, 5 * round);
      // What was being written lies beside, under a name of its own.
      torn += (await readdir(folder)).filter((name) => name.endsWith(".tmp")).length;
      for (const name of await readdir(folder)) if (name.endsWith(".tmp")) await rm(join(folder, name));
      const value = await cache.getBytes(["k"]);
      expect(values.some((one) => value !== undefined && one.equals(value))).toBe(true);
    }
    expect(torn).toBeGreaterThan(0);
  });

  it("never throws", async () => {
    const nowhere = await openCache("/dev/null/cache");
    await nowhere.put(["k"], 1);
    expect(await nowhere.get(["k"])).toBeUndefined();
    const cache = await openCache(folder, { entryBytes: 100 });
    await cache.put(["large"], "x".repeat(1000));
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    await cache.put(["circle"], circle);
    expect(await readdir(folder)).toEqual([]);
  });
});
