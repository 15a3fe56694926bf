import { describe, expect, it } from "vitest";
import type { Subject } from "#facts";
import type { Verdict } from "#policy";
import { loadProgram, type Program } from "#program";
import { join } from "node:path";
import { measureIds } from "#measures";
import { evaluatePolicies } from "#policy";
import { Choices } from "./choices.ts";

const packsFolder = join(import.meta.dirname, "..", "..", "packs");
const now = "2026-11-23T00:00:00Z";

async function starter(): Promise<Program> {
  const { program } = await loadProgram(join(packsFolder, "starter"), { packsFolder, measures: measureIds() });
  if (!program) throw new Error("the starter pack has errors");
  return program;
}

function usage(license: string, distribution = "distributed"): Subject {
  return {
    kind: "usage",
    id: `usage:${license}`,
    label: license,
    facts: {
      component: { purl: "pkg:npm/x@1", license, licenseNotion: "declared" },
      deliverable: { distribution },
      use: { scope: "production", place: "product" },
    },
    evidence: {},
  };
}

async function verdicts(...subjects: Subject[]): Promise<readonly Verdict[]> {
  const program = await starter();
  const choices = new Choices();
  const judged = evaluatePolicies(program, choices.noting(subjects), { now });
  return choices.record(judged.verdicts, program, { now });
}

describe("the branch of an OR", () => {
  it("is recorded where the better one is fine", async () => {
    const [verdict] = await verdicts(usage("MIT OR GPL-3.0-only"));
    expect(verdict).toMatchObject({ outcome: "allow", findings: [], license: { chosen: "MIT", chosenBecause: "best" } });
  });

  it("is recorded where the better one is still something to review", async () => {
    const [verdict] = await verdicts(usage("AGPL-3.0-only OR GPL-3.0-only"));
    expect(verdict).toMatchObject({ counts: "review", license: { chosen: "GPL-3.0-only" } });
  });

  it("is recorded inside an AND", async () => {
    const [verdict] = await verdicts(usage("(MIT OR AGPL-3.0-only) AND BSD-3-Clause"));
    expect(verdict).toMatchObject({ outcome: "allow", license: { chosen: "MIT AND BSD-3-Clause" } });
  });

  it("says nothing where there is nothing to choose, and changes no verdict", async () => {
    const subjects = ["MIT", "GPL-3.0-only", "MIT AND ISC", "MIT OR Apache-2.0"].map((license) => usage(license));
    const plain = evaluatePolicies(await starter(), subjects, { now }).verdicts;
    const recorded = await verdicts(...subjects);
    expect(recorded.map(({ subject, outcome, counts, findings }) => ({ subject, outcome, counts, findings }))).toEqual(plain);
    expect(recorded.filter((verdict) => verdict.license).map((verdict) => verdict.subject)).toEqual(["usage:MIT OR Apache-2.0"]);
  });
});
