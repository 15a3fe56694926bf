import { describe, expect, it } from "vitest";
import { answerFor, isSetAside, Statements } from "./statements.ts";
import type { Statement } from "./types.ts";

const products = [
  { id: "shop", names: new Set(["shop", "product:shop", "The shop"]), packages: new Set(["pkg:npm/shop-web"]) },
  { id: "till", names: new Set(["till"]), packages: new Set<string>() },
];

function statement(subjects: Statement["subjects"], more: Partial<Statement> = {}): Statement {
  return { id: "CVE-1", aliases: ["GHSA-1"], status: "not-affected", by: "us", at: "2026-01-01", subjects, source: "openvex", ...more };
}

function answers(...all: Statement[]) {
  return new Statements(all, products).answers(["CVE-1"], "pkg:npm/left@1.0.0?arch=x");
}

describe("statements", () => {
  it.each([
    [[{ component: "pkg:npm/left@1.0.0" }], [undefined]],
    [[{ component: "pkg:npm/left" }], [undefined]],
    [[{ component: "pkg:npm/left", range: "pkg:npm/left@<2" }], [undefined]],
    [[{ component: "pkg:npm/left@1.0.1" }], []],
    [[{ component: "pkg:npm/right" }], []],
    [[{ product: "The shop" }], ["shop"]],
    [[{ product: "pkg:npm/shop-web@3.0.0", component: "pkg:npm/left" }], ["shop"]],
    [[{ product: "till", component: "pkg:npm/right" }], []],
    [[{ product: "somebody else's" }], []],
  ])("about %j hold for %j", (subjects, expected) => {
    expect(answers(statement(subjects)).map((answer) => answer.product)).toEqual(expected);
  });

  it("answer for their product before those for all, and the later before the earlier", () => {
    const all = answers(
      statement([{ component: "pkg:npm/left" }], { status: "affected", at: "2026-02-01" }),
      statement([{ component: "pkg:npm/left" }], { at: "2026-01-01" }),
      statement([{ product: "till" }], { status: "fixed", at: "2025-01-01" }),
    );
    expect(answerFor(all, "shop")?.status).toBe("affected");
    expect(answerFor(all, "till")?.status).toBe("fixed");
    expect([isSetAside(answerFor(all, "till")), isSetAside(answerFor(all, undefined)), isSetAside(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("are found by any name of the vulnerability", () => {
    expect(new Statements([statement([{ component: "pkg:npm/left" }])], products).answers(["GHSA-1"], "pkg:npm/left@1")).toHaveLength(1);
  });
});
