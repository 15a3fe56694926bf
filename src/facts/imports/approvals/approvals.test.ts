import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

async function approvals(content: unknown) {
  const { lines, counts } = await reading("approvals", content);
  return { approved: lines.filter(({ kind }) => kind === "approval"), counts };
}

describe("approvals of others", () => {
  it("from a table, in either language, with what could not be taken counted", async () => {
    const table = `Paket;Entscheid;Lizenz;Durch;Datum;Begründung
pkg:npm/left@1.2.3;freigegeben;MIT;Recht;2026-03-01;gelesen
pkg:npm/net@1;abgelehnt;AGPL-3.0-only;;;
pkg:npm/wait@1;offen;;;;
left;freigegeben;;;;
pkg:npm/odd@1;vielleicht;;;;
`;
    const { approved, counts } = await approvals(table);
    expect(approved).toMatchObject([
      {
        kind: "approval",
        at: "2026-03-01",
        by: "Recht",
        subject: "pkg:npm/left@1.2.3",
        data: { outcome: "approved", license: "MIT", because: "gelesen", origin: "table" },
      },
      { at: "2026-11-30T00:00:00Z", by: "approvals", subject: "pkg:npm/net@1", data: { outcome: "rejected" } },
    ]);
    expect(new Set(approved.map(({ id }) => id)).size).toBe(2);
    expect(counts).toEqual({
      read: 5,
      taken: 2,
      empty: { "not decided yet": 1 },
      notUnderstood: { "a decision is none that is known": 1, "a decision names no package URL": 1 },
    });
  });

  it("from Dependency-Track: violations that were analysed", async () => {
    const violation = (purl: string, analysisState?: string) => ({
      type: "LICENSE",
      component: { purl, resolvedLicense: { licenseId: "EPL-2.0" } },
      policyCondition: { policy: { name: "Copyleft" } },
      ...(analysisState ? { analysis: { analysisState } } : {}),
    });
    const { approved, counts } = await approvals([
      violation("pkg:maven/g/a@1", "APPROVED"),
      violation("pkg:maven/g/b@1", "REJECTED"),
      violation("pkg:maven/g/c@1"),
    ]);
    expect(approved.map(({ subject, data }) => [subject, data["outcome"], data["origin"], data["because"]])).toEqual([
      ["pkg:maven/g/a@1", "approved", "dependency-track", "policy Copyleft"],
      ["pkg:maven/g/b@1", "rejected", "dependency-track", "policy Copyleft"],
    ]);
    expect(counts.empty).toEqual({ "not decided yet": 1 });
  });

  it("from SW360: releases that are approved; a report that is there is none", async () => {
    const release = (clearingState: string, purl?: string) => ({
      name: "a",
      version: "1",
      clearingState,
      mainLicenseIds: ["MIT"],
      ...(purl ? { externalIds: { "package-url": purl } } : {}),
    });
    const { approved, counts } = await approvals({
      _embedded: {
        "sw360:releases": [release("APPROVED", "pkg:npm/a@1"), release("REPORT_AVAILABLE", "pkg:npm/b@1"), release("APPROVED")],
      },
    });
    expect(approved).toMatchObject([{ subject: "pkg:npm/a@1", data: { outcome: "approved", license: "MIT", origin: "sw360" } }]);
    expect(counts).toMatchObject({ taken: 1, empty: { "not decided yet": 1 }, notUnderstood: { "a decision names no package URL": 1 } });
  });

  it("from ORT: curations conclude, resolutions are shown", async () => {
    const yaml = `resolutions:
  rule_violations:
  - { message: "COPYLEFT.*left", reason: "LICENSE_ACQUIRED_EXCEPTION", comment: "bought" }
curations:
  packages:
  - id: "NPM:@a:left:1.0.0"
    curations: { comment: "read", concluded_license: "MIT" }
  - id: "Maven:g:a:2"
    curations: { comment: "home page" }
`;
    const found = await imported("approvals", yaml);
    expect(found.packageLicenses).toEqual([{ purl: "pkg:npm/%40a/left@1.0.0", by: "approvals", concluded: "MIT", because: "read" }]);
    expect(found.resolutions).toEqual([{ about: "COPYLEFT.*left", reason: "LICENSE_ACQUIRED_EXCEPTION", comment: "bought" }]);
  });

  it("is nothing else", async () => {
    await expect(reading("approvals", { a: 1 })).rejects.toMatchObject({ name: "Unreadable" });
    await expect(reading("approvals", "name,colour\nx,red\n")).rejects.toThrow("no column component");
    await expect(reading("approvals", "")).rejects.toThrow("empty");
  });
});
