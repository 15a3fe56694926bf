import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenseIds } from "#kit";
import type { LicenseUsage } from "../obligations/usage.ts";
import { clashOf } from "./clash.ts";

const shipped: LicenseUsage = { distribution: "distributed", scope: "production", place: "product", modified: false, linkage: "static" };
const clash = (whole: string, other: string, usage: Partial<LicenseUsage> = {}) =>
  clashOf({ license: whole, usage: { ...shipped, ...usage } }, { license: other, usage: { ...shipped, ...usage } }) !== undefined;

describe("two components in one work", () => {
  it.each([
    // one that wants the whole, another, no one work
    ["GPL-2.0-only", "Apache-2.0", true],
    ["GPL-2.0-or-later", "Apache-2.0", false],
    ["GPL-3.0-only", "Apache-2.0", false],
    ["GPL-2.0-only", "GPL-3.0-only", true],
    ["GPL-3.0-only", "GPL-2.0-only", true],
    ["GPL-2.0-or-later", "GPL-3.0-only", false],
    ["GPL-3.0-only", "AGPL-3.0-only", false],
    ["GPL-3.0-only", "EUPL-1.2", false],
    ["EUPL-1.2", "GPL-3.0-only", false],
    ["GPL-2.0-only", "LGPL-3.0-only", true],
    ["GPL-2.0-only", "BSD-4-Clause", true],
    ["GPL-2.0-only", "MIT OR BSD-4-Clause", false],
    ["GPL-2.0-only", "MIT AND Apache-2.0", true],
    ["MIT OR GPL-2.0-only", "Apache-2.0", false],
    ["GPL-2.0-only OR GPL-3.0-only", "Apache-2.0", false],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "Apache-2.0", false],
    ["Apache-2.0", "GPL-2.0-only", false],
    ["MPL-2.0", "GPL-2.0-only", false],
    ["GPL-2.0-only", "NONE", false],
  ] as const)("%s beside %s: %s", (whole, other, expected) => expect(clash(whole, other)).toBe(expected));

  it("are asked only where both become one work that leaves the house", () => {
    for (const usage of [
      { distribution: "internal" },
      { distribution: "hosted" },
      { linkage: "separate" },
      { scope: "development" },
    ] as const)
      expect(clash("GPL-2.0-only", "Apache-2.0", usage)).toBe(false);
    expect(clash("GPL-2.0-only", "Apache-2.0", { distribution: "browser" })).toBe(true);
  });

  it("never clash with themselves, and what asks for nothing of the whole clashes with nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...licenseIds("active")), fc.constantFrom(...licenseIds("active")), (one, other) => {
        expect(clash(one, one)).toBe(false);
        expect(clash("MIT", other)).toBe(false);
        expect(clash("LGPL-2.1-only", other)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
