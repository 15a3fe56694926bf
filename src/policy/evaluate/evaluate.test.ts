import { describe, expect, it } from "vitest";
import type { Subject } from "#facts";
import type { Policy, Rule } from "#program";
import { here, licenseRules, NOW, policyWith, programWith, ruleWith, usage } from "../testing/build.ts";
import type { EvaluateOptions } from "./evaluate.ts";
import { house, judge, repository, told } from "../testing/judged.ts";

describe("licences", () => {
  it.each([
    ["MIT", "allow"],
    ["mit", "allow"],
    ["MIT OR GPL-3.0-only", "allow"],
    ["GPL-3.0", "review; strong-leaving review matched"],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "allow"],
    ["MIT AND GPL-3.0-only", "review; strong-leaving review matched"],
    ["MIT AND AGPL-3.0-only", "deny; network deny matched"],
    ["GPL-3.0-only AND AGPL-3.0-only", "deny; strong-leaving review matched; network deny matched"],
    ["AGPL-3.0-only OR GPL-3.0-only", "review; strong-leaving review matched"],
    ["NONE", "deny; no-licence deny matched"],
    [undefined, "unknown; no-licence review unknown"],
    ["", "unknown; no-licence review unknown"],
    ["NOASSERTION", "unknown; no-licence review unknown"],
    ["MIT AND NOASSERTION", "unknown; strong-leaving review unknown"],
    ["MIT OR NOASSERTION", "allow"],
    ["see LICENSE.txt", "unknown; strong-leaving review unknown"],
    ["LicenseRef-something", "unknown; network review unknown"],
  ])("%s", (license, expected) => expect(told(house, usage("x", license))).toBe(expected));

  it("records the branch that was taken, and the atoms that decide", () => {
    const [finding] = judge(house, [usage("x", "(MIT OR ISC) AND gpl-3.0")]).findings;
    expect(finding?.license).toEqual({
      expression: "(MIT OR ISC) AND GPL-3.0-only",
      notion: "declared",
      chosen: "MIT AND GPL-3.0-only",
      chosenBecause: "best",
      decisive: ["GPL-3.0-only"],
    });
    expect(finding?.facts).toContainEqual({ name: "license.strength", value: "strong", from: expect.any(String) });
    expect(finding?.facts).toContainEqual({ name: "deliverable.distribution", value: "distributed", from: expect.any(String) });
  });

  it("an atom that no rule speaks of is a gap, whatever stands beside it", () => {
    const program = programWith([ruleWith("permissive", 'license.strength == "permissive"', "allow")]);
    expect(told(program, usage("x", "MIT AND GPL-3.0-only"))).toBe("review; default:compliance review not-covered");
    expect(told(program, usage("x", "MIT OR GPL-3.0-only"))).toBe("allow");
    const [finding] = judge(program, [usage("x", "MIT AND GPL-3.0-only")]).findings;
    expect(finding?.license?.decisive).toEqual(["GPL-3.0-only"]);
  });

  it("a warning about something else does not fill a gap; a permission of the whole does", () => {
    const pinned = ruleWith("pinned", "!component.pinned", "warn");
    const ours = ruleWith("ours", 'component.name == "ours"', "allow");
    const loose = { component: { pinned: false } };
    expect(told(programWith([licenseRules[0] as Rule, pinned]), usage("x", "GPL-3.0-only", loose))).toBe(
      "review; pinned warn matched; default:compliance review not-covered",
    );
    expect(told(programWith([licenseRules[0] as Rule, ours]), usage("ours", "GPL-3.0-only"))).toBe("allow");
    expect(told(programWith([licenseRules[0] as Rule, ours, pinned]), usage("ours", "GPL-3.0-only", loose))).toBe(
      "warn; pinned warn matched",
    );
  });

  it("the organisation's categories come before shipped knowledge", () => {
    const categories = [
      { license: "LGPL-*", strength: "strong" as const, position: here },
      { license: "GPL-2.0", strength: "network" as const, position: here },
      { license: "LicenseRef-house", strength: "permissive" as const, position: here },
      { license: "*-with-nothing", strength: "network" as const, position: here },
    ];
    const program = programWith(licenseRules, { licenses: { categories } });
    expect(told(programWith(licenseRules), usage("x", "LGPL-2.1"))).toBe("allow");
    expect(told(program, usage("x", "LGPL-2.1"))).toBe("review; strong-leaving review matched");
    expect(told(program, usage("x", "LGPL-2.1-or-later WITH OpenJDK-assembly-exception-1.0"))).toContain("strong-leaving review");
    expect(told(program, usage("x", "GPL-2.0-only"))).toContain("network deny");
    expect(told(program, usage("x", "GPL-3.0-only"))).toContain("strong-leaving review");
    expect(told(program, usage("x", "LicenseRef-house"))).toBe("allow");
  });

  it("takes facts of licences from whoever knows them", () => {
    const licenseFacts = (atom: string) => (atom === "LicenseRef-x" ? { strength: "permissive" } : undefined);
    expect(told(house, usage("x", "LicenseRef-x"), { licenseFacts })).toBe("allow");
    expect(told(house, usage("x", "MIT"), { licenseFacts })).toContain("unknown");
  });
});

