import { describe, expect, it } from "vitest";
import { exceptionIdList, licenseIds } from "#kit";
import { exceptionGroups } from "./curated/exceptions.ts";
import { buildRows } from "./generate/build.ts";
import { findDifferences, formatDifferences } from "./generate/differences.ts";
import { expandIds } from "./generate/patterns.ts";
import { readSources } from "./generate/sources.ts";
import { knowledgeOf, knowledgeVersion } from "./knowledge.ts";
import { propertySources } from "./properties.ts";

describe("knowledge", () => {
  it.each([
    ["MIT", "permissive"],
    ["apache-2.0", "permissive"],
    ["LGPL-2.1+", "weak"],
    ["MPL-2.0", "weak"],
    ["EPL-2.0", "weak"],
    ["GPL-2.0", "strong"],
    ["EUPL-1.2", "strong"],
    ["AGPL-3.0-or-later", "network"],
    ["SSPL-1.0", "network"],
    ["CC0-1.0", "public-domain"],
    ["BUSL-1.1", "proprietary"],
    ["CC-BY-NC-SA-4.0", "proprietary"],
    ["NONE", "none"],
    ["NOASSERTION", "unknown"],
    ["LicenseRef-Proprietary", "proprietary"],
    ["LicenseRef-else", "unknown"],
    ["no such thing", "unknown"],
    ["GPL-2.0-with-classpath-exception", "weak"],
    ["GPL-3.0-only WITH GCC-exception-3.1", "weak"],
    ["GPL-2.0-only WITH openvpn-openssl-exception", "strong"],
    ["Apache-2.0 WITH LLVM-exception", "permissive"],
    ["GPL-2.0-only WITH AdditionRef-mine", "strong"],
  ])("%s is %s", (id, strength) => expect(knowledgeOf(id).strength).toBe(strength));

  it("keeps what is asked besides", () => {
    expect(knowledgeOf("EUPL-1.2").properties).toContain("network-is-distribution");
    expect(knowledgeOf("EUPL-1.2").properties).not.toContain("network-clause");
    expect(knowledgeOf("CC-BY-NC-SA-4.0").properties).toEqual(expect.arrayContaining(["non-commercial", "share-alike"]));
    expect(knowledgeOf("BSD-4-Clause").properties).toContain("advertising");
    expect(knowledgeOf("Apache-2.0").properties).toEqual(expect.arrayContaining(["notice-file", "change-notes", "patent-grant"]));
    expect(knowledgeOf("MIT-0").properties).not.toContain("notice");
    expect(knowledgeOf("GPL-2.0")).toMatchObject({ id: "GPL-2.0", deprecated: true, osiApproved: true });
  });

  it("says of each property where it is from and how sure that is", () => {
    for (const id of licenseIds("active")) {
      const { properties, grounds } = knowledgeOf(id);
      expect(
        grounds.map(({ property }) => property),
        id,
      ).toEqual(properties);
      for (const { confidence, source } of grounds) expect(confidence >= 0.8 && source in propertySources, id).toBe(true);
    }
    expect(knowledgeOf("MIT").grounds).toEqual([{ property: "notice", source: "several", confidence: 0.95 }]);
    expect(knowledgeOf("GPL-2.0-only WITH Classpath-exception-2.0").grounds.at(-1)).toMatchObject({
      property: "linking-allowed",
      source: "curated",
    });
  });

  it("says what triggers a network clause", () => {
    expect(knowledgeOf("AGPL-3.0-only").networkTrigger).toBe("modified-version");
    expect(knowledgeOf("OSL-3.0").networkTrigger).toBe("any-deployment");
    expect(knowledgeOf("EUPL-1.2").networkTrigger).toBe("any-deployment");
    expect(knowledgeOf("SSPL-1.0").networkTrigger).toBe("service");
    expect(knowledgeOf("GPL-3.0-only").networkTrigger).toBeUndefined();
    for (const id of licenseIds("active")) {
      const { strength, networkTrigger } = knowledgeOf(id);
      if (strength === "network") expect(networkTrigger, id).toBeDefined();
    }
  });

  it("knows every exception of the list, and none that takes away", () => {
    const rank = ["public-domain", "permissive", "weak", "strong", "network"];
    for (const exception of exceptionIdList()) {
      const one = knowledgeOf(`GPL-2.0-only WITH ${exception}`);
      expect(one.source, exception).toBe("curated");
      expect(rank.indexOf(one.strength), exception).toBeLessThanOrEqual(rank.indexOf("strong"));
    }
  });

  it("classifies the SPDX list, each answer with source and confidence", () => {
    const known = licenseIds("active").map((id) => knowledgeOf(id));
    expect(known.filter(({ strength }) => strength !== "unknown").length / known.length).toBeGreaterThanOrEqual(0.97);
    for (const one of known) expect(one.confidence > 0 && one.source !== "none" && one.name !== "", one.id).toBe(true);
    for (const id of licenseIds("deprecated")) if (id !== "Net-SNMP") expect(knowledgeOf(id).strength, id).not.toBe("unknown");
    for (const group of exceptionGroups) expandIds(group.ids, exceptionIdList());
    expect(knowledgeVersion).toMatch(/^spdx-\d/);
  });

  it("was generated from what lies beside it, and gives a reason for each departure from a published list", () => {
    const sources = readSources();
    const rows = buildRows(sources);
    for (const row of rows)
      expect(knowledgeOf(row.id)).toMatchObject({ strength: row.strength, properties: row.properties, confidence: row.confidence });
    expect(formatDifferences(findDifferences(rows, sources), licenseIds("active"))).toContain("EUPL-1.2");
    const named = findDifferences(rows, sources).map(({ from }) => from);
    expect(new Set(named)).toEqual(new Set(["blueoak", "spdx-copyleft", "choosealicense", "fsf"])); // with the Open Source Initiative there is none
  });
});
