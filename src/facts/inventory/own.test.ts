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
});