describe("curations", () => {
  const curation = { component: "pkg:npm/x@<2", declared: "ISC", concluded: "GPL-3.0-only", because: "the text says so", position: here };
  const program = programWith(licenseRules, { licenses: { curations: [curation] } });

  it("replace what the files declare, in their range", () => {
    const [finding] = judge(program, [usage("x", "isc")]).findings;
    expect(finding).toMatchObject({
      rule: "strong-leaving",
      license: { expression: "GPL-3.0-only", notion: "concluded", from: "licenses.yaml" },
    });
    expect(told(program, usage("x", "ISC", { version: "2.0.0" }))).toBe("allow");
    expect(told(program, usage("y", "ISC"))).toBe("allow");
  });

  it("stop, with a finding, when the files say something else", () => {
    expect(told(program, usage("x", "MIT"))).toBe("review; curation-changed review matched");
    expect(told(program, usage("x", undefined))).toContain("curation-changed");
  });

  it("of one version outlive silence: what was read from a cache may not be there today", () => {
    const exact = programWith(licenseRules, { licenses: { curations: [{ ...curation, component: "pkg:npm/x@1.0.0" }] } });
    expect(told(exact, usage("x", undefined, { version: "1.0.0" }))).toContain("strong-leaving");
    expect(told(exact, usage("x", "MIT", { version: "1.0.0" }))).toContain("curation-changed");
  });

  it("may fill in what nobody declared", () => {
    const filled = programWith(licenseRules, { licenses: { curations: [{ ...curation, declared: "NOASSERTION", concluded: "MIT" }] } });
    expect(told(filled, usage("x", undefined))).toBe("allow");
  });
});

describe("waivers", () => {
  const waiver = {
    rule: "strong-leaving",
    about: { component: "pkg:npm/x@<=1.5" },
    because: "its terms are met",
    owner: "team",
    expires: "2026-11-23",
    position: here,
  };
  const withWaiver = (more: object = {}) => programWith(licenseRules, { licenses: { waivers: [{ ...waiver, ...more }] } });
  const gpl = usage("x", "GPL-3.0-only");

  it("cover a finding, which stays and does not count, through their last day", () => {
    const { findings, verdicts } = judge(withWaiver(), [gpl]);
    expect(findings).toMatchObject([
      { rule: "strong-leaving", because: "matched", waiver: { owner: "team", expires: "2026-11-23", expired: false } },
    ]);
    expect(verdicts).toMatchObject([{ outcome: "allow", counts: "allow" }]);
  });

  it("bring it back when they have run out, marked", () => {
    const { findings, verdicts } = judge(withWaiver({ expires: "2026-11-22" }), [gpl]);
    expect(findings).toMatchObject([{ because: "waiver-expired", waiver: { expired: true } }]);
    expect(verdicts).toMatchObject([{ outcome: "review" }]);
  });

  it.each([
    [{ about: { component: "pkg:npm/x@<1" } }],
    [{ about: { component: "pkg:npm/y" } }],
    [{ about: { component: "pkg:npm/x", product: "other" } }],
    [{ about: { repository: "api" } }],
    [{ about: {} }],
    [{ rule: "network" }],
  ])("%j does not cover it", (more) => expect(judge(withWaiver(more), [gpl]).verdicts).toMatchObject([{ outcome: "review" }]));

  it("may be for a product, a repository, an upstream project; a renewal beats what ran out", () => {
    expect(judge(withWaiver({ about: { product: "kit" } }), [gpl]).verdicts).toMatchObject([{ outcome: "allow" }]);
    const rule = ruleWith("readme", "!repository.hasReadme", "warn", { about: "repository" });
    const waivers = [
      { ...waiver, rule: "readme", about: { repository: "a*" }, expires: "2026-01-01" },
      { ...waiver, rule: "readme", about: { repository: "api" }, expires: "2027-01-01" },
    ];
    const { findings } = judge(programWith([rule], { licenses: { waivers } }), [repository({ hasReadme: false })]);
    expect(findings).toMatchObject([{ because: "matched", waiver: { expires: "2027-01-01", expired: false } }]);
  });

  it("may be records; one without a day covers nothing", () => {
    const data = { rule: "strong-leaving", about: { component: "pkg:npm/x" }, because: "b", owner: "o", expires: "2027-01-01" };
    const record = { kind: "waiver", at: "2026-01-01T00:00:00Z", data, position: here };
    expect(judge(house, [gpl], { records: [record] }).verdicts).toMatchObject([{ outcome: "allow" }]);
    expect(judge(house, [gpl], { records: [{ ...record, data: { ...data, expires: undefined } }] }).verdicts).toMatchObject([
      { outcome: "review" },
    ]);
  });
});

