import { expect, it } from "vitest";
import type { LicenseUsage } from "#facts";
import type { ResultComponent, ResultUse } from "../result.ts";
import type { CompatibilityContext } from "./compatibility.ts";
import { neighbours } from "./neighbours.ts";

const components = ["GPL-2.0-only", "Apache-2.0", "MIT"].map(
  (license, index): ResultComponent => ({
    purl: `pkg:npm/c${index}@1.0.0`,
    type: "npm",
    name: `c${index}`,
    version: "1.0.0",
    declared: [],
    license,
    notion: "declared",
    pinned: true,
  }),
);

function use(component: number, scope: ResultUse["scope"], path = "package-lock.json"): ResultUse {
  return { component, repository: "shop", product: "shop", deliverable: "web", scope, manifests: [{ path, line: 1 }] };
}

/** Asks in this order which uses of the first component clash with something beside them. */
function clashes(uses: readonly ResultUse[]): (string | undefined)[] {
  const usage = ({ scope }: ResultUse): LicenseUsage => ({
    scope,
    place: "product",
    modified: false,
    linkage: "dynamic",
    distribution: "distributed",
  });
  const beside = neighbours({ uses, components } as unknown as CompatibilityContext, usage);
  return uses.filter(({ component }) => component === 0).map((each) => beside(each, "GPL-2.0-only", usage(each))?.beside);
}

const other = use(1, "production");

it("what only builds clashes with nothing, whichever use is asked about first", () => {
  expect(clashes([use(0, "production"), use(0, "development"), other])).toEqual(["Apache-2.0", undefined]);
  expect(clashes([use(0, "development"), use(0, "production"), other])).toEqual([undefined, "Apache-2.0"]);
});

it("a neighbour that only builds hides none that is delivered", () => {
  expect(clashes([use(0, "production"), use(1, "development"), other])).toEqual(["Apache-2.0"]);
  expect(clashes([use(0, "production"), use(1, "development")])).toEqual([undefined]);
});

it("only what the same manifest brings in is one work", () => {
  expect(clashes([use(0, "production", "a/package-lock.json"), other])).toEqual([undefined]);
});
