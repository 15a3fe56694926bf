import { expect, test } from "vitest";
import { purlNamed } from "./named.ts";

const known = [
  { purl: "pkg:npm/left@1.2.3", name: "left" },
  { purl: "pkg:npm/left@2.0.0", name: "left" },
  { purl: "pkg:npm/%40scope/left@1.0.0", name: "@scope/left" },
  { purl: "pkg:maven/org.apache/core@2.14.1", name: "org.apache/core" },
  { purl: "pkg:npm/twice@1.0.0", name: "twice" },
  { purl: "pkg:pypi/twice@1.0.0", name: "twice" },
];

test.each([
  ["left", "pkg:npm/left"],
  ["Left@9", "pkg:npm/left@9"],
  ["@scope/left@1.0.0", "pkg:npm/%40scope/left@1.0.0"],
  ["core@2.14.1", "pkg:maven/org.apache/core@2.14.1"],
  ["left@<2", "pkg:npm/left@<2"],
  ["lef", undefined],
])("%s is %s", (text, purl) => expect(purlNamed(text, known)).toBe(purl));

test("a name of several is asked back, with all of them", () => {
  expect(() => purlNamed("twice", known)).toThrow(
    expect.objectContaining({ code: "several-components", hint: "Say which: pkg:npm/twice, pkg:pypi/twice." }),
  );
});
