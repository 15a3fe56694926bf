import { describe, expect, it } from "vitest";
import { collectInventory } from "./collect.ts";
import { memoryTree } from "../testing/memory-tree.ts";

const lock = JSON.stringify({
  name: "web",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "web", version: "1.0.0", workspaces: ["packages/*"], dependencies: { left: "1.0.0" } },
    "node_modules/left": { version: "1.0.0", license: "AGPL-3.0-only" },
    "node_modules/ours": { resolved: "packages/ours", link: true },
    "packages/ours": { name: "ours", version: "2.0.0" },
  },
});

/** A supplier's SBOM that calls somebody else's package its own. */
const sbom = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: { component: { type: "library", name: "left", version: "1.0.0", purl: "pkg:npm/left@1.0.0" } },
  components: [],
});

async function purls(files: Record<string, string>): Promise<string[]> {
  const inventory = await collectInventory(memoryTree(files));
  return inventory.components.map((component) => component.purl);
}

describe("what is ours", () => {
  it("is no component: roots and workspace members", async () => {
    expect(await purls({ "package-lock.json": lock })).toEqual(["pkg:npm/left@1.0.0"]);
  });

  it("is not what an SBOM calls its own when a lockfile names it", async () => {
    expect(await purls({ "package-lock.json": lock, "bom.json": sbom })).toEqual(["pkg:npm/left@1.0.0"]);
  });

  it("is not what a fixture calls itself, when a lockfile takes it from a registry", async () => {
    const fixture = JSON.stringify({ name: "left", version: "1.0.0" });
    expect(await purls({ "package-lock.json": lock, "fixtures/package.json": fixture })).toEqual(["pkg:npm/left@1.0.0"]);
  });

  it("is a sibling that another manifest asks for in a range that it answers", async () => {
    const sibling = JSON.stringify({ name: "left", version: "1.2.0" });
    const asking = (range: string): string => JSON.stringify({ name: "asking", dependencies: { left: range } });
    expect(await purls({ "a/package.json": sibling, "b/package.json": asking("^1.1.0") })).toEqual([]);
    expect(await purls({ "a/package.json": sibling, "b/package.json": asking("^2.0.0") })).toEqual(["pkg:npm/left"]);
  });
});
