import { describe, expect, it } from "vitest";
import type { DeliveryState, Procurement, Supplier, SupplierItem } from "#program";
import type { ResultSupplier } from "../result.ts";
import { withComparison } from "./comparison.ts";
import { clausesMissing, OPEN_CHAIN_DAYS, renewalDays, supportDays } from "./standing.ts";
import type { Supplied } from "./supplied.ts";

const position = { file: "registers/suppliers.yaml", line: 3, column: 1 };

function supplied(more: { tier?: Supplier["tier"]; item?: Partial<SupplierItem>; state?: DeliveryState; at?: string }): Supplied {
  const { tier = "high", item = {}, state, at = "2026-01-10T08:00:00Z" } = more;
  const own: SupplierItem = { id: "sdk", name: "SDK", kind: "sdk", products: [], position, ...item };
  return {
    supplier: { id: "acme", name: "Acme", tier, items: [own], position },
    item: own,
    delivery: state === undefined ? undefined : { item: "acme/sdk", version: "1", state, steps: [{ to: state, at }] },
    components: [],
    worst: undefined,
    worstOf: [],
    undeclared: undefined,
  };
}

const procurement: Procurement = {
  suppliers: [],
  clauses: [
    { id: "sbom", title: { en: "SBOM" }, text: { en: "…" }, tiers: ["high"] },
    { id: "disclosure", title: { en: "Disclosure" }, text: { en: "…" }, tiers: ["low", "high"] },
    { id: "upstream", title: { en: "Upstream" }, text: { en: "…" }, tiers: ["high"], kinds: ["commissioned"] },
  ],
};

describe("how a delivery stands", () => {
  it("clauses of the tier and the kind of purchase, as far as somebody says what the contract holds", () => {
    expect(clausesMissing(supplied({ item: { clauses: [] } }), procurement)).toEqual(["sbom", "disclosure"]);
    expect(clausesMissing(supplied({ item: { clauses: ["sbom"], kind: "commissioned" } }), procurement)).toEqual([
      "disclosure",
      "upstream",
    ]);
    expect(clausesMissing(supplied({ tier: "low", item: { clauses: ["disclosure"] } }), procurement)).toEqual([]);
    expect(clausesMissing(supplied({}), procurement)).toBeUndefined();
    expect(clausesMissing(supplied({ item: { clauses: [] } }), undefined)).toBeUndefined();
  });

  it("support against need, and an accepted delivery that is a year old", () => {
    expect(supportDays(supplied({ item: { supportUntil: "2027-12-31", neededUntil: "2028-12-31" } }))).toBe(-366);
    expect(supportDays(supplied({ item: { supportUntil: "2027-12-31" } }))).toBeUndefined();
    expect(renewalDays(supplied({ state: "accepted" }), "2026-01-20T00:00:00Z")).toBe(355);
    expect(renewalDays(supplied({ state: "accepted" }), "2027-01-11T00:00:00Z")).toBe(-1);
    expect(renewalDays(supplied({ state: "gaps" }), "2027-01-11T00:00:00Z")).toBeUndefined();
    expect(OPEN_CHAIN_DAYS).toBe(548);
  });
});

describe("what an earlier run found in its code", () => {
  const supplier = (digest: string | undefined, undeclared?: readonly string[]): ResultSupplier => ({
    id: "acme",
    name: "Acme",
    tier: "high",
    items: [
      {
        id: "sdk",
        name: "SDK",
        kind: "sdk",
        products: [],
        state: "validated",
        gaps: [],
        components: 1,
        ...(digest === undefined ? {} : { digest }),
        ...(undeclared === undefined ? {} : { undeclared }),
      },
    ],
  });
  const joined = (now: ResultSupplier, then: ResultSupplier) =>
    withComparison({ suppliers: [now] }, { suppliers: [then] }).suppliers[0]?.items[0]?.undeclared;

  it("counts as long as the delivery is the same file", () => {
    expect(joined(supplier("a"), supplier("a", ["pkg:npm/x"]))).toEqual(["pkg:npm/x"]);
    expect(joined(supplier("b"), supplier("a", ["pkg:npm/x"]))).toBeUndefined();
    expect(joined(supplier(undefined), supplier(undefined, ["pkg:npm/x"]))).toBeUndefined();
  });
});
