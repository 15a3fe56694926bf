import { describe, expect, it } from "vitest";
import { ProblemList } from "../read/problems.ts";
import { readAffiliations } from "./affiliations.ts";
import { contextOf } from "./layer.ts";

function read(text: string) {
  const problems = new ProblemList();
  const context = contextOf({ prefix: "", languages: ["en"], parameters: new Map(), problems });
  const affiliations = readAffiliations(new Map([["affiliations.yaml", text]]), context);
  return { affiliations, told: problems.sorted().map(({ line, code, message }) => `${line} ${code}: ${message}`) };
}

describe("affiliations.yaml", () => {
  it("gives domains and addresses in lower case", () => {
    const { affiliations, told } = read(`
organizations:
  bolt: { name: Bolt, domains: [Bolt.IO] }
people:
  - { addresses: [Ada@Gmail.com], organization: bolt, from: 2025-01-01 }
bots: [Acme Builder]
`);
    expect(told).toEqual([]);
    expect(affiliations).toEqual({
      organizations: [{ id: "bolt", name: "Bolt", domains: ["bolt.io"], ours: false }],
      people: [{ addresses: ["ada@gmail.com"], organization: "bolt", from: "2025-01-01" }],
      personal: [],
      bots: ["acme builder"],
    });
  });

  it("says where an organisation is unknown, a span ends before it begins, an address is none", () => {
    const { told } = read(`organizations:
  bolt: { name: Bolt }
people:
  - { addresses: [a@b.org], organization: blot }
  - { addresses: [a@b.org], organization: us, from: 2025-02-01, until: 2025-01-01 }
  - { addresses: [nobody], organization: us }
`);
    expect(told).toEqual([
      expect.stringMatching(/^4 unknown-reference: There is no organisation "blot"/),
      expect.stringMatching(/^5 contradiction: It ends on 2025-01-01/),
      expect.stringMatching(/^6 /),
    ]);
  });
});
