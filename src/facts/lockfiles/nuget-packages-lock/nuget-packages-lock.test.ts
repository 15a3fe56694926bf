import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { nugetPackagesLock } from "./nuget-packages-lock.ts";

const PATH = "src/app/packages.lock.json";
const TEXT = JSON.stringify(
  {
    version: 2,
    dependencies: {
      "net8.0": {
        A: { type: "Direct", requested: "[1.0.0, )", resolved: "1.0.0", contentHash: "aGFzaA==", dependencies: { b: "2.0.0" } },
        B: { type: "Transitive", resolved: "2.0.0" },
        Tool: { type: "Direct", requested: "[3.0.0, )", resolved: "3.0.0", dependencies: { Under: "1.0.0" } },
        Under: { type: "CentralTransitive", requested: "[1.0.0, )", resolved: "1.0.0" },
        core: { type: "Project", dependencies: { FromCore: "[1.0.0, )" } },
        FromCore: { type: "Transitive", resolved: "1.5.0" },
      },
      "net8.0/linux-x64": { Native: { type: "Transitive", resolved: "1.0.0", dependencies: { B: "2.0.0" } } },
      net48: { A: { type: "Direct", resolved: "0.9.0" }, Broken: { type: "Direct" } },
    },
  },
  undefined,
  2,
);

describe("packages.lock.json", () => {
  it("joins the frameworks: versions, edges, what is direct, what is ours", async () => {
    const reading = await readWith(nugetPackagesLock, PATH, { [PATH]: TEXT });
    expect(reading.packages.map((entry) => [entry.key, entry.direct, entry.dependsOn])).toEqual([
      ["a@1.0.0", true, ["b@2.0.0"]],
      ["b@2.0.0", false, []],
      ["tool@3.0.0", true, ["under@1.0.0"]],
      ["under@1.0.0", false, []],
      ["fromcore@1.5.0", true, []],
      ["native@1.0.0", false, ["b@2.0.0"]],
      ["a@0.9.0", true, []],
    ]);
    expect(reading.packages[0]).toMatchObject({ name: "A", integrity: "sha512-aGFzaA==", line: 5 });
    expect(reading.own).toEqual([{ type: "nuget", name: "core", dependsOn: ["fromcore@1.5.0"] }]);
    expect(reading.problems).toMatchObject([{ message: expect.stringContaining("Broken") }]);
  });

  it("takes scopes from the project beside it", async () => {
    const csproj =
      '<Project><ItemGroup><PackageReference Include="A" Version="1.0.0" /><PackageReference Include="Tool" Version="3.0.0" PrivateAssets="all" /></ItemGroup></Project>';
    const reading = await readWith(nugetPackagesLock, PATH, { [PATH]: TEXT, "src/app/app.csproj": csproj });
    expect(reading.packages.filter((entry) => entry.scope === "development").map((entry) => entry.name)).toEqual(["Tool", "Under"]);
    expect(reading.alsoRead).toEqual(["src/app/app.csproj"]);
  });

  it("is all development where it belongs to tests", async () => {
    const text = TEXT.replaceAll('"Tool"', '"Microsoft.NET.Test.Sdk"');
    const reading = await readWith(nugetPackagesLock, PATH, { [PATH]: text });
    expect(new Set(reading.packages.map((entry) => entry.scope))).toEqual(new Set(["development"]));
  });

  it.each(["[]", "{}", '{"version": 0, "dependencies": {}}', "{"])("refuses %s", async (text) => {
    await expect(readWith(nugetPackagesLock, PATH, { [PATH]: text })).rejects.toBeInstanceOf(Unreadable);
  });

  it("goes by the names that NuGet allows", () => {
    expect(["packages.lock.json", "a/packages.app.lock.json"].every(nugetPackagesLock.matches)).toBe(true);
    expect(["xpackages.lock.json", "package-lock.json"].some(nugetPackagesLock.matches)).toBe(false);
  });
});
