import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { nugetProjectAssets } from "./nuget-project-assets.ts";

const PATH = "app/obj/project.assets.json";
const DOCUMENT = {
  version: 3,
  targets: {
    "net8.0": {
      "A/1.0.0": { type: "package", dependencies: { B: "2.0.0" } },
      "B/2.0.0": { type: "package" },
      "Analyzer/3.0.0": { type: "package", dependencies: { Under: "1.0" } },
      "Under/1.0.0": { type: "package" },
      "core/1.0.0": { type: "project", dependencies: { C: "4.0.0" } },
      "C/4.0.0": { type: "package" },
    },
  },
  libraries: {
    "A/1.0.0": { sha512: "aaa=", type: "package", path: "a/1.0.0" },
    "Analyzer/3.0.0": { type: "package" },
    "B/2.0.0": { type: "package" },
    "C/4.0.0": { type: "package" },
    "Under/1.0.0": { type: "package" },
    "core/1.0.0": { type: "project", path: "../core/core.csproj" },
  },
  projectFileDependencyGroups: { "net8.0": ["A >= 1.0.0", "core >= 1.0.0"] },
  project: {
    version: "1.2.3",
    restore: { projectName: "app" },
    frameworks: { "net8.0": { dependencies: { Analyzer: { suppressParent: "All", version: "[3.0.0, )" } } } },
  },
};

describe("project.assets.json", () => {
  it("gives the graph with scopes, what is direct and what is ours", async () => {
    const reading = await readWith(nugetProjectAssets, PATH, { [PATH]: JSON.stringify(DOCUMENT, undefined, 1) });
    expect(reading.packages.map((entry) => [entry.key, entry.scope, entry.direct, entry.dependsOn])).toEqual([
      ["a@1.0.0", "production", true, ["b@2.0.0"]],
      ["analyzer@3.0.0", "development", true, ["under@1.0.0"]],
      ["b@2.0.0", "production", false, []],
      ["c@4.0.0", "production", true, []],
      ["under@1.0.0", "development", false, []],
    ]);
    expect(reading.packages[0]).toMatchObject({ name: "A", integrity: "sha512-aaa=", line: expect.any(Number) });
    expect(reading.own).toEqual([
      { type: "nuget", name: "app", version: "1.2.3", dependsOn: ["a@1.0.0", "analyzer@3.0.0"] },
      { type: "nuget", name: "core", version: "1.0.0", dependsOn: ["c@4.0.0"] },
    ]);
  });

  it.each(["{}", "null", "[1]"])("refuses %s", async (text) => {
    await expect(readWith(nugetProjectAssets, PATH, { [PATH]: text })).rejects.toBeInstanceOf(Unreadable);
  });
});
