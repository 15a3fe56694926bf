import { describe, expect, it } from "vitest";
import { factDefinition } from "../registry/index.ts";
import { evaluateChecks } from "./evaluate.ts";
import { repositoryChecks } from "./registry.ts";

function answers(facts: Parameters<typeof evaluateChecks>[0]["facts"], rest: Partial<Parameters<typeof evaluateChecks>[0]> = {}) {
  const all = evaluateChecks({ facts, evidence: {}, ...rest });
  return Object.fromEntries(all.map(({ id, ...answer }) => [id, answer]));
}

describe("the catalogue", () => {
  it("names every check once, with words in both languages, sources and facts of the registry", () => {
    expect(new Set(repositoryChecks.map(({ id }) => id)).size).toBe(repositoryChecks.length);
    for (const check of repositoryChecks) {
      expect(check.id).toMatch(/^[a-z-]+(?:\.[a-z-]+\d?)?$/);
      for (const text of [check.title, check.remedy]) expect(text.en !== "" && text.de !== "", check.id).toBe(true);
      expect(check.sources.length, check.id).toBeGreaterThan(0);
      for (const name of check.reads) expect(factDefinition(`repository.${name}`), `${check.id} reads ${name}`).toBeDefined();
      if (check.group !== "forge") expect(check.reads.length, check.id).toBeGreaterThan(0);
    }
  });

  it("knows nothing of a repository that was not read: never a pass, never a failure", () => {
    for (const answer of evaluateChecks({ facts: {}, evidence: {} })) {
      expect(answer).toMatchObject({ outcome: "unknown" });
      expect(answer.why).toBeDefined();
    }
  });

  it("can fail and can pass each check that it answers", () => {
    const good = {
      hasLicense: true,
      license: "Apache-2.0",
      licenseOsiApproved: true,
      hasNotice: true,
      hasReadme: true,
      readmeMentionsLicense: true,
    };
    const bad = { ...good, hasNotice: false, licenseOsiApproved: false, license: "LicenseRef-X", readmeMentionsLicense: false };
    expect(answers(good)).toMatchObject({
      "license.approved": { outcome: "pass" },
      "notice.present": { outcome: "pass" },
      "readme.license": { outcome: "pass" },
    });
    expect(answers(bad)).toMatchObject({
      "license.approved": { outcome: "fail" },
      "readme.license": { outcome: "fail" },
      "notice.present": { outcome: "not-applicable" },
    });
  });
});

describe("outcomes", () => {
  it("asks nothing about the content of a file that is not there", () => {
    const found = answers({
      hasCodeOfConduct: false,
      hasSecurityPolicy: false,
      hasCodeowners: false,
      hasLicense: false,
      hasReadme: false,
      hasPubliccode: false,
    });
    for (const id of [
      "coc.contact",
      "security.score",
      "codeowners.valid",
      "codeowners.count",
      "license.id",
      "license.approved",
      "notice.present",
      "readme.license",
      "publiccode.valid",
    ])
      expect(found[id], id).toEqual({ outcome: "not-applicable" });
    expect(found["coc.present"]?.outcome).toBe("fail");
  });

  it("leaves open how many people a team holds", () => {
    expect(answers({ hasCodeowners: true, codeowners: 1, codeownerTeams: 1 })["codeowners.count"]).toMatchObject({ outcome: "unknown" });
    expect(answers({ hasCodeowners: true, codeowners: 1, codeownerTeams: 0 })["codeowners.count"]).toMatchObject({ outcome: "fail" });
    expect(answers({ hasCodeowners: true, codeowners: 3, codeownerTeams: 1 })["codeowners.count"]).toMatchObject({ outcome: "pass" });
  });

  it("tells an error from what is merely not known, and what only the forge knows", () => {
    const found = answers({ workflows: 1 }, { failed: ["workflowPermissions"] });
    expect(found["workflow.permissions"]).toEqual({ outcome: "error", why: "reader-failed" });
    expect(found["workflow.dangerous"]).toEqual({ outcome: "unknown", why: "not-read" });
    expect(found["branch.protected"]).toEqual({ outcome: "unknown", why: "needs-forge" });
    expect(answers({ branchProtected: true })["branch.protected"]).toEqual({ outcome: "pass" });
  });

  it("scores as the sources do", () => {
    expect(answers({ hasLicense: true, license: "MIT", licenseOsiApproved: true })["license.present"]?.score).toBe(10);
    expect(answers({ hasLicense: true, license: "X", licenseOsiApproved: false })["license.present"]?.score).toBe(9);
    expect(answers({ binaries: 3 })["binary.artifacts"]).toEqual({ outcome: "fail", score: 7, value: 3 });
    expect(answers({ binaries: 30 })["binary.artifacts"]?.score).toBe(0);
    expect(answers({ workflows: 2, workflowPermissions: "jobs-only" })["workflow.permissions"]).toEqual({
      outcome: "pass",
      score: 9.5,
      value: "jobs-only",
    });
    expect(answers({ commits90Days: 13, daysSinceFirstCommit: 900 }).maintained).toMatchObject({ outcome: "pass", score: 10 });
    expect(answers({ commits90Days: 13, daysSinceFirstCommit: 20 }).maintained).toMatchObject({ outcome: "fail", score: 0 });
  });

  it("shows a place once, with its line where one is known", () => {
    const evidence = { license: [{ repository: "r", path: "LICENSE", line: 3 }], licensePath: [{ repository: "r", path: "LICENSE" }] };
    expect(answers({ hasLicense: true, license: "MIT" }, { evidence })["license.id"]?.places).toEqual([{ path: "LICENSE", line: 3 }]);
  });

  it("does not say that a history is clean before it was read", () => {
    expect(answers({ secrets: 0 })["secrets.history"]?.outcome).toBe("unknown");
    expect(answers({ secrets: 0, secretsHistoryComplete: true })["secrets.history"]?.outcome).toBe("pass");
    expect(answers({ secrets: 2 })["secrets.history"]?.outcome).toBe("fail");
  });
});
