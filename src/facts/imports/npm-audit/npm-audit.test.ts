import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const via = {
  source: 1,
  name: "left",
  dependency: "left",
  title: "Bad",
  url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
  severity: "high",
  cvss: { score: 7.5, vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H" },
  range: ">=1.0.0 <1.2.0 || =2.0.0",
};

describe("npm audit", () => {
  it("in version 2: each advisory once, where it belongs", async () => {
    const document = {
      auditReportVersion: 2,
      vulnerabilities: {
        left: { name: "left", severity: "high", via: [via], range: "<1.2.0" },
        parent: { name: "parent", severity: "high", via: ["left"], range: "*" },
        other: {
          name: "other",
          via: [
            via,
            {
              ...via,
              source: 2,
              dependency: "@s/right",
              url: "https://example.org",
              cvss: { score: 0, vectorString: null },
              severity: "moderate",
              range: "<=3.0.0",
            },
          ],
        },
      },
    };
    const { advisories, files } = await imported("npm-audit", document, "repository:shop");
    expect(advisories).toMatchObject([
      {
        id: "GHSA-aaaa-bbbb-cccc",
        severity: { band: "high", score: 7.5 },
        affected: [{ package: "pkg:npm/left", intervals: [{ from: "1.0.0", below: "1.2.0" }], versions: ["2.0.0"], fixed: ["1.2.0"] }],
      },
      { id: "npm-2", severity: { band: "medium" }, affected: [{ package: "pkg:npm/%40s/right", intervals: [{ through: "3.0.0" }] }] },
    ]);
    expect(files[0]).toMatchObject({ covers: ["npm"], about: "repository:shop" });
  });

  it("in version 1", async () => {
    const document = {
      advisories: {
        118: {
          id: 118,
          module_name: "left",
          severity: "critical",
          cves: ["CVE-2026-1"],
          vulnerable_versions: "<=1.0.0",
          patched_versions: ">=1.0.1",
          title: "Bad",
          url: "https://npmjs.com/advisories/118",
        },
        119: { id: 119, module_name: "right", severity: "low", vulnerable_versions: "not a range <<", patched_versions: "<0.0.0" },
      },
    };
    const { advisories, files } = await imported("npm-audit", document);
    expect(advisories).toMatchObject([
      { id: "CVE-2026-1", severity: { band: "critical" }, affected: [{ intervals: [{ through: "1.0.0" }], fixed: ["1.0.1"] }] },
    ]);
    expect(files[0]?.covers).toBeUndefined();
    expect((await reading("npm-audit", document)).counts).toMatchObject({
      taken: 1,
      notUnderstood: { 'the range "not a range <<" is not understood': 1 },
    });
  });

  it("that failed says so instead of finding nothing", async () => {
    await expect(reading("npm-audit", { message: "request failed", error: { summary: "ENOLOCK", detail: "x" } })).rejects.toThrow(
      "npm audit itself failed: ENOLOCK",
    );
    await expect(reading("npm-audit", {})).rejects.toThrow("Not a report of npm audit");
  });
});
