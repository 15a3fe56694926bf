import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licensesDiffer } from "./differ.ts";

describe("declared against texts", () => {
  it.each([
    ["MIT", ["MIT"], false],
    ["ISC", ["MIT"], true],
    ["MIT", ["AGPL-3.0-only"], true],
    ["MIT", ["MIT-0"], true],
    ["Apache-2.0 OR MIT", ["MIT"], false],
    ["MIT OR Apache-2.0", ["Apache-2.0", "MIT"], false],
    ["GPL-2.0-or-later", ["GPL-2.0-only"], false],
    ["GPL-3.0-only", ["GPL-2.0-only"], true],
    ["GPL-2.0-only WITH Classpath-exception-2.0", ["GPL-2.0-only"], false],
    ["LGPL-3.0-only", ["GPL-3.0-only", "LGPL-3.0-only"], false],
    ["LGPL-3.0-only", ["GPL-3.0-only"], true],
    ["BSD-3-Clause", ["BSD-2-Clause"], false],
    ["BSD-3-Clause", ["BSD-4-Clause"], true],
    ["MIT", ["MIT AND BSD-3-Clause AND ISC"], false],
    ["MIT", ["MIT AND GPL-3.0-only"], true],
    ["MPL-2.0", ["MPL-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0"], false],
    ["MIT AND GPL-3.0-only", ["MIT AND GPL-3.0-only"], false],
    ["LicenseRef-Proprietary", ["MIT"], true],
    ["MIT", [], undefined],
    ["MIT", ["LicenseRef-house"], undefined],
    ["NOASSERTION OF", ["MIT"], undefined],
  ] as const)("%s, text %j: %s", (declared, texts, differs) => {
    expect(licensesDiffer(declared, texts)).toBe(differs);
  });

  it("does not look at order, brackets or repetition, and never finds a difference in the very same", () => {
    const id = fc.constantFrom("MIT", "ISC", "GPL-3.0-only", "MPL-2.0", "Apache-2.0", "BSD-2-Clause");
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 5 }), fc.array(id, { minLength: 1, maxLength: 5 }), (said, found) => {
        const once = licensesDiffer(said.join(" AND "), found);
        expect(licensesDiffer(said.toReversed().join(" OR "), [...found, ...found].toReversed())).toBe(once);
        expect(licensesDiffer(said.join(" AND "), said)).toBe(false);
      }),
    );
  });
});
