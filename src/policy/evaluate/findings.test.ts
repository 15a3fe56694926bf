import { describe, expect, it } from "vitest";
import { here, licenseRules, programWith, ruleWith, usage } from "../testing/build.ts";
import { house, judge } from "../testing/judged.ts";

describe("findings", () => {
  it("say what serves what, where the rule stands, and how sure they are", () => {
    const activity = { id: "ship", title: {}, kind: "govern" as const, serves: { calm: 3, fast: 1 }, position: here };
    const strategy = {
      title: {},
      version: "1",
      state: "in-force" as const,
      objectives: [],
      activities: [activity],
      upstreams: [],
      prose: {},
      words: 0,
      position: here,
    };
    const rules = [ruleWith("changed", "use.modified", "review", { serves: ["ship"], lane: "legal", position: { ...here, line: 42 } })];
    const [finding] = judge(programWith(rules, { strategy }), [usage("x", "MIT", { use: { modified: true } })]).findings;
    expect(finding).toMatchObject({
      id: expect.stringMatching(/^finding:[0-9a-f]{16}$/),
      lane: "legal",
      serves: { activities: ["ship"], objectives: ["calm", "fast"] },
      position: { line: 42 },
      assurance: "signal",
      subject: { kind: "usage", label: "x 1.0.0", product: "kit" },
    });
  });

  it("are one for each rule and subject: the worst use speaks, with the places of all", () => {
    const at = (line: number) => ({ "": [{ repository: "api", path: "package-lock.json", line }] });
    const uses = [
      usage("x", "GPL-3.0-only", { version: "2.0.0", evidence: at(9) }),
      usage("x", "MIT", { version: "1.0.0", evidence: at(3) }),
      usage("x", undefined, { version: "3.0.0", evidence: at(5) }),
      usage("x", "GPL-3.0-only", { version: "2.5.0", evidence: at(4) }),
    ];
    const { findings, verdicts, tallies } = judge(house, uses);
    expect(verdicts).toHaveLength(1);
    expect(findings.map(({ rule, because }) => `${rule} ${because}`)).toEqual(["strong-leaving matched", "no-licence unknown"]);
    expect(findings[0]).toMatchObject({ subject: { label: "x 2.0.0" }, evidence: [{ line: 4 }, { line: 9 }] });
    expect(tallies.find(({ rule }) => rule === "strong-leaving")).toMatchObject({ subjects: 1, matched: 1, unknown: 0, notMatched: 0 });
    expect(tallies.find(({ rule }) => rule === "no-licence")).toMatchObject({ subjects: 1, matched: 0, unknown: 1 });
  });

  it("a waiver for one version does not cover the other", () => {
    const waiver = {
      rule: "strong-leaving",
      about: { component: "pkg:npm/x@<2" },
      because: "b",
      owner: "o",
      expires: "2027-01-01",
      position: here,
    };
    const program = programWith(licenseRules, { licenses: { waivers: [waiver] } });
    const [old, young] = [usage("x", "GPL-3.0-only"), usage("x", "GPL-3.0-only", { version: "2.0.0" })];
    expect(judge(program, [old]).verdicts).toMatchObject([{ outcome: "allow" }]);
    for (const uses of [
      [old, young],
      [young, old],
    ]) {
      const { findings, verdicts } = judge(program, uses);
      expect(verdicts).toMatchObject([{ outcome: "review" }]);
      expect(findings[0]?.waiver).toBeUndefined();
    }
  });

  it("of permissions are made on request", () => {
    const { findings, verdicts } = judge(house, [usage("x", "MIT OR GPL-3.0-only")], { permissions: true });
    expect(findings).toMatchObject([{ rule: "permissive", outcome: "allow", license: { chosen: "MIT" } }]);
    expect(verdicts).toMatchObject([{ outcome: "allow", findings: [findings[0]?.id] }]);
  });

  it("rules without any subject are tallied, too", () => {
    expect(judge(house, []).tallies).toHaveLength(6);
    expect(judge(house, []).tallies[0]).toEqual({
      rule: "permissive",
      area: "compliance",
      about: "usage",
      subjects: 0,
      notMatched: 0,
      matched: 0,
      unknown: 0,
      reasons: {},
    });
  });
});
