import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const component = { uuid: "a", name: "left", version: "1.0.0", purl: "pkg:maven/org.left/left@1.0.0?type=jar" };
const document = {
  version: "1.2",
  meta: { application: "Dependency-Track", version: "4.11.0", timestamp: "2026-02-02T00:00:00Z" },
  project: { name: "Shop", version: "1" },
  findings: [
    {
      component,
      vulnerability: {
        vulnId: "CVE-2026-1",
        source: "NVD",
        severity: "CRITICAL",
        cvssV3BaseScore: 9.1,
        epssScore: 0.42,
        aliases: [{ cveId: "CVE-2026-1", ghsaId: "GHSA-1", uuid: "115b80bb-46c4-41d1-9f10-8a175d4abb46" }],
        patchedVersions: ">=1.1.0",
      },
      analysis: { state: "NOT_AFFECTED", justification: "CODE_NOT_REACHABLE", isSuppressed: false },
    },
    {
      component,
      vulnerability: { vulnId: "CVE-2026-2", severity: "UNASSIGNED", patchedVersions: "see notes" },
      analysis: { isSuppressed: true },
    },
    { component: { name: "x" }, vulnerability: { vulnId: "CVE-2026-3" } },
  ],
};

describe("findings of Dependency-Track", () => {
  it("give advisories, EPSS and what its users decided", async () => {
    const { advisories, statements } = await imported("dependency-track", document);
    expect(advisories).toMatchObject([
      {
        id: "CVE-2026-1",
        aliases: ["GHSA-1"],
        severity: { band: "critical", score: 9.1 },
        epss: 0.42,
        affected: [{ package: "pkg:maven/org.left/left", order: "maven", versions: ["1.0.0"], fixed: ["1.1.0"] }],
      },
      { id: "CVE-2026-2", affected: [{ versions: ["1.0.0"] }] },
    ]);
    expect(advisories[1]?.affected[0]?.fixed).toBeUndefined();
    expect(statements.map(({ id, status, justification, by }) => [id, status, justification, by])).toEqual([
      ["CVE-2026-1", "not-affected", "code-not-reachable", "Dependency-Track"],
      ["CVE-2026-2", "not-affected", "suppressed", "Dependency-Track"],
    ]);
  });

  it("without a package URL are counted; other documents are refused", async () => {
    expect((await reading("dependency-track", document)).counts.notUnderstood).toEqual({
      "the component of a finding has no package URL with version": 1,
    });
    await expect(reading("dependency-track", { findings: [{}] })).rejects.toThrow("Not an export");
  });
});
