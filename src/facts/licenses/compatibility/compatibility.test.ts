import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenseIds } from "#kit";
import type { LicenseUsage } from "../obligations/usage.ts";
import { compatibilityOf } from "./compatible.ts";
import { readMatrix } from "./osadl.ts";
import { compatibilityReasons } from "./types.ts";

const shipped: LicenseUsage = { distribution: "distributed", scope: "production", place: "product", modified: false, linkage: "static" };

function answers(outbound: string | undefined, inbound: string, usage: Partial<LicenseUsage> = {}): boolean | undefined {
  return compatibilityOf(outbound, inbound, { ...shipped, ...usage }).compatible;
}

describe("well-known pairs", () => {
  it.each([
    // ours, theirs, together
    ["GPL-2.0-only", "Apache-2.0", false],
    ["GPL-2.0-or-later", "Apache-2.0", true],
    ["GPL-3.0-only", "Apache-2.0", true],
    ["Apache-2.0", "MIT", true],
    ["MIT", "Apache-2.0", true],
    ["GPL-2.0-only", "EPL-1.0", false],
    ["GPL-3.0-or-later", "EPL-2.0", undefined],
    ["GPL-3.0-only", "CDDL-1.0", false],
    ["GPL-2.0-only", "MPL-2.0", true],
    ["GPL-2.0-only", "MPL-1.1", false],
    ["GPL-3.0-only", "BSD-4-Clause", false],
    ["GPL-3.0-only", "OpenSSL", false],
    ["GPL-2.0-only", "GPL-3.0-only", false],
    ["GPL-3.0-only", "GPL-2.0-only", false],
    ["GPL-3.0-only", "GPL-2.0-or-later", true],
    ["GPL-2.0-or-later", "GPL-3.0-only", true],
    ["GPL-3.0-only", "AGPL-3.0-only", true],
    ["AGPL-3.0-only", "GPL-3.0-only", true],
    ["GPL-2.0-only", "AGPL-3.0-only", false],
    ["GPL-2.0-only", "LGPL-2.1-only", true],
    ["GPL-2.0-only", "LGPL-3.0-only", false],
    ["MIT", "LGPL-2.1-only", true],
    ["MIT", "GPL-3.0-only", false],
    ["Apache-2.0", "AGPL-3.0-only", false],
    ["MIT", "GPL-2.0-only WITH Classpath-exception-2.0", true],
    ["GPL-3.0-only", "EUPL-1.2", true],
    ["EUPL-1.2", "GPL-3.0-only", false],
    ["OSL-3.0", "GPL-3.0-only", false],
    ["MIT", "LicenseRef-Ours", undefined],
    ["MIT", "NONE", false],
    ["LicenseRef-Proprietary", "GPL-3.0-only", false],
    ["LicenseRef-Proprietary", "MPL-2.0", true],
  ] as const)("%s may hold %s: %s", (outbound, inbound, expected) => expect(answers(outbound, inbound)).toBe(expected));

  it("depend on the use: tools, services and separate programs are no common work that is passed on", () => {
    expect(answers("MIT", "GPL-3.0-only", { scope: "development" })).toBe(true);
    expect(answers("MIT", "GPL-3.0-only", { distribution: "internal" })).toBe(true);
    expect(answers("MIT", "GPL-3.0-only", { linkage: "separate" })).toBe(true);
    expect(answers("MIT", "AGPL-3.0-only", { distribution: "hosted" })).toBeUndefined();
    expect(answers("MIT", "AGPL-3.0-only", { distribution: "hosted", modified: true })).toBe(false);
    expect(answers("MIT", "EUPL-1.2", { distribution: "hosted" })).toBe(false);
  });

  it("are asked of expressions: all of an AND, one of an OR, every licence under which ours is offered", () => {
    expect(answers("MIT", "MIT AND GPL-3.0-only")).toBe(false);
    expect(answers("MIT", "MIT OR GPL-3.0-only")).toBe(true);
    expect(answers("GPL-3.0-only OR MIT", "GPL-3.0-only")).toBe(false);
    expect(answers(undefined, "MIT")).toBe(true);
    expect(answers(undefined, "GPL-3.0-only")).toBeUndefined();
    expect(answers(undefined, "Apache-2.0")).toBeUndefined();
  });
});

describe("whatever the licences", () => {
  const id = fc.constantFrom(...licenseIds("active"), "NONE", "LicenseRef-X", "GPL-2.0-only WITH Classpath-exception-2.0");

  it("there is an answer with a reason and a source, a licence goes together with itself, and an OR is never worse than its branches", () => {
    fc.assert(
      fc.property(id, id, id, (outbound, inbound, other) => {
        const answer = compatibilityOf(outbound, inbound, shipped);
        expect(compatibilityReasons).toContain(answer.reason);
        expect(answer.source).not.toBe("");
        if (inbound !== "NONE" && inbound !== "LicenseRef-X") expect(answers(inbound, inbound)).not.toBe(false);
        const value = (compatible: boolean | undefined) => (compatible === true ? 2 : compatible === undefined ? 1 : 0);
        const [one, two] = [value(answers(outbound, inbound)), value(answers(outbound, other))];
        if (inbound === "NONE" || other === "NONE") return;
        expect(value(answers(outbound, `(${inbound}) OR (${other})`))).toBe(Math.max(one, two));
        expect(value(answers(outbound, `(${inbound}) AND (${other})`))).toBe(Math.min(one, two));
      }),
      { numRuns: 300 },
    );
  });
});

describe("an imported matrix", () => {
  const json = JSON.stringify({
    timestamp: "2026-05-01T00:00:00+0000",
    licenses: [
      {
        name: "MIT",
        compatibilities: [
          { name: "GPL-3.0-only", compatibility: "Check dependency", explanation: "…" },
          { name: "ISC", compatibility: "No" },
          { name: "MIT", compatibility: "Same" },
        ],
      },
    ],
  });

  it("answers for the pairs that it holds, and leaves the others to what is known", () => {
    const read = readMatrix(json);
    expect(read).toMatchObject({ pairs: 3, timestamp: "2026-05-01T00:00:00+0000" });
    const asked = (inbound: string) => compatibilityOf("MIT", inbound, shipped, read?.matrix);
    expect(asked("GPL-3.0-only")).toMatchObject({
      compatible: undefined,
      reason: "matrix",
      source: "imported matrix of 2026-05-01T00:00:00+0000",
    });
    expect(asked("ISC").compatible).toBe(false);
    expect(asked("AGPL-3.0-only")).toMatchObject({ compatible: false, reason: "whole-work" });
    expect(compatibilityOf("MIT", "ISC", { ...shipped, scope: "development" }, read?.matrix).compatible).toBe(true);
  });

  it("is read as the sequence, as the map and as the table; what is none of them is refused", () => {
    expect(readMatrix('{"MIT": {"ISC": "No"}}')?.matrix("mit", "isc")?.compatible).toBe(false);
    expect(readMatrix('Compatibility*,MIT,"ISC"\nMIT,Same,No\n')?.matrix("MIT", "ISC")?.compatible).toBe(false);
    expect(readMatrix('Compatibility*,MIT,"ISC"\nMIT,Same,No\n')?.matrix("ISC", "MIT")).toBeUndefined();
    for (const text of ["", "{", "[]", "{}", "<html>", '{"licenses": [1, {"name": 2}]}']) expect(readMatrix(text), text).toBeUndefined();
  });
});
