import { describe, expect, it } from "vitest";
import type { ResultVulnerability, ScanResult } from "#scan";
import { sampleResult } from "../testing/sample-result.ts";
import { cycloneDxVex, openVex } from "./vex.ts";

const said = "This is not legal advice. Licence knowledge spdx-test.";

const used = sampleResult.uses.find((use) => use.product !== undefined);
const product = used?.product ?? "";
const component = used?.component ?? 0;

function withAnswers(answers: ResultVulnerability["affects"][number]["answers"]): ScanResult {
  const vulnerability: ResultVulnerability = {
    id: "CVE-2026-1111",
    aliases: ["GHSA-1"],
    severity: "high",
    score: 7.5,
    vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    sources: ["osv"],
    affects: [{ component, sure: true, open: false, openIn: [], answers }],
  };
  return { ...sampleResult, vulnerabilities: [vulnerability] };
}

const ours = {
  status: "not-affected",
  justification: "vulnerable-code-not-in-execute-path",
  by: "mk",
  at: "2026-11-25",
  own: true,
  product,
} as const;

describe("VEX out", () => {
  it("says what we answered, in OpenVEX", () => {
    expect(openVex(withAnswers([ours]), product, said)).toMatchObject({
      "@context": "https://openvex.dev/ns/v0.2.0",
      tooling: expect.stringContaining(said),
      statements: [
        {
          vulnerability: { name: "CVE-2026-1111", aliases: ["GHSA-1"] },
          timestamp: "2026-11-25T00:00:00Z",
          status: "not_affected",
          justification: "vulnerable_code_not_in_execute_path",
          products: [{ subcomponents: [{ "@id": sampleResult.components[component]?.purl }] }],
        },
      ],
    });
  });

  it("and in CycloneDX, with the names that it has", () => {
    expect(cycloneDxVex(withAnswers([ours]), product, said)).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { properties: [{ name: "allmend:remark", value: said }] },
      vulnerabilities: [
        {
          id: "CVE-2026-1111",
          ratings: [{ method: "CVSSv31", score: 7.5 }],
          analysis: { state: "not_affected", justification: "code_not_reachable" },
        },
      ],
    });
  });

  it("leaves answers of others, and of other products, to them", () => {
    const others = { ...ours, own: undefined } as const;
    const { own: _own, ...theirs } = others;
    expect(openVex(withAnswers([theirs, { ...ours, product: "another" }]), product, said)).toMatchObject({ statements: [] });
  });

  it("says what is on record since the run, also of what no imported file knows and of what is not in the product", () => {
    const purl = sampleResult.components[component]?.purl ?? "";
    const bare = purl.slice(0, purl.lastIndexOf("@"));
    const record = (id: string, subject: object, at = "2026-11-30T10:00:00Z") => ({
      kind: "vex",
      id,
      at,
      by: "mk",
      position: { file: "records/vex.jsonl", line: 1, column: 1 },
      data: { status: "not-affected", because: "not built in", subjects: [subject], source: "record" },
    });
    const records = [
      record("GHSA-1", { component: purl, product }),
      record("CVE-2026-2222", { product }),
      record("CVE-2026-3333", { component: "pkg:npm/absent" }),
      record("CVE-2026-4444", { product: "another" }),
      record("CVE-2026-6666", { component: bare, range: `${bare}@>=0`, product }),
      { ...record("CVE-2026-5555", { product }), data: { status: "not-affected", subjects: [{ product }], source: "openvex" } },
    ];
    const affected = { ...ours, status: "affected" } as const;
    const result = { ...withAnswers([affected]), program: { ...sampleResult.program, records } };
    expect(openVex(result, product, said)).toMatchObject({
      statements: [
        { vulnerability: { name: "CVE-2026-1111" }, status: "not_affected", products: [{ subcomponents: [{ "@id": purl }] }] },
        { vulnerability: { name: "CVE-2026-2222" }, products: [{ "@id": expect.stringContaining(product) }] },
        { vulnerability: { name: "CVE-2026-3333" }, products: [{ subcomponents: [{ "@id": "pkg:npm/absent" }] }] },
        { vulnerability: { name: "CVE-2026-6666" }, products: [{ subcomponents: [{ "@id": purl }] }] },
      ],
    });
  });

  it("takes the last answer, and always gives a reason where one is asked for", () => {
    const { justification: _none, ...bare } = ours;
    const later = { ...bare, status: "affected", at: "2026-11-26", because: "Update." } as const;
    expect(openVex(withAnswers([bare, later]), product, said)).toMatchObject({
      statements: [{ status: "affected", action_statement: "Update." }],
    });
    expect(openVex(withAnswers([bare]), product, said)).toMatchObject({ statements: [{ impact_statement: "Not affected." }] });
  });
});
