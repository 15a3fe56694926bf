import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { recordLine } from "../schema/other.ts";
import { appendRecord } from "./append.ts";

const folder = mkdtempSync(join(tmpdir(), "allmend-records-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = { kind: "attestation", at: "2026-11-23T08:00:00Z", by: "mk", subject: "repository:web", id: "BAL-REL-01" };

describe("appending a record", () => {
  it("adds lines in the form that programs read, and changes none", async () => {
    const path = await appendRecord(folder, "attestations", record);
    await appendRecord(folder, "attestations", { ...record, data: { value: false } });
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(recordLine.safeParse(JSON.parse(line)).success).toBe(true);
    expect(JSON.parse(lines[0] ?? "")).toEqual(record);
  });

  it("writes nothing that would not be read again", async () => {
    for (const bad of [
      { ...record, at: "soon" },
      { ...record, id: "" },
      { ...record, kind: "Not a kind" },
      { ...record, data: { text: "x".repeat(2_000_000) } },
      { ...record, data: JSON.parse('{"__proto__": 1}') as Record<string, unknown> },
    ])
      await expect(appendRecord(folder, "never", bad)).rejects.toThrow(/would not be read again/);
    expect(() => readFileSync(join(folder, "records", "never.jsonl"))).toThrow(/ENOENT/);
  });

  it("does not continue a line that was torn off", async () => {
    const path = await appendRecord(folder, "torn", record);
    appendFileSync(path, '{"kind":"att');
    await appendRecord(folder, "torn", record);
    const lines = readFileSync(path, "utf8").split("\n");
    expect(JSON.parse(lines[2] ?? "")).toEqual(record);
  });
});
