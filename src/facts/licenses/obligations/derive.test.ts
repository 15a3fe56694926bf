import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenseIds } from "#kit";
import { obligationsOf } from "./derive.ts";
import { distributionWays, linkages, type LicenseUsage } from "./usage.ts";

const shipped: LicenseUsage = { distribution: "distributed", scope: "production", place: "product", modified: false, linkage: "dynamic" };

function kinds(license: string, usage: Partial<LicenseUsage> = {}, which: "duties" | "all" = "duties"): string[] | undefined {
  const found = obligationsOf(license, { ...shipped, ...usage });
  return found?.filter((one) => which === "all" || !one.standing).map((one) => one.kind);
}

describe("usage decides what a licence asks", () => {
  it("of permissive licences: notices with every copy, nothing of a service", () => {
    expect(kinds("MIT")).toEqual(["attribution", "license-text"]);
    expect(kinds("MIT", { distribution: "browser" })).toEqual(["attribution", "license-text"]);
    expect(kinds("MIT", { distribution: "hosted" })).toEqual([]);
    expect(kinds("MIT", { distribution: "internal" })).toEqual([]);
    expect(kinds("0BSD")).toEqual([]);
    expect(kinds("Apache-2.0")).toEqual(["attribution", "license-text", "notice-file"]);
    expect(kinds("Apache-2.0", { modified: true })).toContain("change-notes");
    expect(kinds("BSD-4-Clause")).toContain("advertising");
    expect(kinds("BSD-3-Clause", {}, "all")).toContain("no-endorsement");
  });

  it("of the AGPL: source for people on the network only where we changed it, nothing of a build tool", () => {
    expect(kinds("AGPL-3.0-only", { distribution: "hosted" })).toEqual([]);
    expect(kinds("AGPL-3.0-only", { distribution: "hosted", modified: true })).toEqual(["network-source", "same-license"]);
    expect(kinds("AGPL-3.0-only", { distribution: "internal", modified: true })).toEqual([]);
    expect(kinds("AGPL-3.0-only", { scope: "development", modified: true })).toEqual([]);
    expect(kinds("AGPL-3.0-only", { place: "test" })).toEqual([]);
    expect(kinds("AGPL-3.0-only", { distribution: "browser" })).toEqual(["attribution", "license-text", "source", "same-license"]);
  });

  it("of licences that count online access as distribution: of a service what others ask of copies", () => {
    expect(kinds("EUPL-1.2", { distribution: "hosted" })).toEqual(["attribution", "license-text", "source", "same-license"]);
    expect(kinds("EUPL-1.2", { distribution: "internal" })).toEqual([]);
  });

  it("of the SSPL: of every service, changed or not", () => {
    expect(kinds("SSPL-1.0", { distribution: "hosted" })).toContain("network-source");
  });

  it("of licences that count external deployment: of every service, too, but not of the APSL and others that ask of changes only", () => {
    for (const id of ["OSL-3.0", "RPL-1.5", "CAL-1.0"]) {
      const asked = kinds(id, { distribution: "hosted" });
      expect(
        asked?.some((kind) => kind === "network-source" || kind === "source"),
        id,
      ).toBe(true);
      expect(kinds(id, { distribution: "internal" }), id).toEqual([]);
    }
    expect(kinds("APSL-2.0", { distribution: "hosted" })).toEqual([]);
    expect(kinds("APSL-2.0", { distribution: "hosted", modified: true })).toContain("network-source");
  });

  it("of the GPL: source with copies, the same licence for what is built with it, installation information in devices", () => {
    expect(kinds("GPL-3.0-only", { linkage: "static" })).toEqual(["attribution", "license-text", "source", "same-license"]);
    expect(kinds("GPL-3.0-only", { linkage: "separate" })).toEqual(["attribution", "license-text", "source"]);
    expect(kinds("GPL-3.0-only", { distribution: "embedded" })).toContain("installation-information");
    expect(kinds("GPL-2.0-only", { distribution: "embedded" })).not.toContain("installation-information");
    expect(kinds("GPL-3.0-only", { distribution: "source" })).not.toContain("source");
    expect(kinds("GPL-2.0-only WITH Classpath-exception-2.0")).not.toContain("same-license");
  });

  it("of the LGPL: relinking where it is linked statically", () => {
    expect(kinds("LGPL-2.1-only", { linkage: "static" })).toContain("relinking");
    expect(kinds("LGPL-2.1-only", { linkage: "dynamic" })).not.toContain("relinking");
    expect(kinds("LGPL-2.1-only")).toContain("source");
  });

  it("is unknown where nobody knows the licence, and names the clause where we know it", () => {
    expect(kinds("LicenseRef-Ours")).toBeUndefined();
    expect(kinds("NONE")).toBeUndefined();
    expect(kinds("LicenseRef-Ours", { scope: "development" })).toEqual([]);
    expect(obligationsOf("AGPL-3.0-or-later", { ...shipped, distribution: "hosted", modified: true })?.[0]).toMatchObject({
      source: "AGPL-3.0-or-later §13",
      license: "AGPL-3.0-or-later",
      confidence: 0.9,
    });
  });
});

describe("whatever the licence", () => {
  const usage = fc.record({
    distribution: fc.constantFrom(...distributionWays),
    scope: fc.constantFrom("production" as const, "optional" as const),
    place: fc.constant("product" as const),
    modified: fc.boolean(),
    linkage: fc.constantFrom(...linkages),
  });
  const license = fc.constantFrom(...licenseIds("active"));

  it("a change never takes a duty away, and what is for development only has none", () => {
    fc.assert(
      fc.property(license, usage, (id, use) => {
        const before = obligationsOf(id, { ...use, modified: false })?.map((one) => one.kind);
        const after = obligationsOf(id, { ...use, modified: true })?.map((one) => one.kind);
        expect(after === undefined).toBe(before === undefined);
        for (const kind of before ?? []) expect(after).toContain(kind);
        expect(obligationsOf(id, { ...use, scope: "development" })).toEqual([]);
      }),
    );
  });

  it("nobody who keeps it inside owes copies of anything", () => {
    fc.assert(
      fc.property(license, usage, (id, use) => {
        const inside = kinds(id, { ...use, distribution: "internal" }) ?? [];
        expect(inside.filter((kind) => kind !== "contract")).toEqual([]);
      }),
    );
  });
});
