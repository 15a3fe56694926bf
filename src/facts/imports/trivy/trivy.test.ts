import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const report = {
  SchemaVersion: 2,
  CreatedAt: "2026-04-01T10:00:00.5Z",
  ArtifactName: "shop",
  Results: [
    {
      Target: "package-lock.json",
      Class: "lang-pkgs",
      Type: "npm",
      Packages: [
        { Name: "left", Version: "1.0.0", Identifier: { PURL: "pkg:npm/left@1.0.0" } },
        { Name: "@a/b", Version: "2.0.0" },
      ],
      Vulnerabilities: [
        {
          VulnerabilityID: "CVE-2026-1",
          VendorIDs: ["GHSA-1"],
          PkgName: "left",
          PkgIdentifier: { PURL: "pkg:npm/left@1.0.0" },
          InstalledVersion: "1.0.0",
          FixedVersion: "1.2.0, 2.0.1",
          SeveritySource: "ghsa",
          Severity: "HIGH",
          CVSS: {
            nvd: { V3Vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" },
            ghsa: { V3Vector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H" },
          },
          PrimaryURL: "https://avd.aquasec.com/nvd/cve-2026-1",
        },
        { VulnerabilityID: "CVE-2026-2", PkgName: "@a/b", InstalledVersion: "2.0.0", Severity: "UNKNOWN" },
        { PkgName: "x" },
      ],
      Secrets: [{ RuleID: "key" }],
    },
    {
      Target: "image",
      Class: "os-pkgs",
      Type: "debian",
      Vulnerabilities: [{ VulnerabilityID: "CVE-2026-3", PkgName: "openssl", InstalledVersion: "3.0" }],
    },
  ],
};

describe("Trivy's report", () => {
  it("gives what it found, by package URL or by the kind of result, and what it looked at", async () => {
    const { advisories, files } = await imported("trivy", report);
    expect(advisories).toMatchObject([
      {
        id: "CVE-2026-1",
        aliases: ["GHSA-1"],
        severity: { band: "medium", score: 5.9 },
        affected: [{ package: "pkg:npm/left", versions: ["1.0.0"], fixed: ["1.2.0", "2.0.1"] }],
      },
      { id: "CVE-2026-2", affected: [{ package: "pkg:npm/%40a/b", versions: ["2.0.0"] }] },
    ]);
    expect(advisories[1]?.severity).toBeUndefined();
    expect(files).toMatchObject([{ kind: "trivy", at: "2026-04-01T10:00:00Z", looksAt: ["pkg:npm/%40a/b@2.0.0", "pkg:npm/left@1.0.0"] }]);
  });

  it("says what it leaves out", async () => {
    const { counts, origin } = await reading("trivy", report, "repository:shop");
    expect(counts).toEqual({
      read: 5,
      taken: 2,
      empty: { "secrets are not taken": 1 },
      notUnderstood: {
        "a vulnerability has no id": 1,
        "a vulnerability names no package URL, and its kind of result (debian) has none": 1,
      },
    });
    expect(origin.replaces).toBe("repository:shop");
    await expect(reading("trivy", { Results: [] })).rejects.toThrow("Not a report of Trivy");
  });
});
