import { describe, expect, test } from "vitest";
import type { CaseKind } from "#program";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { chainOf } from "./build.ts";
import { chainText, orphansText } from "./text.ts";
import type { ChainTree } from "./types.ts";
import { meant, orphans, tree } from "./walk.ts";

const chain = chainOf(sampleResult);

const useKind: CaseKind = {
  kind: "use",
  title: { en: "Use" },
  about: "usage",
  openBy: ["requester"],
  fields: [{ id: "what", label: { en: "What" }, type: "text", options: {}, required: true }],
  automatic: { approve: [], reject: [], approveWhen: [], withoutLanes: false },
  lanes: [],
  escalation: { is: "role", role: "executive" },
  within: { answer: "30d" },
  alsoApart: [],
  clocks: [],
  lapsesWhen: [],
  writes: [],
  reopens: false,
  words: {},
  position: { file: "cases/use.yaml", line: 1, column: 1 },
};

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

  test("knows who is asked and who answers for what: teams, boards, units and wished upstreams, where somebody asks for them", () => {
    const { program } = sampleResult;
    const [rule] = program.policies.flatMap(({ rules }) => rules);
    const [product] = program.organization.products;
    if (!rule || !product || !program.strategy) throw new Error("the sample has no rule or product");
    const position = { file: "organization.yaml", line: 9, column: 1 };
    const result = {
      ...sampleResult,
      program: {
        ...program,
        strategy: { ...program.strategy, upstreams: [{ project: "pkg:npm/hub", wanted: "leader" as const, position }] },
        policies: program.policies.map((policy) => ({
          ...policy,
          rules: policy.rules.map((one) => (one === rule ? { ...one, lane: "council.legal" } : one)),
        })),
        organization: {
          ...program.organization,
          units: [{ id: "retail", name: { en: "Retail" } }],
          teams: [{ id: "crew", members: [], deputies: [], position }],
          boards: [{ id: "council", name: { en: "Council" }, lanes: { legal: 1 }, quorum: 1, position }],
          products: [{ ...product, owner: "crew", unit: "retail" }],
        },
      },
    };
    expect(ids(tree(chainOf(result, "council"), "board:council", "above"))).toContain(`rule:${rule.id}`);
    expect(ids(tree(chainOf(result, "team:crew"), "team:crew", "below"))).toContain(`product:${product.id}`);
    expect(ids(tree(chainOf(result, "unit:retail"), "unit:retail", "below"))).toContain(`product:${product.id}`);
    expect(chainOf(result, "upstream:pkg:npm/hub").nodes.get("upstream:pkg:npm/hub")).toMatchObject({
      state: "leader",
      place: { line: 9 },
    });
    expect(meant(chainOf(result, "nobody"), "nobody")).toEqual([]);
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

  test("is asked for a responsibility, a measure, a product, a component, and a kind of request: each leads up to the strategy", () => {
    const component = sampleResult.components[sampleResult.uses[0]?.component ?? 0]?.purl ?? "";
    const product = sampleResult.uses.find((use) => use.product !== undefined)?.product ?? "";
    const asked = (text: string) => {
      const found = chainOf(sampleResult, text);
      return meant(found, text).map((id) => ({ id, up: ids(tree(found, id, "above")), down: ids(tree(found, id, "below")) }));
    };
    for (const text of ["R3", "responsibility:R3"]) {
      const [office] = asked(text);
      expect(office?.down.some((id) => id.startsWith("activity:"))).toBe(true);
      expect(office?.down).toContain("figure:K-06@organization");
    }
    for (const text of ["K-06", "measure:K-06", "consumption.inventory-coverage", "figure:K-06@organization"])
      expect(asked(text)[0]?.up).toContain("responsibility:R3");
    for (const text of [component, component.replace(/@[^@/]*$/, ""), `component:${component}`])
      expect(asked(text)[0]?.up).toEqual(expect.arrayContaining([`component:${component}`, `product:${product}`]));
    expect(asked(`product:${product}`)[0]?.id).toBe(`product:${product}`);
    expect(asked("pkg:npm/not-there")).toEqual([]);
  });

  test("tells figures as people read them", () => {
    const measured = { measure: "consumption.inventory-coverage", version: 1, subject: "organization", value: 0.714 };
    const found = chainOf({ ...sampleResult, measures: [measured] }, "K-06");
    const [above, below] = [tree(found, "figure:K-06@organization", "above"), tree(found, "figure:K-06@organization", "below")];
    if (!above || !below) throw new Error("no such figure");
    expect(chainText(above, below, "en").split("\n")[0]).toContain("[71%]");
  });

  test("leads from a request on record to the rules that spoke, and from its kind to it", () => {
    const rule = sampleResult.program.policies.flatMap(({ rules }) => rules)[0]?.id ?? "";
    const cases = [useKind];
    const events = [
      { is: "opened", id: "c1", kind: "use", requester: "lb", fields: { what: "x" }, roles: ["requester"] },
      { is: "submitted", roles: ["requester"] },
      {
        is: "judged",
        outcome: "review",
        lanes: ["legal"],
        findings: [{ rule, area: "compliance" }],
        because: ["It says so"],
        roles: ["system"],
      },
    ];
    const position = { file: "records/cases.jsonl", line: 1, column: 1 };
    const records = events.map((event) => ({
      kind: "case",
      at: "2026-11-01T08:00:00Z",
      by: "lb",
      subject: "case:c1",
      data: { event },
      position,
    }));
    const found = chainOf({ ...sampleResult, program: { ...sampleResult.program, cases, records } }, "c1");
    expect(meant(found, "c1")).toEqual(["case:c1"]);
    expect(ids(tree(found, "case:use", "below"))).toContain("case:c1");
    expect(ids(tree(found, "case:c1", "above"))).toContain(`rule:${rule}`);
  });
});