describe("rules", () => {
  const about = { about: "repository" } as const;
  const told1 = (
    rules: readonly Rule[],
    facts: Readonly<Record<string, unknown>>,
    more: Partial<Policy> = {},
    options: Partial<EvaluateOptions> = {},
  ) => told(programWith([], { policies: [policyWith(rules, { default: {}, ...more })] }), repository(facts), options);

  it("answer by `unknown` what they do not know, with the reason", () => {
    const rule = ruleWith("stars", "repository.stars > 5", "deny", about);
    const { findings, tallies } = judge(programWith([], { policies: [policyWith([rule])] }), [repository({})]);
    expect(findings).toMatchObject([
      { outcome: "review", because: "unknown", unknown: [{ fact: "repository.stars", reason: "needs-forge" }] },
    ]);
    expect(tallies).toMatchObject([{ rule: "stars", subjects: 1, unknown: 1, reasons: { "needs-forge": 1 } }]);
    expect(told1([{ ...rule, unknown: "warn" }], {})).toBe("unknown; stars warn unknown");
  });

  it("`unknown: allow` is silence, never a permission", () => {
    const rule = ruleWith("stars", "component.licenseDiffers", "deny", { unknown: "allow" });
    expect(told(programWith([...licenseRules.slice(0, 1), rule]), usage("x", "GPL-3.0-only"))).toBe(
      "review; default:compliance review not-covered",
    );
  });

  it("that would allow are asked only where no other rule speaks", () => {
    const known = ruleWith("known", "repository.hasReadme", "allow", about);
    const starred = ruleWith("starred", "repository.stars > 5", "allow", about);
    expect(told1([known, starred], { hasReadme: true })).toBe("allow");
    expect(told1([known, starred], { hasReadme: false })).toBe("unknown; starred review unknown");
  });

  it("one gap in knowledge is told once, by the rule that is about it", () => {
    const { findings, tallies } = judge(house, [usage("x", undefined)]);
    expect(findings.map(({ rule }) => rule)).toEqual(["no-licence"]);
    expect(tallies.filter(({ unknown }) => unknown === 1)).toHaveLength(5);
  });

  it("the worst answer of those that apply counts", () => {
    const rules = [
      ruleWith("a", "true", "warn", about),
      ruleWith("b", "true", "allow", about),
      ruleWith("c", "repository.hasReadme", "deny", about),
    ];
    expect(told1(rules, { hasReadme: true })).toBe("deny; a warn matched; c deny matched");
    expect(told1(rules, { hasReadme: false })).toBe("warn; a warn matched");
    expect(told1([], {})).toBe("not-applicable");
  });

  it("what is not applicable gives no finding", () => {
    const rule = ruleWith("pins", "repository.actionsPinnedShare < 1", "warn", about);
    expect(told1([rule], { actions: 0 })).toBe("not-applicable");
    expect(told1([rule], { actions: 3 })).toBe("unknown; pins review unknown");
    expect(told1([rule], { actions: 3, actionsPinnedShare: 0.5 })).toBe("warn; pins warn matched");
  });

  it("a fact that does not have its type is not known", () => {
    const rule = ruleWith("files", "repository.files > 5", "warn", about);
    expect(told1([rule], { files: "many" })).toBe("unknown; files review unknown");
  });

  it("in shadow are told and do not count, nor do drafts; what is superseded or not valid is silent", () => {
    const rule = ruleWith("a", "true", "deny", about);
    expect(told1([{ ...rule, mode: "shadow" }], {})).toBe("not-applicable; a deny matched shadow");
    for (const state of ["draft", "consultation", "approved"] as const)
      expect(told1([rule], {}, { state })).toBe("not-applicable; a deny matched shadow");
    expect(told1([rule], {}, { state: "approved", inForce: "2026-11-23" })).toBe("deny; a deny matched");
    expect(told1([rule], {}, { state: "in-force", inForce: "2026-11-24" })).toBe("not-applicable; a deny matched shadow");
    expect(told1([rule], {}, { state: "review-due" })).toBe("deny; a deny matched");
    expect(told1([rule], {}, { state: "superseded" })).toBe("not-applicable");
    expect(told1([{ ...rule, validFrom: "2026-11-24" }], {})).toBe("not-applicable");
    expect(told1([{ ...rule, validUntil: "2026-11-22" }], {})).toBe("not-applicable");
    expect(told1([{ ...rule, validFrom: "2026-11-23", validUntil: "2026-11-23" }], {})).toBe("deny; a deny matched");
  });

  it("in shadow do not fill gaps for those that count", () => {
    const program = programWith([ruleWith("gpl", 'license.strength == "strong"', "allow", { mode: "shadow" }), licenseRules[0] as Rule]);
    expect(told(program, usage("x", "GPL-3.0-only"))).toBe("review; default:compliance review not-covered");
  });

  it("ask people for what only they can say", () => {
    const rule = ruleWith("asked", '!attested("clean-room")', "deny", { ...about, assurance: "attested" });
    const answer = (value: boolean, at = "2026-11-01T00:00:00Z") => ({
      kind: "attestation",
      at,
      subject: "repository:api",
      id: "clean-room",
      data: { value },
      position: here,
    });
    expect(told1([rule], {})).toBe("unknown; asked review attestation");
    expect(told1([rule], {}, {}, { records: [answer(true)] })).toBe("not-applicable");
    expect(told1([rule], {}, {}, { records: [answer(true), answer(false, "2026-11-02T00:00:00Z")] })).toBe("deny; asked deny matched");
    expect(told1([rule], {}, {}, { records: [answer(true, "2026-12-01T00:00:00Z")] })).toBe("unknown; asked review attestation");
    expect(told1([rule], {}, {}, { records: [answer(true, `${NOW.slice(0, 10)}T23:00:00Z`)] })).toBe("not-applicable");
    const [finding] = judge(programWith([rule]), [repository({})]).findings;
    expect(finding?.unknown).toEqual([{ fact: "attested:clean-room", reason: "needs-person" }]);
  });

  it("ask registers and measures where there are any", () => {
    const rules = [
      ruleWith("cla", 'upstream.agreement == "required" && !registers.agreements.covers(contribution.person, upstream)', "review", {
        about: "contribution",
      }),
      ruleWith("slow", 'measure("delivery.lead-time") > 86400', "warn", { about: "contribution" }),
    ];
    const program = programWith(rules, { policies: [policyWith(rules, { default: {} })] });
    const subject: Subject = {
      kind: "contribution",
      id: "contribution:1",
      label: "1",
      facts: { contribution: { person: "lb" }, upstream: { project: "pkg:npm/x", agreement: "required" } },
    };
    expect(told(program, subject)).toBe("unknown; cla review unknown; slow review unknown");
    const agreements = { covers: (person: string, project: string) => person === "lb" && project === "pkg:npm/x" };
    expect(told(program, subject, { registers: { agreements }, measure: () => 100_000 })).toBe("warn; slow warn matched");
  });

  it("read parameters of the program", () => {
    const rule = ruleWith("holder", "!(organization.parameters.holder in repository.copyrightHolders)", "warn", about);
    const program = programWith([], { policies: [policyWith([rule], { default: {} })], parameters: { holder: "Seeland" } });
    expect(told(program, repository({ copyrightHolders: ["Seeland"] }))).toBe("not-applicable");
    expect(told(program, repository({ copyrightHolders: ["Other"] }))).toBe("warn; holder warn matched");
  });

  it("that cannot be compiled stop the run: nothing is passed over", () => {
    expect(() => judge(programWith([ruleWith("a", "license.strenght == 1", "deny")]), [])).toThrow(/license\.strenght/);
  });
});
