import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const document = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:1",
  metadata: {
    timestamp: "2026-03-01T00:00:00Z",
    supplier: { name: "Acme" },
    component: { "bom-ref": "main", name: "Acme Portal", version: "2" },
  },
  components: [
    {
      "bom-ref": "c1",
      type: "library",
      name: "left",
      purl: "pkg:npm/left@1.0.0",
      components: [{ "bom-ref": "c2", purl: "pkg:npm/inner@2.0.0" }],
    },
  ],
  vulnerabilities: [
    {
      id: "CVE-2026-1",
      references: [{ id: "GHSA-1" }],
      ratings: [{ method: "CVSSv31", vector: "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", severity: "low" }],
      analysis: { state: "not_affected", justification: "code_not_reachable", detail: "Not called.", response: ["will_not_fix", "update"] },
      affects: [{ ref: "c1" }],
    },
    {
      id: "CVE-2026-2",
      ratings: [{ severity: "high", score: 7.1 }],
      affects: [{ ref: "pkg:npm/right", versions: [{ range: "vers:npm/>=1.0.0|<1.5.0" }, { version: "2.0.0", status: "unaffected" }] }],
    },
    { id: "CVE-2026-3", analysis: { state: "in_triage" }, affects: [{ ref: "main" }] },
    { id: "CVE-2026-4", affects: [{ ref: "urn:cdx:other/1#pkg%3Anpm%2Finner%402.0.0" }], analysis: { state: "resolved" } },
    { id: "CVE-2026-5", affects: [{ ref: "nobody" }] },
    { id: "CVE-2026-6", affects: [{ ref: "c2" }], analysis: { state: "odd" } },
  ],
};

describe("vulnerabilities of CycloneDX", () => {
  it("give advisories for versions and statements for analyses", async () => {
    const { advisories, statements, files } = await imported("cyclonedx-vex", document);
    expect(advisories.map(({ id, severity, affected }) => [id, severity?.band, affected[0]])).toEqual([
      ["CVE-2026-1", "critical", { package: "pkg:npm/left", order: "npm", versions: ["1.0.0"] }],
      ["CVE-2026-2", "high", { package: "pkg:npm/right", order: "npm", intervals: [{ from: "1.0.0", below: "1.5.0" }], fixed: ["1.5.0"] }],
      ["CVE-2026-4", undefined, { package: "pkg:npm/inner", order: "npm", versions: ["2.0.0"] }],
      ["CVE-2026-6", undefined, { package: "pkg:npm/inner", order: "npm", versions: ["2.0.0"] }],
    ]);
    expect(
      statements.map(({ id, status, by, justification, action, subjects }) => [id, status, by, justification, action, subjects]),
    ).toEqual([
      ["CVE-2026-1", "not-affected", "Acme", "code-not-reachable", "will_not_fix, update", [{ component: "pkg:npm/left@1.0.0" }]],
      ["CVE-2026-3", "under-investigation", "Acme", undefined, undefined, [{ product: "Acme Portal" }]],
      ["CVE-2026-4", "fixed", "Acme", undefined, undefined, [{ component: "pkg:npm/inner@2.0.0" }]],
    ]);
    expect(files[0]?.looksAt).toEqual(["pkg:npm/inner@2.0.0", "pkg:npm/left@1.0.0"]);
  });

  it("that cannot be taken are counted with their place", async () => {
    const { counts, problems } = await reading("cyclonedx-vex", document);
    expect(Object.values(counts.notUnderstood)).toEqual([1, 1]);
    expect(problems.map(({ message }) => message).join()).toContain("vulnerabilities[4] CVE-2026-5");
    await expect(reading("cyclonedx-vex", { bomFormat: "CycloneDX" })).rejects.toThrow("Not CycloneDX");
  });
});
