import { describe, expect, test } from "vitest";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { chainOf } from "./build.ts";
import { chainText, orphansText } from "./text.ts";
import type { ChainTree } from "./types.ts";
import { meant, orphans, tree } from "./walk.ts";

const chain = chainOf(sampleResult);

function ids(found: ChainTree | undefined): string[] {
  return found ? [found.node.id, ...found.next.flatMap(ids)] : [];
}

describe("the chain", () => {
  test("leads from a finding up to an objective, and from the objective down to the finding", () => {
    const finding = sampleResult.findings.find(({ outcome, rule }) => outcome === "deny" && chain.nodes.has(`rule:${rule}`));
    const up = ids(tree(chain, finding?.id ?? "", "above"));
    const objective = up.find((id) => id.startsWith("objective:"));
    expect(up.map((id) => id.split(":")[0])).toEqual(expect.arrayContaining(["rule", "policy", "activity", "objective"]));
    expect(ids(tree(chain, objective ?? "", "below"))).toContain(finding?.id);
  });

  test("is the same in both directions", () => {
    for (const [lower, uppers] of chain.above) for (const upper of uppers) expect(chain.below.get(upper)).toContain(lower);
    for (const [upper, lowers] of chain.below) for (const lower of lowers) expect(chain.above.get(lower)).toContain(upper);
  });

  test("is asked by id, by the part after the kind, and says when nothing is meant", () => {
    const rule = [...chain.nodes.keys()].find((id) => id.startsWith("rule:")) ?? "";
    expect(meant(chain, rule)).toEqual([rule]);
    expect(meant(chain, rule.slice("rule:".length))).toContain(rule);
    expect(meant(chain, "nothing-like-it")).toEqual([]);
  });

  test("ends where it meets itself", () => {
    const node = { kind: "activity", label: { en: "a" } } as const;
    const circle = {
      nodes: new Map([
        ["a", { ...node, id: "a" }],
        ["b", { ...node, id: "b" }],
      ]),
      above: new Map([
        ["a", ["b"]],
        ["b", ["a"]],
      ]),
      below: new Map(),
    };
    expect(ids(tree(circle, "a", "above"))).toEqual(["a", "b"]);
  });

  test("names what hangs on nothing", () => {
    const activity = { id: "activity:lonely", kind: "activity", label: { en: "Lonely" } } as const;
    const objective = { id: "objective:bare", kind: "objective", label: { en: "Bare" } } as const;
    const broken = { nodes: new Map([activity, objective].map((node) => [node.id, node])), above: new Map(), below: new Map() };
    expect(orphans(broken)).toEqual([
      { id: "activity:lonely", kind: "activity", lacks: "objective" },
      { id: "objective:bare", kind: "objective", lacks: "activity" },
      { id: "objective:bare", kind: "objective", lacks: "figure" },
    ]);
    expect(orphansText(orphans(broken), "de").split("\n")).toContain("activity:lonely: es dient keinem Ziel");
    expect(orphansText([], "en")).toBe("The chain is whole: nothing hangs on nothing.\n");
  });

  test("reads in both languages", () => {
    const id = sampleResult.findings.find(({ outcome }) => outcome === "deny")?.id ?? "";
    const [above, below] = [tree(chain, id, "above"), tree(chain, id, "below")];
    if (!above || !below) throw new Error("no such finding");
    expect(chainText(above, below, "en")).toMatch(/What it is there for\n {2}Rule: /);
    expect(chainText(above, below, "de")).toMatch(/Wofür es da ist\n {2}Regel: /);
  });

  test("of a run without findings is the program's", () => {
    expect([...chainOf(emptyResult).nodes.values()].every(({ kind }) => kind !== "finding")).toBe(true);
  });
});
