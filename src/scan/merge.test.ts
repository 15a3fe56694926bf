import { describe, expect, it } from "vitest";
import { type Inventory, normalizeDeclared } from "#facts";
import { mergeInventories } from "./merge.ts";

function inventory(repository: string, occurrences: Inventory["occurrences"], licenses: string[] = []): Inventory {
  const component = (name: string, text?: string) => ({
    purl: `pkg:npm/${name}@1.0.0`,
    type: "npm",
    name,
    version: "1.0.0",
    licenses: text === undefined ? [] : [{ text, from: "lockfile" }],
    pinned: true,
  });
  return {
    repository,
    components: [component("a", licenses[0]), component("b", licenses[1]), component("c", licenses[2])],
    manifests: [
      { path: "package-lock.json", format: "npm-package-lock", kind: "lockfile", packages: 3 },
      { path: "tools/package-lock.json", format: "npm-package-lock", kind: "lockfile", packages: 3 },
    ],
    occurrences,
    own: [],
    problems: [],
  };
}

const merge = (...inventories: Inventory[]) => mergeInventories(inventories, new Map(), normalizeDeclared);

describe("mergeInventories", () => {
  it("makes one component of what several repositories name, with the first licence that can be read", () => {
    const once = [{ component: 0, manifest: 0, scope: "production" as const, direct: true }];
    const { components, uses } = merge(
      inventory("one", once),
      inventory("two", once, ["see the file", "MIT"]),
      inventory("three", once, ["Apache 2"]),
    );
    const [a] = components;
    expect(a).toMatchObject({ purl: "pkg:npm/a@1.0.0", license: "Apache-2.0", notion: "declared" });
    expect(a?.declared.map((license) => license.text)).toEqual(["see the file", "Apache 2"]);
    expect(uses.map((use) => use.repository)).toEqual(["one", "three", "two"]);
  });

  it("says why a component is here, by the shortest way that the files tell", () => {
    const { uses } = merge(
      inventory("one", [
        { component: 0, manifest: 0, scope: "production", direct: true },
        { component: 1, manifest: 0, scope: "production", direct: false, via: 0 },
        { component: 2, manifest: 0, scope: "production", direct: false, via: 1 },
        { component: 2, manifest: 1, scope: "development", direct: false, via: 0 },
      ]),
    );
    const use = uses.find((each) => each.component === 2);
    expect(use?.path).toEqual(["pkg:npm/a@1.0.0", "pkg:npm/c@1.0.0"]);
    expect(use).toMatchObject({ scope: "production", direct: false });
    expect(use?.manifests.map((manifest) => manifest.path)).toEqual(["package-lock.json", "tools/package-lock.json"]);
  });

  it("ends on ways that go in circles", () => {
    const { uses } = merge(
      inventory("one", [
        { component: 0, manifest: 0, scope: "production", via: 1 },
        { component: 1, manifest: 0, scope: "production", via: 0 },
      ]),
    );
    expect(uses).toHaveLength(2);
  });
});
