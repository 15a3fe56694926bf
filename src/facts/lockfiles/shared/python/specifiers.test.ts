import { describe, expect, it } from "vitest";
import { markerHolds } from "./markers.ts";
import { normalName, pinnedVersion, versionInFileName } from "./names.ts";
import { parseRequirement, pinOf } from "./specifiers.ts";
import { cpuTime } from "../../../../../test/cpu-time.ts";

describe("a requirement", () => {
  it.each([
    ["A", { name: "A", specifier: "" }],
    ["A.B-C_D", { name: "A.B-C_D" }],
    ["name>=3,<2", { name: "name", specifier: ">=3,<2" }],
    ["name (>=3,<2)", { name: "name", specifier: ">=3,<2" }],
    ["name[quux, bar];os_name=='a'", { name: "name", extras: ["quux", "bar"], marker: "os_name=='a'" }],
    ["name@http://foo.com", { name: "name", url: "http://foo.com" }],
    ["name [fred,bar] @ http://foo.com ; python_version=='2.7'", { name: "name", url: "http://foo.com", marker: "python_version=='2.7'" }],
    ["pip @ https://host/pip-1.zip#sha1=da9234ee ; x", { url: "https://host/pip-1.zip#sha1=da9234ee" }],
    ["name ~= 1.1 ,", { specifier: "~= 1.1 ," }],
  ])("is read from %j", (text, expected) => expect(parseRequirement(text)).toMatchObject(expected));

  it.each(["", "-x", "name name", "name >", "name [a", "./x", "name; ", "name @ ", "a=1", "==1"])("is not read from %j", (text) => {
    const requirement = parseRequirement(text);
    if (text === "name; ") expect(requirement).toMatchObject({ name: "name", marker: undefined });
    else expect(requirement).toBeUndefined();
  });

  it("does not take long over many clauses", () => {
    const start = cpuTime();
    expect(parseRequirement(`a ${"===1,".repeat(50_000)} !`)).toBeUndefined();
    expect(cpuTime() - start).toBeLessThan(500);
  });

  it("pins by address what the file name says", () => {
    const wheel = parseRequirement("Some.Thing @ https://h/some_thing-1.2.3+cu118-cp39-cp39-linux_x86_64.whl");
    expect(wheel && pinOf(wheel)).toMatchObject({ version: "1.2.3+cu118", source: { kind: "url" } });
    const archive = parseRequirement("x @ https://token:pw@h/x-2.0.tar.gz");
    expect(archive && pinOf(archive)).toEqual({ version: "2.0", source: { kind: "url", address: "https://h/x-2.0.tar.gz" } });
  });
});

describe("names and versions", () => {
  it("are normal as PEP 503 has it", () => expect(normalName("Zope.Interface__X")).toBe("zope-interface-x"));

  it.each([
    ["==1.0", "1.0"],
    ["=== 1.0.post1", "1.0.post1"],
    [">=1,==1.5", "1.5"],
    ["==1.*", undefined],
    ["~=1.0", undefined],
    ["!=1.0", undefined],
    ["==${VERSION}", undefined],
  ])("%s pins %s", (specifier, version) => expect(pinnedVersion(specifier)).toBe(version));

  it("are not those of other files", () => expect(versionInFileName("https://h/other-1.0.tar.gz", "mine")).toBeUndefined());
});

describe("a marker", () => {
  const none = { extras: new Set<string>(), groups: new Set(["default"]) };
  it.each([
    ["python_version < '3.9'", true],
    ["'socks' in extras", false],
    ["'socks' not in extras", true],
    ["'default' in dependency_groups and sys_platform == 'linux'", true],
    ["('dev' in dependency_groups or 'x' in extras) and os_name == 'nt'", false],
    ["extra == 'socks'", false],
    ["'socks' != extra", true],
    ["nonsense ((", true],
    ["", true],
  ])("%j holds: %s", (marker, holds) => expect(markerHolds(marker, none)).toBe(holds));

  it("ends over deep brackets", () => expect(markerHolds("(".repeat(5000), none)).toBe(true));
});
