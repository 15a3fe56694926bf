import { expect, it } from "vitest";
import type { Finding, Verdict } from "#policy";
import { judgementOf } from "./judgement-of.ts";

function judged(...found: readonly (readonly [rule: string, outcome: Finding["outcome"]])[]) {
  const findings = found.map(([rule, outcome]) => ({ rule, outcome, mode: "enforce", area: "compliance" }) as Finding);
  const verdicts = found.map(([, outcome]) => ({ outcome }) as Verdict);
  return judgementOf({ verdicts, findings }, "digest");
}

it("what asks most loudly comes before hints", () => {
  const { outcome, because } = judged(["a-hint", "warn"], ["lawyer-looks", "review"], ["never", "deny"], ["fine", "allow"]);
  expect(outcome).toBe("deny");
  expect(because).toEqual(["never", "lawyer-looks", "a-hint"]);
});

it("a yes tells first what allows it, then what it remarks", () => {
  expect(judged(["a-hint", "warn"], ["permissive-is-fine", "allow"])).toMatchObject({
    outcome: "warn",
    because: ["permissive-is-fine", "a-hint"],
  });
});

it("without any rule nothing is known", () => {
  expect(judged()).toMatchObject({ outcome: "unknown", because: [] });
});
