import { describe, expect, it } from "vitest";
import { concludeLicenses } from "./conclude.ts";
import type { ResultComponent } from "./result.ts";

const position = { file: "licenses.yaml", line: 1, column: 1 };
const base: ResultComponent = {
  purl: "pkg:npm/%40npmcli/redact@2.0.1",
  type: "npm",
  name: "@npmcli/redact",
  version: "2.0.1",
  declared: [],
  notion: "declared",
  license: "ISC",
  pinned: true,
};
const licenses = {
  categories: [],
  choices: [],
  waivers: [],
  curations: [{ component: base.purl, declared: "ISC", concluded: "MIT", because: "the text is MIT", position }],
};

describe("concludeLicenses", () => {
  it("shows what was concluded, and what the files declare", () => {
    expect(concludeLicenses([base], licenses)[0]).toMatchObject({ license: "MIT", notion: "concluded", declaredLicense: "ISC" });
  });

  it("leaves alone what declares something else by now, and other versions", () => {
    const changed = { ...base, license: "Apache-2.0" };
    const other = { ...base, purl: "pkg:npm/%40npmcli/redact@3.0.0" };
    expect(concludeLicenses([changed, other], licenses)).toEqual([changed, other]);
  });
});
