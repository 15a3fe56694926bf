import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesDevelopment, reachedFrom, scopeOfGroup, scopesByReach, strongerScope } from "./graph.ts";

describe("scopes by reach", () => {
  const names = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const graph = fc.dictionary(names, fc.array(names, { maxLength: 4 })).map((edges) => new Map(Object.entries(edges)));

  it("give an entry the strongest role of all that reach it", () => {
    fc.assert(
      fc.property(graph, fc.array(names), fc.array(names), fc.array(names), (edges, production, optional, development) => {
        const scopes = scopesByReach({ production, optional, development }, edges);
        const reached = {
          production: reachedFrom(production, edges),
          optional: reachedFrom(optional, edges),
          development: reachedFrom(development, edges),
        };
        for (const name of ["a", "b", "c", "d", "e", "f"]) {
          const roles = (["production", "optional", "development"] as const).filter((scope) => reached[scope].has(name));
          expect(scopes.get(name)).toBe(roles.length === 0 ? undefined : roles.reduce(strongerScope));
        }
      }),
    );
  });

  it("end over circles", () =>
    expect([
      ...reachedFrom(
        ["a"],
        new Map([
          ["a", ["b"]],
          ["b", ["a"]],
        ]),
      ),
    ]).toEqual(["a", "b"]));
});

describe("names of groups", () => {
  it.each(["dev", "test-extra", "docs_build", "Lint", "ci"])("%s is for developers", (name) => expect(namesDevelopment(name)).toBe(true));
  it.each(["fast", "latest", "contest", "developers", "socks"])("%s is not", (name) => expect(namesDevelopment(name)).toBe(false));
  it("are for developers unless they say otherwise", () => {
    expect(["prod", "main", "docs", "whatever"].map(scopeOfGroup)).toEqual(["production", "production", "development", "development"]);
  });
});
