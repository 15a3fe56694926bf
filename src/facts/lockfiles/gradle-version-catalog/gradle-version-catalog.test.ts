import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { gradleVersionCatalog } from "./gradle-version-catalog.ts";
import { gradleRequirement } from "./rich-version.ts";

const PATH = "gradle/libs.versions.toml";
const TEXT = `[versions]
kotlin = "2.0.0"
range = { strictly = "[1.0, 2.0[", prefer = "1.5" }

[libraries]
short = "g:short:1.0"
by-ref = { module = "org.kotlin:stdlib", version.ref = "kotlin" }
preferred = { group = "g", name = "preferred", version.ref = "range" }
bare = { module = "g:bare" }
broken = { version = "1" }
unknown-ref = { module = "g:unknown", version.ref = "nowhere" }

[libraries.tabled]
module = "g:tabled"
version = "3"

[bundles]
web = ["short", "bare"]

[plugins]
kotlin = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }
`;

describe("a version catalogue", () => {
  it("gives its libraries with versions and lines, and no plugins", async () => {
    const { packages, problems } = await readWith(gradleVersionCatalog, PATH, { [PATH]: TEXT });
    expect(packages.map((entry) => [`${entry.namespace}:${entry.name}`, entry.version, entry.line])).toEqual([
      ["g:short", "1.0", 6],
      ["org.kotlin:stdlib", "2.0.0", 7],
      ["g:preferred", "1.5", 8],
      ["g:bare", "", 9],
      ["g:unknown", "", 11],
      ["g:tabled", "3", 13],
    ]);
    expect(problems).toMatchObject([{ line: 10, message: expect.stringContaining("broken") }]);
  });

  it("takes scopes from the build scripts that use it", async () => {
    const build = "dependencies {\n  testImplementation(libs.bundles.web)\n  implementation(libs.short)\n  kapt(libs.by.ref)\n}\n";
    const { packages } = await readWith(gradleVersionCatalog, PATH, { [PATH]: TEXT, "app/build.gradle.kts": build });
    const scopes = Object.fromEntries(packages.map((entry) => [entry.name, [entry.scope, entry.direct]]));
    expect(scopes).toMatchObject({
      short: ["production", true],
      bare: ["development", true],
      stdlib: ["development", true],
      tabled: ["production", undefined],
    });
  });

  it("refuses what is no TOML, with the line", async () => {
    const error = await readWith(gradleVersionCatalog, PATH, { [PATH]: "[versions]\nnot toml" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    expect((error as Unreadable).line).toBe(2);
  });
});

describe("versions", () => {
  it.each([
    ["1.0", { version: "1.0" }],
    ["1.7!!", { version: "1.7" }],
    ["[1.7, 1.8[!!1.7.25", { version: "1.7.25" }],
    ["[1.0,2.0)", { version: "", range: "[1.0,2.0)" }],
    ["]1.0,2.0]", { version: "", range: "]1.0,2.0]" }],
    ["1.+", { version: "", range: "1.+" }],
    ["latest.release", { version: "", range: "latest.release" }],
    ["", { version: "" }],
  ])("%s", (text, wanted) => expect(gradleRequirement(text)).toEqual(wanted));
});
