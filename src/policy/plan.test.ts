import { expect, it } from "vitest";
import { evaluatePolicies } from "./evaluate/evaluate.ts";
import { plan } from "./plan.ts";
import { licenseRules, NOW, programWith, ruleWith, usage } from "./testing/build.ts";

it("tells what a change of rules does: added, removed, changed", () => {
  const subjects = [usage("a", "AGPL-3.0-only"), usage("b", "GPL-3.0-only"), usage("c", "MIT"), usage("d", "NONE")];
  const run = (rules: typeof licenseRules) => evaluatePolicies(programWith(rules), subjects, { now: NOW }).findings;
  const before = run(licenseRules);
  const softer = licenseRules.map((rule) => (rule.id === "network" ? { ...rule, decide: "review" as const } : rule));
  const after = run([
    ...softer.filter((rule) => rule.id !== "strong-leaving"),
    ruleWith("gpl-is-fine", 'license.strength == "strong"', "allow"),
    ruleWith("no-c", 'component.name == "c"', "deny"),
  ]);
  const { added, removed, changed, unchanged } = plan(before, after);
  expect(added.map(({ rule }) => rule)).toEqual(["no-c"]);
  expect(removed.map(({ rule }) => rule)).toEqual(["strong-leaving"]);
  expect(changed.map(({ before: old, after: young }) => `${old.rule} ${old.outcome} ${young.outcome}`)).toEqual(["network deny review"]);
  expect(unchanged).toBe(1);
  expect(plan(before, before)).toEqual({ added: [], removed: [], changed: [], unchanged: 3 });
});
