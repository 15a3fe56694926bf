import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { paketDependencies } from "./paket-dependencies.ts";

const PATH = "paket.dependencies";

describe("paket.dependencies", () => {
  it("gives what is asked for: versions, bounds, groups, other sources", async () => {
    const text = `version 6.0
source https://api.nuget.org/v3/index.json username: "%USER%"
storage: none
nuget A
nuget B 1.0 framework: net45 // a comment
nuget C ~> 2.0 prerelease redirects: force
nuget D == 3.0 # another
nuget E >= 1 < 2 content:none
clitool dotnet-fable 1.3
github owner/repo:v1 src/File.fs
git https://example.org/lib.git master
http https://example.org/data.fs

group FakeBuild
  nuget FAKE
`;
    const { packages } = await readWith(paketDependencies, PATH, { [PATH]: text });
    expect(packages.map((entry) => [entry.type, entry.name, entry.version, entry.range, entry.scope, entry.line])).toEqual([
      ["nuget", "A", "", undefined, "production", 4],
      ["nuget", "B", "1.0", undefined, "production", 5],
      ["nuget", "C", "", "~> 2.0 prerelease", "production", 6],
      ["nuget", "D", "3.0", undefined, "production", 7],
      ["nuget", "E", "", ">= 1 < 2", "production", 8],
      ["nuget", "dotnet-fable", "1.3", undefined, "development", 9],
      ["github", "repo", "v1", "v1", "production", 10],
      ["generic", "lib", "", "master", "production", 11],
      ["generic", "data.fs", "", undefined, "production", 12],
      ["nuget", "FAKE", "", undefined, "development", 15],
    ]);
  });

  it("tells of strange lines, and refuses what has nothing of Paket", async () => {
    const { problems } = await readWith(paketDependencies, PATH, { [PATH]: "nuget A\nnugget B\n" });
    expect(problems).toMatchObject([{ line: 2 }]);
    await expect(readWith(paketDependencies, PATH, { [PATH]: "hello\n" })).rejects.toBeInstanceOf(Unreadable);
  });
});
