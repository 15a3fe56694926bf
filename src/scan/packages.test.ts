import { describe, expect, it } from "vitest";
import { normalizeDeclared, type PackageAnswer } from "#facts";
import { concludeLicenses, givenLicense } from "./conclude.ts";
import { withPackages } from "./packages.ts";
import type { ResultComponent } from "./result.ts";

const purl = "pkg:npm/%40npmcli/redact@2.0.1";
const component = (rest: Partial<ResultComponent>): ResultComponent => ({
  purl,
  type: "npm",
  name: "@npmcli/redact",
  version: "2.0.1",
  declared: [],
  notion: "none",
  pinned: true,
  ...rest,
});
const declares = (license: string) =>
  component({ declared: [{ text: license, from: "lockfile" }], license, licenseFrom: "lockfile", notion: "declared" });
const answer = (rest: Partial<PackageAnswer>): PackageAnswer => ({
  version: "2.0.1",
  from: "installed",
  repository: "app",
  texts: [],
  ...rest,
});
const text = (expression: string | null, confidence = 1, path = "node_modules/x/LICENSE") => ({ path, expression, confidence });
const filled = (one: ResultComponent, said: PackageAnswer) =>
  withPackages([one], new Map([[purl, [said]]]), normalizeDeclared)[0] as ResultComponent;

describe("three notions", () => {
  it("keeps what is detected beside what is declared, and tells the difference", () => {
    expect(filled(declares("ISC"), answer({ declared: "ISC", texts: [text("MIT")] }))).toMatchObject({
      license: "ISC",
      notion: "declared",
      licenseFrom: "lockfile",
      declared: [{ from: "lockfile" }],
      detected: { expression: "MIT", repository: "app", files: [{ path: "node_modules/x/LICENSE", expression: "MIT" }] },
      licenseDiffers: true,
    });
    expect(filled(declares("MIT"), answer({ texts: [text("MIT")] })).licenseDiffers).toBe(false);
    expect(filled(declares("MIT"), answer({ texts: [text("GPL-3.0-only", 0.6)] }))).not.toHaveProperty("licenseDiffers");
    expect(filled(declares("MIT"), answer({ texts: [text(null)] })).detected).toMatchObject({ confidence: 0 });
  });

  it("takes what the package declares where lockfiles are silent, then its text", () => {
    expect(filled(component({}), answer({ from: "cache", declared: "Apache License, Version 2.0", path: "a.pom" }))).toMatchObject({
      license: "Apache-2.0",
      notion: "declared",
      licenseFrom: "cache",
      declared: [{ text: "Apache License, Version 2.0", from: "cache", path: "a.pom" }],
    });
    expect(filled(component({}), answer({ texts: [text("MIT"), text("Apache-2.0")] }))).toMatchObject({
      license: "MIT AND Apache-2.0",
      notion: "detected",
      licenseFrom: "text",
    });
    expect(filled(component({}), answer({ declared: "SEE LICENSE IN x", texts: [text("MIT")] }))).toMatchObject({
      notion: "detected",
      license: "MIT",
    });
    expect(filled(component({}), answer({ texts: [text("MIT", 0.5)] }))).toMatchObject({ notion: "none" });
  });

  it("lets a curation settle the difference until the text says something else again", () => {
    const position = { file: "licenses.yaml", line: 1, column: 1 };
    const curation = { component: "pkg:npm/%40npmcli/redact@<3", declared: "ISC", concluded: "MIT", because: "the text", position };
    const conclude = (one: ResultComponent) =>
      concludeLicenses([one], { categories: [], choices: [], waivers: [], curations: [curation] })[0] as ResultComponent;
    const settled = conclude(filled(declares("ISC"), answer({ texts: [text("MIT")] })));
    expect(settled).toMatchObject({
      license: "MIT",
      notion: "concluded",
      licenseFrom: "curation",
      declaredLicense: "ISC",
      licenseDiffers: false,
    });
    expect(givenLicense(settled)).toEqual({ license: "ISC", notion: "declared" });
    expect(conclude(filled(declares("ISC"), answer({ texts: [text("AGPL-3.0-only")] }))).licenseDiffers).toBe(true);
    const changed = conclude(filled(declares("GPL-3.0-only"), answer({ texts: [text("GPL-3.0-only")] })));
    expect(changed).toMatchObject({ license: "GPL-3.0-only", notion: "declared", licenseDiffers: false });
  });
});
