import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryTree } from "../testing/memory-tree.ts";
import { collectInventory } from "./collect.ts";
import type { Inventory } from "./types.ts";

const lock = (packages: Record<string, unknown>): string => JSON.stringify({ lockfileVersion: 3, packages }, undefined, 2);
const manifest = (value: Record<string, unknown>): string => JSON.stringify(value, undefined, 2);
const collect = (files: Record<string, string | Uint8Array>, options = {}): Promise<Inventory> =>
  collectInventory(memoryTree(files, { id: "group/app" }), options);

function uses(inventory: Inventory): string[] {
  return inventory.occurrences.map(({ component, manifest, line, scope, direct, via, range }) => {
    const by = via === undefined ? "" : `< ${inventory.components[inventory.occurrences[via]?.component ?? -1]?.purl}`;
    const place = `${inventory.manifests[manifest]?.path}:${line ?? "?"}`;
    return [inventory.components[component]?.purl, range ?? "", place, scope, direct === undefined ? "?" : direct ? "direct" : "", by]
      .filter(Boolean)
      .join(" ");
  });
}

const app = {
  "package.json": manifest({ name: "app", version: "1.0.0", license: "MIT", workspaces: ["packages/*"], dependencies: { a: "^1" } }),
  "package-lock.json": lock({
    "": { name: "app", version: "1.0.0", workspaces: ["packages/*"], dependencies: { a: "^1" }, devDependencies: { tool: "1" } },
    "node_modules/a": { version: "1.0.0", license: "MIT", dependencies: { b: "1" } },
    "node_modules/b": { version: "1.0.0", license: "ISC", dependencies: { c: "1", member: "*" } },
    "node_modules/c": { version: "1.0.0", dev: true },
    "node_modules/member": { resolved: "packages/member", link: true },
    "node_modules/tool": { version: "1.0.0", dev: true, dependencies: { c: "1" } },
    "node_modules/tool/node_modules/b": { version: "1.0.0", dev: true },
    "packages/member": { name: "member", version: "2.0.0" },
  }),
  "packages/member/package.json": manifest({ name: "member", version: "2.0.0", dependencies: { a: "^1" } }),
};

