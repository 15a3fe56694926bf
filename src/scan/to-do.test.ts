import { describe, expect, it } from "vitest";
import type { Finding } from "#policy";
import type { Outcome } from "#program";
import { firstThings } from "./to-do.ts";

function finding(rule: string, outcome: Outcome, because: Finding["because"], label: string): Finding {
  const subject = { kind: "usage" as const, id: `usage:${label}`, label, product: "p" };
  const serves = { activities: [], objectives: [] };
  return {
    id: `finding:${rule}${label}`,
    rule,
    area: "compliance",
    subject,
    outcome,
    because,
    assurance: "deterministic",
    mode: "enforce",
    facts: [],
    evidence: [],
    serves,
    position: { file: "policies/compliance.md", line: 1, column: 1 },
  };
}

describe("firstThings", () => {
  it("puts the worst first, then what is known to be wrong, then what there is most of", () => {
    const things = firstThings([
      finding("many-warnings", "warn", "matched", "a"),
      finding("many-warnings", "warn", "matched", "b"),
      finding("one-warning", "warn", "matched", "a"),
      finding("unknown", "review", "unknown", "a"),
      finding("known", "review", "matched", "a"),
      finding("denied", "deny", "matched", "a"),
      finding("fine", "allow", "matched", "a"),
    ]);
    expect(things.map((thing) => thing.rule)).toEqual(["denied", "known", "unknown", "many-warnings", "one-warning"]);
    expect(things[3]).toMatchObject({ count: 2, examples: ["a", "b"], products: ["p"] });
  });

  it("names ten at the most", () => {
    expect(firstThings(Array.from({ length: 40 }, (_, index) => finding(`r${index}`, "warn", "matched", "a")))).toHaveLength(10);
  });
});
