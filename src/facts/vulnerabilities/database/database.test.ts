import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Advisory } from "../types.ts";
import { advisoriesOf, currentDatabase } from "./read.ts";
import { DatabaseWriter } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "allmend-database-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function advisory(id: string, packages: readonly string[], more: Partial<Advisory> = {}): Advisory {
  return {
    id,
    aliases: [],
    source: "osv",
    affected: packages.map((name) => ({ package: name, order: "semver", versions: ["1.0.0"] })),
    ...more,
  };
}

async function add(digest: string, advisories: readonly Advisory[]): Promise<void> {
  const writer = await DatabaseWriter.open(folder);
  for (const item of advisories) writer.add(item);
  await writer.finish({ digest, name: "all.zip", kind: "osv", covers: ["npm"], taken: advisories.length, notUnderstood: 0 });
}

async function ids(...packages: string[]): Promise<string[]> {
  const current = await currentDatabase(folder);
  return current ? [...new Set((await advisoriesOf(folder, current, packages)).map((found) => found.id))].sort() : ["no database"];
}

describe("a database of advisories", () => {
  it("gives those of the packages that are asked for, joins exports, and keeps the newer record", async () => {
    expect(await ids("pkg:npm/a")).toEqual(["no database"]);
    await add("one", [advisory("A", ["pkg:npm/a", "pkg:npm/b"]), advisory("B", ["pkg:npm/b"], { modified: "2026-02-01" })]);
    expect(await ids("pkg:npm/b")).toEqual(["A", "B"]);
    await add("two", [advisory("C", ["pkg:npm/c"]), advisory("B", ["pkg:npm/b"], { modified: "2026-03-01", withdrawn: true })]);
    expect(await ids("pkg:npm/a", "pkg:npm/b", "pkg:npm/c", "pkg:npm/constructor")).toEqual(["A", "C"]);
    await add("three", [advisory("B", ["pkg:npm/b"], { modified: "2026-01-01" })]);
    expect(await ids("pkg:npm/b")).toEqual(["A"]);
    expect((await currentDatabase(folder))?.sources.map((source) => source.digest)).toEqual(["one", "two", "three"]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("is left as it was by an import that was given up", async () => {
    const before = readFileSync(join(folder, "current.json"), "utf8");
    const writer = await DatabaseWriter.open(folder);
    writer.add(advisory("Z", ["pkg:npm/a"]));
    await writer.abandon();
    expect(readFileSync(join(folder, "current.json"), "utf8")).toBe(before);
    expect(await ids("pkg:npm/a")).toEqual(["A"]);
  });
});