describe("the inventory of a repository", () => {
  it("has each component once, with scope, line and the way that brings it in", async () => {
    const inventory = await collect(app);
    expect(uses(inventory)).toEqual([
      "pkg:npm/a@1.0.0 package-lock.json:17 production direct",
      "pkg:npm/b@1.0.0 package-lock.json:24 production < pkg:npm/a@1.0.0",
      "pkg:npm/c@1.0.0 package-lock.json:32 development < pkg:npm/tool@1.0.0",
      "pkg:npm/tool@1.0.0 package-lock.json:40 development direct",
    ]);
    expect(inventory.components[0]).toEqual({
      purl: "pkg:npm/a@1.0.0",
      type: "npm",
      namespace: undefined,
      name: "a",
      version: "1.0.0",
      licenses: [{ text: "MIT", from: "lockfile", path: "package-lock.json" }],
      source: undefined,
      integrity: undefined,
      pinned: true,
    });
    expect(inventory.problems).toEqual([]);
  });

  it("keeps what is ours apart, and reads covered manifests for nothing else", async () => {
    const inventory = await collect(app);
    expect(
      inventory.own.map(({ name, version, license, manifest: at }) => [name, version, license, inventory.manifests[at]?.path]),
    ).toEqual([
      ["app", "1.0.0", "MIT", "package.json"],
      ["member", "2.0.0", undefined, "packages/member/package.json"],
    ]);
    expect(inventory.manifests).toEqual([
      { path: "package-lock.json", format: "npm-package-lock", kind: "lockfile", packages: 4 },
      { path: "package.json", format: "package-json", kind: "manifest", packages: 0, coveredBy: 0 },
      { path: "packages/member/package.json", format: "package-json", kind: "manifest", packages: 0, coveredBy: 0 },
    ]);
  });

  it("covers only the members of a workspace, not whatever lies below", async () => {
    const inventory = await collect({
      ...app,
      "examples/x/package.json": manifest({ dependencies: { z: "^3", member: "^2.0.0", app: "^9" } }),
    });
    expect(uses(inventory).filter((use) => use.includes("examples"))).toEqual([
      "pkg:npm/z ^3 examples/x/package.json:3 production direct",
      "pkg:npm/app ^9 examples/x/package.json:5 production direct",
    ]);
    expect(inventory.components.find(({ name }) => name === "z")).toMatchObject({ version: "", pinned: false });
  });

  it("covers the members that a lockfile names elsewhere", async () => {
    const inventory = await collect({
      "common/config/pnpm-lock.yaml":
        "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  ../../apps/x:\n    dependencies:\n      a: {specifier: ^1, version: 1.0.0}\npackages:\n  a@1.0.0: {}\n",
      "apps/x/package.json": manifest({ name: "x", dependencies: { a: "^1" } }),
    });
    expect(uses(inventory)).toEqual(["pkg:npm/a@1.0.0 common/config/pnpm-lock.yaml:8 production direct"]);
  });

  it("joins what several files name", async () => {
    const inventory = await collect({
      "a/package-lock.json": lock({ "": { dependencies: { a: "1" } }, "node_modules/a": { version: "1.0.0", license: "MIT" } }),
      "b/package-lock.json": lock({
        "": { dependencies: { a: "1" } },
        "node_modules/a": { version: "1.0.0", license: "ISC", integrity: "sha512-x" },
      }),
      "bom.json": JSON.stringify({
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        components: [{ type: "library", name: "a", version: "1.0.0", purl: "pkg:npm/a@1.0.0", licenses: [{ license: { id: "MIT" } }] }],
      }),
    });
    expect(inventory.components).toHaveLength(1);
    expect(inventory.components[0]).toMatchObject({
      integrity: "sha512-x",
      licenses: [
        { text: "MIT", from: "lockfile", path: "a/package-lock.json" },
        { text: "ISC", from: "lockfile", path: "b/package-lock.json" },
        { text: "MIT", from: "sbom", path: "bom.json" },
      ],
    });
    expect(inventory.manifests.map(({ kind }) => kind)).toEqual(["lockfile", "lockfile", "sbom"]);
  });

  it("goes on after a broken file, and says where it is broken", async () => {
    const inventory = await collect({
      "x/package-lock.json": "{\n  nothing",
      "y/yarn.lock": 'a@1:\n  version "1.0.0"\n',
      "z/bom.json": '{"bomFormat": "CycloneDX", "components": [',
      "q/bom.json": "not an SBOM at all",
    });
    expect(inventory.components.map(({ purl }) => purl)).toEqual(["pkg:npm/a@1.0.0"]);
    expect(inventory.problems).toMatchObject([
      { code: "lockfile-unreadable", severity: "error", file: "group/app:x/package-lock.json", line: 2 },
      { code: "lockfile-unreadable", severity: "error", file: "group/app:z/bom.json" },
    ]);
  });

  it("keeps what it says of a file short, whatever the file says", async () => {
    const name = "a".repeat(100_000);
    const { problems } = await collectInventory(memoryTree({ "pom.xml": `<project><${name}></project>` }));
    expect(problems[0]?.code).toBe("lockfile-unreadable");
    expect(problems[0]?.message.length).toBeLessThanOrEqual(400);
  });

  it("leaves out what is installed", async () => {
    const text = lock({ "node_modules/a": { version: "1.0.0" } });
    const inventory = await collect({
      "node_modules/x/package-lock.json": text,
      "web/bower_components/x/package.json": manifest({ dependencies: { b: "1.0.0" } }),
      "vendor/x/y/package-lock.json": text,
      "fixtures/package-lock.json": text,
    });
    expect(inventory.manifests.map(({ path }) => path)).toEqual(["fixtures/package-lock.json"]);
  });

  it("says which lockfiles it does not read because they are links", async () => {
    const tree = memoryTree({ "requirements.txt": "a==1\n" });
    const links = ["z/yarn.lock", "package-lock.json", "notes.txt", "node_modules/x/package.json"].map((path) => ({
      path,
      kind: "symlink" as const,
    }));
    const { problems, manifests } = await collectInventory({ ...tree, files: [...tree.files, ...links] });
    expect(manifests.map(({ path }) => path)).toEqual(["requirements.txt"]);
    expect(problems).toMatchObject([
      { code: "lockfile-is-link", severity: "note", file: "memory:package-lock.json", message: "Not read: a symbolic link; so is another" },
    ]);
  });

  it("keeps within its limits", async () => {
    const files = { "a/package-lock.json": app["package-lock.json"], "b/yarn.lock": "" };
    const small = await collect(files, { maxFileBytes: 100 });
    expect(small.problems).toMatchObject([{ code: "lockfile-too-large", file: "group/app:a/package-lock.json" }]);
    const few = await collect(files, { maxFiles: 1 });
    expect(few.manifests).toHaveLength(1);
    expect(few.problems).toMatchObject([{ code: "inventory-too-many-files", file: "group/app" }]);
    await expect(collect(files, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it("tells two commits of one package apart where no version does", async () => {
    const entry = (commit: string): string =>
      JSON.stringify(
        { lockfileVersion: 1, dependencies: { g: { version: `git+https://github.com/x/g.git#${commit.repeat(40)}` } } },
        undefined,
        2,
      );
    const { components } = await collect({ "a/package-lock.json": entry("a"), "b/package-lock.json": entry("b") });
    expect(components.map(({ purl, pinned }) => [purl, pinned])).toEqual([
      [`pkg:npm/g?vcs_url=git%2Bhttps%3A%2F%2Fgithub.com%2Fx%2Fg.git%40${"a".repeat(40)}`, true],
      [`pkg:npm/g?vcs_url=git%2Bhttps%3A%2F%2Fgithub.com%2Fx%2Fg.git%40${"b".repeat(40)}`, true],
    ]);
  });

  it("starts ways at what nothing brings in, where a file does not say what is direct", async () => {
    const yarn =
      'a@1:\n  version "1.0.0"\n  dependencies:\n    b "1"\n\nb@1:\n  version "1.0.0"\n  dependencies:\n    a "1"\n    c "1"\n\nc@1:\n  version "1.0.0"\n\ntop@1:\n  version "1.0.0"\n  dependencies:\n    b "1"\n';
    expect(uses(await collect({ "yarn.lock": yarn })).map((use) => use.replace(/ yarn.*\?/, ""))).toEqual([
      "pkg:npm/a@1.0.0 < pkg:npm/b@1.0.0",
      "pkg:npm/b@1.0.0 < pkg:npm/top@1.0.0",
      "pkg:npm/c@1.0.0 < pkg:npm/b@1.0.0",
      "pkg:npm/top@1.0.0",
    ]);
  });

  it("is the same for the same tree, whatever the order of its files", async () => {
    const reference = JSON.stringify(await collect(app));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.entries(app), { minLength: 3 }), async (entries) => {
        expect(JSON.stringify(await collect(Object.fromEntries(entries)))).toBe(reference);
      }),
      { numRuns: 10 },
    );
  });

  it("points at what is there", async () => {
    const names = ["a", "b", "c", "d"];
    const entry = fc.record({
      version: fc.constantFrom("1.0.0", "2.0.0"),
      dependencies: fc.dictionary(fc.constantFrom(...names), fc.constant("*")),
      dev: fc.boolean(),
    });
    const location = fc
      .array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
      .map((path) => path.map((name) => `node_modules/${name}`).join("/"));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(location, entry),
        fc.dictionary(fc.constantFrom(...names), fc.constant("*")),
        async (packages, dependencies) => {
          const inventory = await collect({ "package-lock.json": lock({ "": { dependencies }, ...packages }) });
          expect(new Set(inventory.components.map(({ purl }) => purl)).size).toBe(inventory.components.length);
          for (const [index, { component, manifest: at, via, direct }] of inventory.occurrences.entries()) {
            expect(inventory.components[component]).toBeDefined();
            expect(inventory.manifests[at]).toBeDefined();
            expect(via === undefined || direct !== true).toBe(true);
            // Every way ends at something direct.
            const way = new Set([index]);
            for (let step = via; step !== undefined; step = inventory.occurrences[step]?.via) {
              expect(way.has(step)).toBe(false);
              way.add(step);
            }
            const end = inventory.occurrences[[...way].at(-1) ?? index];
            if (via !== undefined && inventory.occurrences.some((other) => other.direct)) expect(end?.direct).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
