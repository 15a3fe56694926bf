import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Subject } from "#facts";
import type { Outcome, Rule } from "#program";
import { here, licenseRules, NOW, programWith, ruleWith, usage } from "../testing/build.ts";
import { counts } from "./drafts.ts";
import { type Evaluation, evaluatePolicies } from "./evaluate.ts";
import { severity } from "./speak.ts";

const licenses = [
  "MIT",
  "GPL-3.0-only",
  "MIT OR GPL-3.0-only",
  "AGPL-3.0-only AND MIT",
  "LicenseRef-x",
  "NONE",
  "no expression",
  undefined,
] as const;
const subject: fc.Arbitrary<Subject> = fc
  .record({
    name: fc.constantFrom("a", "b", "c"),
    license: fc.constantFrom(...licenses),
    version: fc.constantFrom("1.0.0", "1.5.0", "2.0.0"),
    distribution: fc.constantFrom("internal", "distributed", "browser"),
    product: fc.constantFrom("kit", "portal"),
    line: fc.integer({ min: 1, max: 5 }),
    modified: fc.option(fc.boolean(), { nil: undefined }),
    pinned: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ name, license, modified, pinned, line, ...parts }) =>
    usage(name, license, {
      ...parts,
      ...(modified === undefined ? {} : { use: { modified } }),
      ...(pinned === undefined ? {} : { component: { pinned } }),
      evidence: { "": [{ repository: "api", path: "package-lock.json", line }] },
    }),
  );

const rules: readonly Rule[] = [
  ...licenseRules,
  ruleWith("pinned", "!component.pinned", "warn"),
  ruleWith("modified", "use.modified && license.strength != 'permissive'", "review"),
  ruleWith("b-is-fine", 'component.name == "b" && component.version < "2"', "allow"),
  ruleWith("shadow", 'component.name == "a"', "deny", { mode: "shadow" }),
];

function judge(subjects: readonly Subject[], more: Parameters<typeof programWith>[1] = {}, own: readonly Rule[] = rules): Evaluation {
  return evaluatePolicies(programWith(own, more), subjects, { now: NOW });
}

/** A result without the order of what came. */
function canonical({ findings, verdicts, tallies }: Evaluation): string {
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  return JSON.stringify([sorted(findings), sorted(verdicts), tallies]);
}

const subjects = fc.array(subject, { maxLength: 14 });
const shuffled = subjects.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

describe("evaluation", () => {
  it("does not depend on the order of subjects, nor on what else is judged", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(canonical(judge(other))).toBe(canonical(judge(list)));
        expect(JSON.stringify(judge(list))).toBe(JSON.stringify(judge(list)));
        for (const id of new Set(list.map((one) => one.id))) {
          const alone = judge(list.filter((one) => one.id === id));
          expect(alone.findings).toEqual(judge(list).findings.filter((finding) => finding.subject.id === id));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a verdict is the worst of its findings that count", () => {
    fc.assert(
      fc.property(subjects, (list) => {
        const { findings, verdicts } = judge(list);
        for (const verdict of verdicts) {
          const mine = findings.filter((finding) => finding.subject.id === verdict.subject);
          expect(verdict.findings).toEqual(mine.map(({ id }) => id));
          const worst = Math.max(-1, ...mine.filter(counts).map(({ outcome }) => severity(outcome)));
          if (worst >= 0) expect(severity(verdict.counts as Outcome)).toBe(worst);
          else expect(["allow", "not-applicable"]).toContain(verdict.outcome);
        }
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      }),
    );
  });

  it("ids live through versions and lines", () => {
    fc.assert(
      fc.property(subject, fc.constantFrom("3.0.0", "3.1.0"), fc.integer({ min: 1, max: 99 }), (one, version, line) => {
        const facts = { ...one.facts, component: { ...one.facts.component, version, purl: `pkg:npm/x@${version}` } };
        const moved: Subject = { ...one, facts, evidence: { "": [{ repository: "api", path: "package-lock.json", line }] } };
        const byRule = (list: readonly { id: string; rule: string }[]) => Object.fromEntries(list.map(({ id, rule }) => [rule, id]));
        const [before, after] = [byRule(judge([one]).findings), byRule(judge([moved]).findings)];
        for (const rule of Object.keys(before)) if (rule in after) expect(after[rule]).toBe(before[rule]);
      }),
    );
  });

  it("a waiver only ever takes findings out of the count, and only while it lasts", () => {
    const day = fc.constantFrom("2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2027-01-01");
    fc.assert(
      fc.property(
        subjects,
        fc.constantFrom(...rules.map(({ id }) => id)),
        fc.constantFrom("pkg:npm/a", "pkg:npm/b@<2", "pkg:npm/c@1.5.0"),
        day,
        day,
        (list, rule, component, first, second) => {
          const counting = (expires: string) =>
            judge(list, { licenses: { waivers: [{ rule, about: { component }, because: "b", owner: "o", expires, position: here }] } })
              .findings.filter(counts)
              .map(({ id }) => id);
          const [shorter, longer] = [first, second].sort() as [string, string];
          const without = judge(list)
            .findings.filter(counts)
            .map(({ id }) => id);
          expect(without).toEqual(expect.arrayContaining(counting(shorter)));
          expect(counting(shorter)).toEqual(expect.arrayContaining(counting(longer)));
          if (longer < NOW.slice(0, 10)) expect(counting(longer)).toEqual(without);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("another rule that objects never makes a verdict better; tallies add up", () => {
    fc.assert(
      fc.property(subjects, fc.constantFrom("warn", "review", "deny"), (list, decide) => {
        const before = judge(list);
        const after = judge(list, {}, [...rules, ruleWith("more", 'component.version == "1.5.0" || use.modified', decide as Outcome)]);
        const worse = new Map(after.verdicts.map((verdict) => [verdict.subject, verdict]));
        for (const verdict of before.verdicts) {
          const now = worse.get(verdict.subject)?.counts;
          // a warning may fill a gap only with something as bad as the default
          if (verdict.counts !== undefined) expect(now && severity(now)).toBeGreaterThanOrEqual(severity(verdict.counts));
        }
        for (const { subjects: all, matched, notMatched, unknown } of after.tallies) expect(matched + notMatched + unknown).toBe(all);
      }),
      { numRuns: 60 },
    );
  });
});
