import { describe, expect, it } from "vitest";
import { juliaProject } from "../julia-project/julia-project.ts";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { juliaManifest } from "./julia-manifest.ts";

const FILES = {
  "Project.toml": `name = "Thing"
uuid = "1e83bf80-4336-4d27-bf5d-d5a4f845583c"
version = "1.4.3"

[deps]
Dates = "ade2ca70-3891-5945-98fb-dc099432e06a"
JSON = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"

[weakdeps]
Plots = "91a5bcdd-55d7-5caf-9e0b-520d859cae80"

[extras]
Aqua = "4c88cf16-eb10-579e-8560-4a9242c79595"

[compat]
JSON = "0.21"
Plots = "=1.40.0"
julia = "1.6"
`,
  "Manifest.toml": `julia_version = "1.10.0"
manifest_format = "2.0"

[[deps.Dates]]
deps = ["Printf"]
uuid = "ade2ca70-3891-5945-98fb-dc099432e06a"

[[deps.JSON]]
deps = ["Dates", "Parsers"]
git-tree-sha1 = "aa"
uuid = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"
version = "0.21.4"

[[deps.Near]]
path = "../Near"
uuid = "x"
version = "0.1.0"

    [deps.Near.deps]
    JSON = "682c06a0-de6a-54ab-a142-c8b1cf79cde6"

[[deps.Parsers]]
repo-rev = "main"
repo-url = "https://example.com/Parsers.jl.git"
uuid = "69de0a69-1ddd-5017-9359-2bf0b02dc9f0"
version = "2.8.0"
`,
};

describe("Manifest.toml of Julia", () => {
  it("lists packages with edges, ids and lines, without the standard library", async () => {
    const { packages, own } = await readWith(juliaManifest, "Manifest.toml", FILES);
    expect(packages.map(({ name, version, direct, line, dependsOn }) => [name, version, direct, line, dependsOn])).toEqual([
      ["JSON", "0.21.4", true, 8, ["Parsers@2.8.0"]],
      ["Parsers", "2.8.0", false, 22, []],
    ]);
    expect(packages[0]?.qualifiers).toEqual({ uuid: "682c06a0-de6a-54ab-a142-c8b1cf79cde6" });
    expect(packages[1]?.source).toEqual({ kind: "git", address: "https://example.com/Parsers.jl.git" });
    expect(own).toMatchObject([{ name: "Near", dependsOn: ["JSON@0.21.4"] }]);
  });

  it("reads format 1, where packages are at the top", async () => {
    const text = '[[JSON]]\nuuid = "x"\nversion = "0.21.0"\n[[Printf]]\nuuid = "y"\n';
    expect((await readWith(juliaManifest, "Manifest.toml", { "Manifest.toml": text })).packages).toMatchObject([{ name: "JSON", line: 1 }]);
  });

  it("stays calm over damaged files", () => staysCalm(juliaManifest, "Manifest.toml", FILES));
});

describe("Project.toml of Julia", () => {
  it("asks for packages, not for the standard library", async () => {
    const { packages, own } = await readWith(juliaProject, "Project.toml", FILES);
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["JSON", "", "0.21", "production", 7],
      ["Plots", "1.40.0", undefined, "optional", 10],
      ["Aqua", "", undefined, "development", 13],
    ]);
    expect(own).toMatchObject([{ name: "Thing", version: "1.4.3" }]);
  });

  it("leaves projects of other tools alone", async () => {
    expect(await readWith(juliaProject, "project.toml", { "project.toml": '[project]\nid = "x"\nname = "y"\n' })).toEqual({ packages: [] });
  });

  it("stays calm over damaged files", () => staysCalm(juliaProject, "Project.toml", FILES));
});
