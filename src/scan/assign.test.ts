import { describe, expect, it } from "vitest";
import type { Organization, Product } from "#program";
import { assignRepositories, assumeProducts, unmatchedPatterns } from "./assign.ts";

const position = { file: "organization.yaml", line: 1, column: 1 };

function product(id: string, ...repositories: string[]): Product {
  return {
    id,
    name: { en: id },
    criticality: "low",
    models: [],
    deliverables: [{ id: "main", distribution: "hosted", repositories }],
    position,
  };
}

function organization(...products: Product[]): Organization {
  const none = { languages: ["en"], domains: [], forges: [], units: [], teams: [], executives: [], boards: [], parameters: {} } as const;
  return { id: "o", name: "O", ...none, products, position };
}

describe("assignRepositories", () => {
  const ids = ["claims-web", "group/claims-api", "tariff-kit", "tariff-kit-enterprise"];
  const placed = (patterns: string[]) => {
    const places = assignRepositories(organization(product("p", ...patterns)), ids);
    return ids.filter((id) => places.get(id)?.length);
  };

  it.each([
    [["claims-*"], ["claims-web", "group/claims-api"]],
    [["group/*"], ["group/claims-api"]],
    [["tariff-kit"], ["tariff-kit"]],
    [["TARIFF-KIT*"], ["tariff-kit", "tariff-kit-enterprise"]],
    [["*"], ids],
    [["nothing"], []],
  ])("%j gives %j", (patterns, expected) => {
    expect(placed(patterns)).toEqual(expected);
  });

  it("lets a repository serve two products, in the order of the document", () => {
    const places = assignRepositories(organization(product("a", "claims-web"), product("b", "claims-*")), ids);
    expect(places.get("claims-web")?.map((place) => place.product.id)).toEqual(["a", "b"]);
  });

  it("says which patterns match nothing", () => {
    expect(unmatchedPatterns(product("p", "claims-*", "gone"), ids)).toEqual(["gone"]);
  });
});

describe("assumeProducts", () => {
  it("takes each repository as a product that leaves the house, whatever it is called", () => {
    const odd = "group/a[b]*{c}";
    const assumed = assumeProducts(organization(), [odd, "plain"]);
    expect(assumed.products.map((each) => each.deliverables[0]?.distribution)).toEqual(["distributed", "distributed"]);
    const places = assignRepositories(assumed, [odd, "plain"]);
    expect(places.get(odd)?.map((place) => place.product.id)).toEqual([odd]);
    expect(places.get("plain")?.map((place) => place.product.id)).toEqual(["plain"]);
  });

  it("leaves an organisation that names products as it is", () => {
    const named = organization(product("p", "x"));
    expect(assumeProducts(named, ["x", "y"])).toBe(named);
  });
});
