import { describe, expect, it } from "vitest";
import type { SubjectKind } from "#kit";
import type { RuleTally } from "#policy";
import { isIdle, isUnanswered, withReasons } from "./uncollected.ts";

function tally(about: SubjectKind, more: Partial<RuleTally> = {}): RuleTally {
  return { rule: "r", area: "compliance", about, subjects: 0, notMatched: 0, matched: 0, unknown: 0, reasons: {}, ...more };
}

describe("rules about what no source gives yet", () => {
  it.each([
    ["contribution", "needs-cases"],
    ["release", "needs-releases"],
    ["delivery", "needs-supplier"],
  ] as const)("about a %s say what they wait for", (about, reason) => {
    const [told] = withReasons([tally(about)]);
    expect(told?.reasons).toEqual({ [reason]: 0 });
    expect(told && isUnanswered(told)).toBe(true);
    expect(told && isIdle(told)).toBe(false);
  });

  it("are idle where there is nothing of the kind, and answer where there is", () => {
    const [none, some] = withReasons([tally("upstream"), tally("release", { subjects: 2, notMatched: 2 })]);
    expect([none && isIdle(none), none && isUnanswered(none)]).toEqual([true, false]);
    expect([some && isIdle(some), some && isUnanswered(some), some?.reasons]).toEqual([false, false, {}]);
  });
});
