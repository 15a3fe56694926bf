import { describe, expect, it } from "vitest";
import { knowledgeOf } from "#facts";
import { licenseIds, type Strength } from "#kit";
import { shippedFacts, withCategories } from "./license-facts.ts";

const here = { file: "licenses.yaml", line: 1, column: 1 };
const lgpl = [...licenseIds("active"), ...licenseIds("deprecated")].filter((id) => id.startsWith("LGPL-"));
const category = (license: string, strength: Strength) => ({ license, strength, position: here });

/** What three published policies make of the same licences (domain.md 7.4). */
const policies: Readonly<Record<string, readonly ReturnType<typeof category>[]>> = {
  "one for which it is weak": [category("LGPL-*", "weak"), category("AGPL-*", "network")],
  "one for which it is strong": [category("LGPL-*", "strong"), category("MPL-*", "weak")],
  "one for which it is forbidden": [category("LGPL-*", "proprietary"), category("WTFPL", "proprietary")],
};

describe("an organisation's categories", () => {
  it.each(Object.entries(policies))("%s", (_, categories) => {
    const before = lgpl.map((id) => knowledgeOf(id));
    const lookup = withCategories(categories, shippedFacts);
    const own = categories[0]?.strength;
    for (const id of [...lgpl, "LGPL-2.1+", "lgpl-3.0", "LGPL-2.1-only WITH OCaml-LGPL-linking-exception"])
      expect(lookup(id)?.["strength"], id).toBe(own);
    // What the licence asks stays what it is; only the word of the organisation is another.
    for (const id of lgpl) expect(lookup(id)?.["properties"], id).toEqual(shippedFacts(id)["properties"]);
    expect(lgpl.map((id) => knowledgeOf(id))).toEqual(before);
    expect(lookup("GPL-3.0-only")?.["strength"]).toBe("strong");
    expect(lookup("LGPLLR")?.["strength"]).toBe("weak"); // another licence, whose name only begins alike
  });

  it("leaves online access of the EUPL a property, and no reason to deny", () => {
    const eupl = withCategories([], shippedFacts)("EUPL-1.2");
    expect(eupl).toMatchObject({ strength: "strong", osiApproved: true });
    expect(eupl?.["properties"]).toContain("network-is-distribution");
    expect(withCategories([category("EUPL-*", "weak")], shippedFacts)("EUPL-1.2")?.["strength"]).toBe("weak");
  });
});
