import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { nugetCentralPackages } from "./nuget-central-packages.ts";

const PATH = "Directory.Packages.props";
const TEXT = `<Project>
  <PropertyGroup><V>2.0</V></PropertyGroup>
  <ItemGroup>
    <PackageVersion Include="A" Version="1.0" />
    <PackageVersion Include="Tested" Version="$(V)" />
    <PackageVersion Include="Unused" Version="3" />
    <PackageVersion Include="" Version="4" />
    <PackageVersion Include="Empty" Version="" />
    <GlobalPackageReference Include="Analyzer" Version="5" />
  </ItemGroup>
</Project>`;

describe("Directory.Packages.props", () => {
  it("gives the versions, with the use that projects below make of them", async () => {
    const reading = await readWith(nugetCentralPackages, PATH, {
      [PATH]: TEXT,
      "src/a.csproj": '<Project><ItemGroup><PackageReference Include="a" /></ItemGroup></Project>',
      "test/t.csproj":
        '<Project><ItemGroup><PackageReference Include="Tested" /><PackageReference Include="xunit.v3" Version="1" /></ItemGroup></Project>',
    });
    expect(reading.packages.map((entry) => [entry.name, entry.version, entry.scope, entry.direct, entry.line])).toEqual([
      ["Analyzer", "5", "development", true, 9],
      ["A", "1.0", "production", true, 4],
      ["Tested", "2.0", "development", true, 5],
      ["Unused", "3", "production", undefined, 6],
    ]);
    expect(reading.problems).toMatchObject([{ line: 8 }]);
  });

  it("refuses other documents", async () => {
    await expect(readWith(nugetCentralPackages, PATH, { [PATH]: "<a/>" })).rejects.toBeInstanceOf(Unreadable);
  });
});
