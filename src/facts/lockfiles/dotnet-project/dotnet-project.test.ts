import { describe, expect, it } from "vitest";
import { contextOver, readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { dotnetProject } from "./dotnet-project.ts";
import { holds } from "./msbuild/condition.ts";
import { Expansion } from "./msbuild/expansion.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

const project = (inner: string, sdk = "Microsoft.NET.Sdk"): string => `<Project Sdk="${sdk}">\n${inner}\n</Project>\n`;
const items = (inner: string): string => `<ItemGroup>\n${inner}\n</ItemGroup>`;
const reference = (name: string, rest = ""): string => `<PackageReference Include="${name}" ${rest} />`;

function shown(reading: Reading): string[] {
  return reading.packages.map(
    (entry) => `${entry.name}@${entry.range ?? entry.version}${entry.scope === "production" ? "" : ` ${entry.scope}`}`,
  );
}

async function read(text: string, others: Record<string, string> = {}, path = "src/app/app.csproj"): Promise<Reading> {
  return readWith(dotnetProject, path, { [path]: text, ...others });
}

describe("a project", () => {
  it("gives its references with versions, scopes and lines", async () => {
    const reading = await read(
      project(
        items(
          [
            reference("A", 'Version="1.0.0"'),
            '<PackageReference Include="B"><Version>2.0</Version></PackageReference>',
            reference("C", 'Version="[3.0,4.0)"'),
            reference("D", 'Version="5.*"'),
            reference("Analyzer", 'Version="1" PrivateAssets="all"'),
            '<PackageDownload Include="Tool" Version="[7.0.0]" />',
          ].join("\n"),
        ),
      ),
    );
    expect(shown(reading)).toEqual(["A@1.0.0", "B@2.0", "C@[3.0,4.0)", "D@5.*", "Analyzer@1 development", "Tool@7.0.0 development"]);
    expect(reading.packages.map((entry) => entry.line)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(reading.packages[2]).toMatchObject({ version: "3.0", direct: true });
  });

  it("says who it is", async () => {
    const text = project(
      "<PropertyGroup><PackageId>Org.App</PackageId><VersionPrefix>1.2</VersionPrefix><Version>$(VersionPrefix).3</Version><PackageLicenseExpression>MIT</PackageLicenseExpression></PropertyGroup>",
    );
    expect((await read(text)).own).toEqual([{ type: "nuget", name: "Org.App", version: "1.2.3", license: "MIT", dependsOn: [] }]);
    expect((await read(project(""))).own).toEqual([{ type: "nuget", name: "app", dependsOn: [] }]);
  });

  it("is all development where it tests", async () => {
    expect(shown(await read(project(items(reference("Microsoft.NET.Test.Sdk", 'Version="17"') + reference("A", 'Version="1"')))))).toEqual([
      "Microsoft.NET.Test.Sdk@17 development",
      "A@1 development",
    ]);
    expect(shown(await read(project(items(reference("A", 'Version="1"')), "MSTest.Sdk/3.0")))).toEqual(["A@1 development"]);
    expect(
      shown(
        await read(
          project(`<PropertyGroup><IsTestProject>false</IsTestProject></PropertyGroup>${items(reference("xunit.v3", 'Version="1"'))}`),
        ),
      ),
    ).toEqual(["xunit.v3@1"]);
  });

  it("updates, removes and lists several names", async () => {
    const text = project(
      items(
        '<PackageReference Include="A;B" Version="1" /><PackageReference Update="a" Version="2" /><PackageReference Include="C" Version="1" /><PackageReference Remove="B" />',
      ),
    );
    expect(shown(await read(text))).toEqual(["A@2", "C@1"]);
  });

  it("tells of empty versions, and lists what has none", async () => {
    const reading = await read(
      project(items(`${reference("Empty", 'Version=""')}\n${reference("None")}\n${reference("Unset", 'Version="$(Nowhere)"')}`)),
    );
    expect(shown(reading)).toEqual(["None@", "Unset@"]);
    expect(reading.problems).toMatchObject([
      { code: "lockfile-entry", line: 3 },
      { code: "lockfile-incomplete", line: 4 },
    ]);
  });
});

describe("what lies around a project", () => {
  const central = `<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><V>9</V></PropertyGroup>
${items('<PackageVersion Include="A" Version="$(V).1" /><PackageVersion Include="B" Version="2" /><GlobalPackageReference Include="Everywhere" Version="3" />')}</Project>`;

  it("keeps versions centrally", async () => {
    const reading = await read(project(items(reference("a") + reference("B", 'VersionOverride="8"'))), {
      "Directory.Packages.props": central,
    });
    expect(shown(reading)).toEqual(["a@9.1", "B@8", "Everywhere@3 development"]);
    expect(reading.alsoRead).toEqual(["Directory.Packages.props"]);
    expect(reading.packages[2]?.line).toBeUndefined();
  });

  it("keeps thousands of them for hundreds of projects, and forgets what a property decides", async () => {
    const version = (name: string, value: string) => `<PackageVersion Include="${name}" Version="${value}" />`;
    const many = Array.from({ length: 3000 }, (_, at) => version(`P${at}`, `1.0.${at}`)).join("\n");
    const files: Record<string, string> = {
      "Directory.Packages.props": project(`${items(many)}${items(version("Own", "$(OwnVersion)"))}`),
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, at) => [
          `p${at}/p.csproj`,
          project(`<PropertyGroup><OwnVersion>2.${at}</OwnVersion></PropertyGroup>${items(reference(`P${at}`) + reference("Own"))}`),
        ]),
      ),
    };
    const context = contextOver(files);
    const started = cpuTime();
    for (const at of [0, 7, 299]) {
      const path = `p${at}/p.csproj`;
      expect(shown(await dotnetProject.read({ path, text: files[path] ?? "" }, context))).toEqual([`P${at}@1.0.${at}`, `Own@2.${at}`]);
    }
    for (const [path, text] of Object.entries(files)) if (path.endsWith("proj")) await dotnetProject.read({ path, text }, context);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it("takes the nearest central file only", async () => {
    const near = `<Project>${items('<PackageVersion Include="A" Version="1" />')}</Project>`;
    expect(
      shown(await read(project(items(reference("A"))), { "Directory.Packages.props": central, "src/Directory.Packages.props": near })),
    ).toEqual(["A@1"]);
  });

  it("gives properties and references to all, and updates after all", async () => {
    const others = {
      "Directory.Build.props": `<Project><PropertyGroup><V>7</V></PropertyGroup>${items(reference("Shared", 'Version="1"'))}</Project>`,
      "src/Directory.Build.props": `<Project><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" /><PropertyGroup><W>$(V).5</W></PropertyGroup></Project>`,
      "Directory.Build.targets": `<Project>${items('<PackageReference Update="A" Version="$(W)" />')}</Project>`,
    };
    const reading = await read(project(items(reference("A"))), others);
    expect(shown(reading)).toEqual(["Shared@1", "A@7.5"]);
    expect(reading.alsoRead).toEqual(["Directory.Build.props", "Directory.Build.targets", "src/Directory.Build.props"]);
  });

  it("is imported by path, also in a circle, never from outside", async () => {
    const others = {
      "build/one.props": '<Project><Import Project="two.props" /><PropertyGroup><One>1</One></PropertyGroup></Project>',
      "build/two.props":
        '<Project><Import Project="$(MSBuildThisFileDirectory)one.props" /><PropertyGroup><Two>2</Two></PropertyGroup></Project>',
    };
    const text = project(
      `<Import Project="..\\..\\build\\one.props" /><Import Project="../../../../etc/x.props" />${items(reference("A", 'Version="$(One)"') + reference("B", 'Version="$(Two)"'))}`,
    );
    expect(shown(await read(text, others))).toEqual(["A@1", "B@2"]);
  });

  it("is read once for every target framework", async () => {
    const text = project(`<PropertyGroup><TargetFrameworks>net8.0;net48;netstandard2.0</TargetFrameworks></PropertyGroup>
<PropertyGroup Condition="'$(TargetFramework)' == 'net8.0'"><V>8</V></PropertyGroup>
<PropertyGroup Condition="'$(TargetFramework)' != 'net8.0'"><V>6</V></PropertyGroup>
${items(reference("A", 'Version="$(V)"'))}
<ItemGroup Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net48'))">${reference("Old", 'Version="1"')}</ItemGroup>
<Choose><When Condition="$(TargetFramework.StartsWith('netstandard'))">${items(reference("Std", 'Version="1"'))}</When><Otherwise>${items(reference("Not", 'Version="1"'))}</Otherwise></Choose>
${items(reference("Debugging", `Version="1" Condition="'$(Configuration)' == 'Debug'"`))}`);
    expect(shown(await read(text)).sort()).toEqual(["A@6", "A@8", "Debugging@1", "Not@1", "Old@1", "Std@1"]);
  });
});

describe("conditions", () => {
  const properties = new Expansion(() => "");
  properties.set("A", "Yes");
  properties.set("V", "8.0");
  it.each([
    ["", true],
    ["'$(A)' == 'yes'", true],
    ["'$(A)' != 'yes'", false],
    ["'$(Unset)' == ''", true],
    ["$(A) == Yes and '1' == '1'", true],
    ["'1' == '2' Or !('3' == '4')", true],
    ["'$(Configuration)' == 'Debug'", undefined],
    ["'$(Configuration)' == 'Debug' and '1' == '2'", false],
    ["'$(Configuration)' == 'Debug' or '1' == '1'", true],
    ["'$(V)' >= '7.0' and $(V) < 10", true],
    ["Exists('here.props')", true],
    ["!Exists('there.props')", true],
    ["$(A.StartsWith('Y'))", true],
    ["$([System.String]::IsNullOrEmpty('x'))", undefined],
    ["'$(A)' ==", undefined],
    ["'unclosed", undefined],
    ["(", undefined],
    ["true", true],
    [`${"(".repeat(5_000)}'1'=='1'`, undefined],
    [`${"!".repeat(5_000)}true`, undefined],
    [`'${"$(".repeat(4_000)}' == ''`, undefined],
  ])("%s", (condition, wanted) => expect(holds(condition, properties, (path) => path.startsWith("here"))).toBe(wanted));
});

describe("what is no project", () => {
  it.each(["not\nxml", "<packages/>", "<Project>"])("is refused: %s", async (text) => {
    await expect(read(text)).rejects.toBeInstanceOf(Unreadable);
  });

  it("does not grow without end", async () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `<P${index + 1}>$(P${index})$(P${index})</P${index + 1}>`).join("");
    const started = cpuTime();
    const reading = await read(
      project(`<PropertyGroup><P0>xxxxxxxxxx</P0>${doubling}</PropertyGroup>${items(reference("A", 'Version="$(P60)"'))}`),
    );
    expect(shown(reading)).toEqual(["A@"]);
    expect(cpuTime() - started).toBeLessThan(1_000);
  });
});
