import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importKinds } from "./registry.ts";
import { imported, reading } from "./testing/reading.ts";
import { importedFrom, type PlacedLine } from "./imported.ts";

function placed(lines: readonly { kind: string; at: string; data: Readonly<Record<string, unknown>> }[]): PlacedLine[] {
  return lines.map((line, index) => ({ ...line, position: { file: "f", line: index + 1 } }));
}

describe("what was imported", () => {
  it("of a source that reports again, the later counts", async () => {
    const report = (at: string, id: string) =>
      reading("trivy", {
        SchemaVersion: 2,
        CreatedAt: at,
        ArtifactName: "shop",
        Results: [{ Target: "t", Type: "npm", Vulnerabilities: [{ VulnerabilityID: id, PkgName: "a", InstalledVersion: "1.0.0" }] }],
      });
    const lines = [
      ...(await report("2026-02-01T00:00:00Z", "CVE-2026-2")).lines,
      ...(await report("2026-01-01T00:00:00Z", "CVE-2026-1")).lines,
    ];
    const found = importedFrom(placed(lines));
    expect(found.advisories.map(({ id }) => id)).toEqual(["CVE-2026-2"]);
    expect(found.files).toHaveLength(1);
  });

  it("of an advisory, the record that was changed last counts, whichever file brought it", async () => {
    const record = (modified: string, version: string) =>
      reading("osv", { id: "GHSA-1", modified, affected: [{ package: { ecosystem: "npm", name: "a" }, versions: [version] }] });
    const lines = [...(await record("2026-02-01T00:00:00Z", "2")).lines, ...(await record("2026-01-01T00:00:00Z", "1")).lines];
    expect(importedFrom(placed(lines)).advisories).toMatchObject([{ affected: [{ versions: ["2"] }] }]);
  });

  it("and does not have its form is a problem with its line; the rest counts", async () => {
    const { lines } = await reading("kev", { vulnerabilities: [{ cveID: "CVE-2026-1234", dateAdded: "2026-01-01" }] });
    const found = importedFrom(placed([...lines, { kind: "vex", at: "2026", data: { import: "x" } }]));
    expect(found.problems).toMatchObject([{ code: "import-line", file: "f", line: lines.length + 1 }]);
    expect(found.marks).toEqual([{ id: "CVE-2026-1234", exploited: { by: "CISA KEV", since: "2026-01-01" }, source: "kev" }]);
  });
});

describe.each(importKinds)("$name", ({ name }) => {
  it("refuses nonsense without failing otherwise", async () => {
    const json = fc.oneof(fc.string(), fc.json());
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        try {
          const { files } = await imported(name, text, "repository:x");
          expect(files).toHaveLength(1);
        } catch (error) {
          expect((error as Error).name).toBe("Unreadable");
        }
      }),
      { numRuns: 40 },
    );
  });
});
