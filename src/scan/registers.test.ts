import { beforeAll, describe, expect, it } from "vitest";
import { loadProgram, type Program, type Registers } from "#program";
import { agreementsOf, componentRegisters, organizationRegisterFacts, productRegisterFacts, registerFacts } from "./registers.ts";

let base: Program;
beforeAll(async () => {
  const loaded = await loadProgram("examples/allmend", { packsFolder: "packs", measures: new Set() });
  const found = loaded.program ?? loaded.partial;
  if (!found) throw new Error("the example does not load");
  base = found;
});

const now = "2026-11-30T00:00:00Z";

function at(registers?: Registers) {
  const { registers: _own, ...rest } = base;
  return { program: registers ? { ...rest, registers } : rest, now };
}

describe("what registers say, as facts", () => {
  it("is nothing where there is none", () => {
    expect(registerFacts(at())).toBeUndefined();
    expect(organizationRegisterFacts(at())).toEqual({});
    expect(productRegisterFacts("claims-portal", at())).toEqual({});
    expect(componentRegisters(at())("pkg:npm/left@1", undefined)).toEqual({});
    expect(agreementsOf(at().program as Program, now)).toEqual({});
  });

  it("of the example: counted, owned, trusted, covered", () => {
    const context = { program: base, now };
    expect(registerFacts(context)).toEqual({ catalogue: 2, owners: 1, agreementsOnFile: 2, events: 2 });
    expect(organizationRegisterFacts(context)).toEqual({
      trustedSources: ["registry.npmjs.org", "Apache Software Foundation"],
      memberships: 1,
      membershipsWithoutOwner: [],
      collaborations: 1,
    });
    expect(productRegisterFacts("claims-portal", context)).toEqual({
      inboundRights: false,
      alternativesInvestigated: true,
      approvedAlternatives: [],
    });
    expect(productRegisterFacts("tariff-kit", context)).toMatchObject({ inboundRights: true, alternativesInvestigated: false });
    const { agreements } = agreementsOf(base, now);
    expect(agreements?.covers("lb@seeland.example", "github.com/apache/arrow")).toBe(true);
    expect(agreements?.covers("lb", "github.com/apache/arrow")).toBe(false);
  });

  it("of a product: approved components that do what it does, those that it uses left out", () => {
    const entry = (component: string, state: "approved" | "hold") => ({ component, state, replaces: ["shop"] });
    const context = at({
      catalogue: { components: [entry("pkg:npm/cart", "approved"), entry("pkg:npm/till", "approved"), entry("pkg:npm/old", "hold")] },
    });
    expect(productRegisterFacts("shop", context, (range) => range === "pkg:npm/till")).toMatchObject({
      approvedAlternatives: ["pkg:npm/cart"],
    });
    expect(productRegisterFacts("other", context)).toMatchObject({ approvedAlternatives: [] });
  });

  it("of a component: its own entry, its range, its product; what is not written down is known and has no owner", () => {
    const facts = componentRegisters(
      at({
        catalogue: { components: [{ component: "pkg:npm/left@<2", state: "hold", evaluated: "2026-11-20" }] },
        owners: {
          owners: [
            { component: "pkg:npm/left", owner: "ospo" },
            { component: "pkg:npm/left", owner: "legal", product: "shop" },
          ],
        },
        forks: { forks: [{ upstream: "pkg:npm/left", because: "x" }] },
        support: { support: [{ component: "pkg:npm/left", plan: "vendor" }] },
      }),
    );
    expect(facts("pkg:npm/left@1.0.0", "shop")).toEqual({
      catalogue: "hold",
      evaluatedDays: 10,
      owner: "legal",
      forked: true,
      supportPlan: "vendor",
    });
    expect(facts("pkg:npm/left@2.0.0", undefined)).toEqual({ catalogue: "known", owner: "ospo", forked: true, supportPlan: "vendor" });
    expect(facts("pkg:npm/right@1.0.0", "shop")).toEqual({ catalogue: "known", owner: "", forked: false });
  });

  it("of forks and trainings: a plan or a review ahead, and what was passed", () => {
    const registers: Registers = {
      forks: {
        forks: [
          { upstream: "a", because: "x" },
          { upstream: "b", because: "x", review: "2026-11-01" },
          { upstream: "c", because: "x", review: "2026-12-01" },
          { upstream: "d", because: "x", plan: "merge" },
        ],
      },
      training: {
        trainings: {
          t: {
            title: "T",
            evidence: [
              { person: "mk", on: "2026-01-01", result: "passed" },
              { person: "lb", on: "2026-01-01", result: "attended" },
            ],
          },
        },
      },
    };
    expect(registerFacts(at(registers))).toEqual({ forks: 4, forksWithoutPlan: ["a", "b"], training: 1 });
    expect(organizationRegisterFacts(at(registers))).toEqual({ trainedShare: 1 / 5 });
  });
});
