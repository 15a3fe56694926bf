import { describe, expect, it } from "vitest";
import type { Product, Program } from "#program";
import { assignRepositories } from "./assign.ts";
import { assumptionProblems } from "./assumptions.ts";
import type { ScanContext } from "./context.ts";

const position = { file: "organization.yaml", line: 1, column: 1 };

function problems(products: readonly (readonly string[])[], ids: readonly string[]) {
  const organization = {
    position,
    products: products.map(
      (repositories, index): Product => ({
        id: `p${index}`,
        name: { en: `p${index}` },
        criticality: "low",
        models: [],
        deliverables: [{ id: "main", distribution: "hosted", repositories }],
        position,
      }),
    ),
  };
  const program = { organization } as unknown as Program;
  const places = assignRepositories(program.organization, ids);
  return assumptionProblems(program, { repositories: ids.map((id) => ({ id })), places } as unknown as ScanContext);
}

describe("what a run takes for granted about products", () => {
  it("says that each repository was taken as a product where none is described", () => {
    expect(problems([], ["web"])).toMatchObject([{ code: "products-assumed", severity: "note" }]);
  });

  it("warns where no repository belongs to any product: rules about deliverables then know nothing", () => {
    expect(problems([["claims-web"], ["tarif-*"]], ["web", "api"])).toMatchObject([
      {
        code: "pattern-matches-nothing",
        severity: "warning",
        message: expect.stringContaining("claims-web, tarif-* match none of web, api"),
      },
    ]);
  });

  it("notes what is named and was not found: a typing mistake, or a scan of a part", () => {
    expect(problems([["web", "wbe"]], ["web"])).toMatchObject([
      { code: "pattern-matches-nothing", severity: "note", message: expect.stringContaining("wbe") },
    ]);
  });

  it("is silent where everything fits, and where there is nothing", () => {
    expect(problems([["w*"]], ["web"])).toEqual([]);
    expect(problems([["w*"]], [])).toEqual([]);
  });
});
