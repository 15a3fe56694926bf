import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ScanResult } from "#scan";
import { hostileSay, infect } from "../testing/hostile.ts";
import { largeResult } from "../testing/large.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { documentByPart } from "./by-part.ts";
import { json } from "./json.ts";
import { readResult } from "./read.ts";

const folder = mkdtempSync(join(tmpdir(), "allmend-json-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "result.json");

describe("the result as JSON", () => {
  it("holds one element a line", () => {
    const text = [...json(sampleResult)].join("");
    expect(JSON.parse(text)).toEqual(sampleResult);
    const lines = text.split("\n");
    expect(lines.filter((line) => line.startsWith('{"purl":'))).toHaveLength(sampleResult.components.length);
    expect(lines).toContain('"uses":[');
    expect(JSON.parse([...json(emptyResult)].join(""))).toEqual(emptyResult);
  });

  it("comes in pieces that are neither too small nor too large", () => {
    const sizes = [...json(largeResult(5000))].map((piece) => piece.length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(1 << 19);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(1 << 18);
  });

  it("is read back the same, at once and line by line", async () => {
    await fc.assert(
      fc.asyncProperty(hostileSay, async (say) => {
        const result = infect(sampleResult, say);
        await writeFile(file, json(result));
        // A half of a character does not survive UTF-8: compare what a file can hold.
        const kept = JSON.parse(Buffer.from([...json(result)].join("")).toString("utf8")) as unknown;
        expect(await readResult(file)).toEqual(kept);
        expect(await readResult(file, 0)).toEqual(kept);
      }),
      { numRuns: 30 },
    );
  });

  it("parses a part when it is asked for, and every part only then", () => {
    const text = [...json(sampleResult)].join("");
    const whole = documentByPart(Buffer.from(text)) as ScanResult;
    expect(Object.keys(whole)).toEqual(Object.keys(JSON.parse(text) as object));
    expect(whole).toEqual(sampleResult);
    // Findings that are damaged trouble nobody who asks for components.
    const damaged = documentByPart(Buffer.from(text.replace('"findings":[\n{', '"findings":[\n{{'))) as ScanResult;
    expect(damaged.components).toEqual(sampleResult.components);
    expect(() => damaged.findings).toThrow(SyntaxError);
    expect(documentByPart(Buffer.from(JSON.stringify(sampleResult)))).toBeUndefined();
    expect(documentByPart(Buffer.alloc(0))).toBeUndefined();
  });

  it("reads no other document, and none that is damaged", async () => {
    writeFileSync(file, '{"schema":"allmend.result/0"}');
    expect(await readResult(file)).toBeUndefined();
    const { measures, ...earlier } = sampleResult;
    expect(measures.length).toBeGreaterThan(0);
    writeFileSync(file, JSON.stringify(earlier));
    expect(await readResult(file)).toBeUndefined();
    writeFileSync(file, "[]");
    expect(await readResult(file)).toBeUndefined();
    writeFileSync(file, [...json(sampleResult)].join("").slice(0, -400));
    await expect(readResult(file)).rejects.toThrow();
    writeFileSync(file, '{\n"schema":"allmend.result/1",\n"uses":[\n{broken\n]\n}\n');
    await expect(readResult(file, 0)).rejects.toThrow();
    await expect(readResult(join(folder, "missing.json"))).rejects.toThrow();
  });
});
