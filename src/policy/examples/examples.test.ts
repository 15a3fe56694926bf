import { describe, expect, it } from "vitest";
import type { Rule, RuleExample } from "#program";
import { here, policyWith, programWith, ruleWith, licenseRules } from "../testing/build.ts";
import { runExamples } from "./examples.ts";

function example(given: Readonly<Record<string, unknown>>, expected: RuleExample["expect"]): RuleExample {
  return { given, expect: expected, position: here };
}

/** Why the examples of one of the licence rules fail; undefined where they pass. */
function failures(rule: string, ...examples: readonly RuleExample[]): (string | undefined)[] {
  const rules = licenseRules.map((one): Rule => (one.id === rule ? { ...one, examples } : one));
  return runExamples(programWith(rules)).map(({ message }) => message);
}

describe("examples", () => {
  it("give what a reader would: a licence, and what matters; the rest is ordinary", () => {
    expect(
      failures("strong-leaving", example({ license: "GPL-3.0-only", deliverable: { distribution: "distributed" } }, "review")),
    ).toEqual([undefined]);
    expect(failures("network", example({ license: "AGPL-3.0-or-later" }, "deny"))).toEqual([undefined]);
    expect(failures("network", example({ license: { strength: "network" } }, "deny"))).toEqual([undefined]);
    expect(failures("permissive", example({ license: "MIT" }, "allow"))).toEqual([undefined]);
    expect(failures("no-licence", example({}, "review"), example({ license: "NONE" }, "deny"))).toEqual([undefined, undefined]);
  });

  it("say whose answer it is when it is another", () => {
    expect(failures("network", example({ license: "MIT" }, "deny"))[0]).toBe("Expected deny, and the policy says allow (permissive).");
    expect(failures("network", example({ license: "AGPL-3.0-only" }, "allow"))[0]).toBe(
      "Expected allow, and the policy says deny (network).",
    );
    expect(failures("permissive", example({ license: "EUPL-1.2", deliverable: { distribution: "device" } }, "allow"))[0]).toContain(
      "device",
    );
    expect(failures("weak-unchanged", example({ license: "MPL-2.0", use: { modified: true } }, "allow"))[0]).toContain(
      "the default answers",
    );
  });

  it("may show where the rule stops: part of its condition holds, or a choice of licence avoids it", () => {
    expect(failures("strong-leaving", example({ license: "GPL-3.0-only", deliverable: { distribution: "internal" } }, "allow"))).toEqual([
      undefined,
    ]);
    expect(
      failures("strong-leaving", example({ license: "MIT OR GPL-3.0-only", deliverable: { distribution: "distributed" } }, "allow")),
    ).toEqual([undefined]);
  });

  it("fail where they say nothing about their rule", () => {
    const [message] = failures("network", example({ license: "MIT" }, "allow"));
    expect(message).toBe(
      "The verdict is allow without this rule too (permissive), so the example says nothing about it. Move it to the rule that decides, or give facts on which this one does.",
    );
    expect(failures("weak-unchanged", example({ license: "MIT", use: { modified: true } }, "allow"))[0]).toContain("says nothing");
  });

  it("fail where another rule would say the same", () => {
    const twin = ruleWith("twin", 'license.id == "AGPL-3.0-only"', "deny", { examples: [example({ license: "AGPL-3.0-only" }, "deny")] });
    const [result] = runExamples(programWith([...licenseRules, twin]));
    expect(result).toMatchObject({
      rule: "twin",
      passed: false,
      got: "deny",
      expect: "deny",
      message: expect.stringContaining("without this rule too (network)"),
    });
  });

  it("of a pack stay valid where a rule of one's own says the same, and fail where it says otherwise", () => {
    const inPack = { position: { ...here, file: "pack:starter/policies/compliance.md" } };
    const packed = ruleWith("network", 'license.strength == "network"', "deny", {
      ...inPack,
      examples: [example({ license: "AGPL-3.0-only" }, "deny")],
    });
    const told = (own: Rule) => runExamples(programWith([packed, own])).map(({ message }) => message);
    expect(told(ruleWith("ours", 'license.strength == "network"', "deny"))).toEqual([undefined]);
    const gentle: Rule = { ...packed, decide: "review", examples: [example({ license: "AGPL-3.0-only" }, "review")] };
    expect(runExamples(programWith([gentle, ruleWith("ours", 'license.strength == "network"', "deny")]))[0]?.message).toContain(
      "Expected review, and the policy says deny (ours).",
    );
  });

  it("give attestations, measures, parameters, registers and moments", () => {
    const about = { about: "contribution" } as const;
    const rules = [
      ruleWith("free", 'contribution.kind == "code" && attested("not-secret")', "allow", {
        ...about,
        examples: [
          example({ contribution: { kind: "code" }, attested: ["not-secret"] }, "allow"),
          example({ contribution: { kind: "code" } }, "review"),
          example({ contribution: { kind: "code" }, attested: { "not-secret": false } }, "review"),
        ],
      }),
      ruleWith("cla", 'upstream.agreement == "required" && !registers.agreements.covers(contribution.person, upstream)', "deny", {
        ...about,
        examples: [
          example(
            {
              contribution: { person: "lb" },
              upstream: { project: "pkg:npm/x", agreement: "required" },
              registers: { agreements: { covers: false } },
            },
            "deny",
          ),
          example(
            {
              contribution: { person: "lb" },
              upstream: { project: "pkg:npm/x", agreement: "required" },
              registers: { agreements: { covers: true } },
            },
            "review",
          ),
        ],
      }),
      ruleWith("network", 'upstream.license.strength == "network"', "deny", {
        ...about,
        examples: [example({ license: "AGPL-3.0-only" }, "deny"), example({ upstream: { license: { strength: "network" } } }, "deny")],
      }),
      ruleWith("slow", 'measure("delivery.lead-time") > 10 && now > timestamp("2027-01-01")', "deny", {
        ...about,
        examples: [
          example({ measures: { "delivery.lead-time": 11 }, now: "2027-06-01" }, "deny"),
          example({ measures: { "delivery.lead-time": 11 } }, "review"),
        ],
      }),
    ];
    const results = runExamples(programWith([], { policies: [policyWith(rules, { default: { contribution: "review" } })] }));
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(9);
  });

  it("run whatever the state of policy and rule, and know nothing of waivers", () => {
    const rule: Rule = {
      ...(licenseRules[4] as Rule),
      mode: "shadow",
      validUntil: "2020-01-01",
      examples: [example({ license: "AGPL-3.0-only" }, "deny")],
    };
    const waivers = [
      { rule: "network", about: { component: "pkg:npm/x" }, because: "b", owner: "o", expires: "2030-01-01", position: here },
    ];
    const program = programWith([], { policies: [policyWith([rule], { state: "draft" })], licenses: { waivers } });
    expect(runExamples(program)).toMatchObject([{ passed: true, position: here, area: "compliance" }]);
  });

  it("pass with allow where nothing speaks against a repository", () => {
    const rule = ruleWith("readme", "!repository.hasReadme && !repository.empty", "warn", {
      about: "repository",
      examples: [
        example({ repository: { hasReadme: false, empty: false } }, "warn"),
        example({ repository: { hasReadme: false, empty: true } }, "allow"),
      ],
    });
    expect(runExamples(programWith([rule])).map(({ message }) => message)).toEqual([undefined, undefined]);
  });
});
