import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const document = {
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://example.org/vex/1",
  author: "Security team",
  timestamp: "2026-05-01T10:00:00.123456+02:00",
  version: 1,
  statements: [
    {
      vulnerability: { name: "CVE-2026-1111", aliases: ["GHSA-1"] },
      products: [{ "@id": "pkg:npm/our-app@1.0.0", subcomponents: [{ "@id": "pkg:npm/left@1.0.0" }] }],
      status: "not_affected",
      justification: "vulnerable_code_not_in_execute_path",
      impact_statement: "We never call it.",
    },
    { vulnerability: "CVE-2026-2222", products: ["pkg:npm/right@2.0.0"], status: "under_investigation" },
    { vulnerability: { name: "CVE-2026-3333" }, products: [{ "@id": "pkg:npm/x" }], status: "maybe" },
  ],
};

describe("OpenVEX", () => {
  it("gives statements with who says so, when and why; what is not understood is counted", async () => {
    const { statements } = await imported("openvex", document);
    expect(statements).toMatchObject([
      {
        id: "CVE-2026-1111",
        aliases: ["GHSA-1"],
        status: "not-affected",
        justification: "vulnerable-code-not-in-execute-path",
        because: "We never call it.",
        by: "Security team",
        at: "2026-05-01T08:00:00Z",
        subjects: [{ product: "pkg:npm/our-app@1.0.0", component: "pkg:npm/left@1.0.0" }],
      },
      { status: "under-investigation", subjects: [{ component: "pkg:npm/right@2.0.0" }, { product: "pkg:npm/right@2.0.0" }] },
    ]);
    const { counts, origin } = await reading("openvex", document);
    expect(counts).toMatchObject({ read: 3, taken: 2, notUnderstood: { 'a statement has the status "maybe"': 1 } });
    expect(origin.replaces).toBe("https://example.org/vex/1");
  });

  it("refuses other documents", async () => {
    await expect(reading("openvex", { statements: [] })).rejects.toThrow("Not OpenVEX");
  });
});
