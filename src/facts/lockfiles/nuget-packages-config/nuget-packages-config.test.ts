import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { nugetPackagesConfig } from "./nuget-packages-config.ts";

const PATH = "web/packages.config";

describe("packages.config", () => {
  it("gives packages, and tells of those without id or version", async () => {
    const text = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<packages>
  <package id="A" version="1.0" targetFramework="net48" />
  <package id="B" version="2.0" developmentDependency="true" />
  <package id="C" />
  <package version="3" />
</packages>`;
    const { packages, problems } = await readWith(nugetPackagesConfig, PATH, { [PATH]: text });
    expect(packages.map((entry) => [entry.name, entry.version, entry.scope, entry.line])).toEqual([
      ["A", "1.0", "production", 3],
      ["B", "2.0", "development", 4],
    ]);
    expect(problems?.map((problem) => problem.line)).toEqual([5, 6]);
  });

  it("refuses other documents", async () => {
    await expect(readWith(nugetPackagesConfig, PATH, { [PATH]: "<configuration/>" })).rejects.toBeInstanceOf(Unreadable);
  });
});
