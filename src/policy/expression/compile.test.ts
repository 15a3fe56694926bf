import { describe, expect, it } from "vitest";
import type { SubjectKind } from "#kit";
import { compileExpression } from "./compile.ts";
import { Unknown } from "./three-valued.ts";
import { cpuTime } from "../../../test/cpu-time.ts";

const parameters = { copyrightHolder: "Seeland", owners: ["a", "b"], least: 2 };

function faults(when: string, kind: SubjectKind = "usage") {
  return compileExpression(when, { kind, parameters, measures: new Set(["delivery.lead-time"]) }).faults;
}

/** Evaluates with facts by name; what is not given is missing. */
function ask(
  when: string,
  facts: Readonly<Record<string, unknown>> = {},
  kind: SubjectKind = "usage",
  now = Date.parse("2026-11-23T00:00:00Z"),
) {
  const { compiled, faults: found } = compileExpression(when, { kind, parameters });
  if (!compiled) throw new Error(found.map((fault) => fault.message).join(" "));
  return compiled.evaluate(
    compiled.reads.map(({ name }) => (Object.hasOwn(facts, name) ? facts[name] : new Unknown([{ fact: name, reason: "missing" }]))),
    now,
  );
}

describe("conditions of the example program", () => {
  it.each([
    [
      "contribution",
      'upstream.license.strength in ["permissive", "weak", "strong"] && contribution.identity == "ours" && contribution.signedOff == 1.0 && attested("nothing-confidential")',
    ],
    ["contribution", 'upstream.agreement == "required" && !registers.agreements.covers(contribution.person, upstream)'],
    ["repository", "repository.published && repository.maintainers < 2"],
    ["usage", 'license.strength == "weak" && !use.modified'],
    ["usage", 'component.license == "NONE"'],
    ["release", 'deliverable.distribution in ["browser", "source"] && !release.artifacts.exists(a, a.kind == "notices" && a.verified)'],
  ] as const)("%s: %s", (kind, when) => expect(faults(when, kind)).toEqual([]));
});

describe("mistakes", () => {
  it.each([
    ["usage", 'license.strenght == "permissive"', 8, "rule-unknown-fact", '"strength"'],
    ["usage", 'licence.strength == "weak"', 0, "rule-unknown-fact", '"license"'],
    ["usage", 'strength == "weak"', 0, "rule-unknown-fact", '"license.strength"'],
    ["contribution", 'upstream.licenseStrength == "weak"', 9, "rule-unknown-fact", '"license.strength"'],
    ["repository", 'repository.stars > "x"', 0, "rule-type", undefined],
    ["usage", "license.strength", 0, "rule-type", undefined],
    ["usage", "1 + 1", 0, "rule-type", undefined],
    ["usage", 'license == "MIT"', 0, "rule-type", "license.id"],
    ["usage", 'license.strength == "permisive"', 20, "rule-literal", '"permissive"'],
    ["usage", '"permisive" == license.strength', 0, "rule-literal", '"permissive"'],
    ["usage", 'license.strength != "permisive"', 20, "rule-literal", '"permissive"'],
    ["usage", 'license.strength in ["weak", "stong"]', 29, "rule-literal", '"strong"'],
    ["usage", '"hostng" in product.models', 0, "rule-literal", '"hosting"'],
    ["usage", 'product.models.exists(m, m == "hostng")', 30, "rule-literal", '"hosting"'],
    ["usage", 'product.models == ["hostng"]', 19, "rule-literal", '"hosting"'],
    ["release", 'release.artifacts.exists(a, a.knd == "notices")', 30, "rule-unknown-fact", '"kind"'],
    ["repository", 'organization.parameters.copyrigthHolder == "x"', 24, "rule-unknown-fact", '"copyrightHolder"'],
    ["usage", 'license.strength = "weak"', 17, "rule-syntax", "=="],
    ["usage", "use.modified and use.direct", 13, "rule-syntax", "&&"],
    ["usage", "", 0, "rule-syntax", undefined],
    ["usage", "use.modified &&", 15, "rule-syntax", undefined],
    ["usage", 'component.name.matches("(")', 23, "rule-pattern", "RE2"],
    ["usage", 'component.name.matches("(?:a?){1000}(?:b?){1000}(?:c?){1000}")', 23, "rule-pattern", "RE2"],
    ["usage", "component.name.matches(component.version)", 23, "rule-function", undefined],
    ["usage", 'component.name.startWith("x")', 15, "rule-function", '"startsWith"'],
    ["usage", 'starstWith(component.name, "x")', 0, "rule-function", undefined],
    ["usage", 'measure("delivery.lead-tim") > 1', 8, "rule-unknown-measure", '"delivery.lead-time"'],
    ["usage", 'attested("no spaces")', 9, "rule-function", undefined],
    ["usage", "component.name == null", 18, "rule-type", "has("],
    ["product", 'product.supportUntil < "2027-01-01"', 0, "rule-type", "timestamp("],
    ["product", 'timestamp("2027-02-30") < now', 0, "rule-type", "2026-07-01"],
    ["usage", "(".repeat(200), 32, "rule-too-large", undefined],
    ["usage", `${"1 + ".repeat(500)}1 == 1`, undefined, "rule-too-large", undefined],
    ["usage", "x".repeat(5000), undefined, "rule-too-large", undefined],
    ["usage", "use.path.all(a, use.path.all(b, use.path.all(c, a == b)))", 32, "rule-too-large", undefined],
  ] as const)("%s: %.60s", (kind, when, offset, code, hint) => {
    const [fault] = faults(when, kind);
    expect(fault).toMatchObject({ code, severity: "error" });
    if (offset !== undefined) expect(fault?.offset).toBe(offset);
    if (hint !== undefined) expect(fault?.hint).toContain(hint);
  });

  it("are all found at once, in order", () => {
    const found = faults('license.strenght == "x" && use.scop == "y" && product.criticality == "hihg" && component.name > 3');
    expect(found.map(({ offset, code }) => [offset, code])).toEqual([
      [8, "rule-unknown-fact"],
      [31, "rule-unknown-fact"],
      [69, "rule-literal"],
      [79, "rule-type"],
    ]);
  });

  it("an unset parameter is a warning: the rule stays and cannot answer", () => {
    const { compiled, faults: found } = compileExpression('organization.parameters.zone == "x"', { kind: "usage", parameters });
    expect(found).toMatchObject([{ severity: "warning", code: "rule-parameter-unset" }]);
    expect(compiled?.reads).toMatchObject([{ name: "organization.parameters.zone" }]);
  });
});

describe("values", () => {
  it.each([
    ["repository.maintainers < 2", { "repository.maintainers": 1 }, true],
    ["repository.maintainers < 2.5", { "repository.maintainers": 2 }, true],
    ["repository.actionsPinnedShare == 1", { "repository.actionsPinnedShare": 1 }, true],
    ["repository.maintainers in [1, 2.0]", { "repository.maintainers": 2 }, true],
    ["7 / 2 == 3 && -7 / 2 == -3 && 7 % 4 == 3 && 7.0 / 2 == 3.5", {}, true],
    ["size(repository.products) == 2 && repository.products[1] == 'b'", { "repository.products": ["a", "b"] }, true],
    ["repository.name.matches('^a+$') && !repository.name.matches('b')", { "repository.name": "aaa" }, true],
    ["glob(repository.id, 'group/*') && !glob(repository.id, '*') && glob(repository.id, '**')", { "repository.id": "group/api" }, true],
    [
      "repository.products.exists_one(p, p.startsWith('a')) && repository.products.filter(p, p != 'a') == ['b']",
      { "repository.products": ["a", "b"] },
      true,
    ],
    [
      "repository.products.map(p, size(p)) == [1, 2] && repository.products.join('-') == 'a-bc'",
      { "repository.products": ["a", "bc"] },
      true,
    ],
    [
      "daysSince('2026-11-20') == 3 && now > timestamp('2026-11-22T23:59:59Z') && now - duration('1d') == timestamp('2026-11-22')",
      {},
      true,
    ],
    [
      "repository.name.lowerAscii().contains('x') ? repository.files > 1 : repository.files > 5",
      { "repository.name": "X", "repository.files": 2 },
      true,
    ],
    [
      "organization.parameters.copyrightHolder in repository.copyrightHolders",
      { "organization.parameters.copyrightHolder": "S", "repository.copyrightHolders": ["S"] },
      true,
    ],
    ["'😀'.size() == 1 && 'a😀b'.substring(1, 2) == '😀' && 'a😀b'.indexOf('b') == 2", {}, true],
  ] as const)("%s", (when, facts, expected) => expect(ask(when, facts, "repository")).toBe(expected));

  it("what cannot be computed is not known, and only where it matters", () => {
    expect(ask("repository.files / 0 > 1", { "repository.files": 3 }, "repository")).toMatchObject({ facts: [{ reason: "error" }] });
    expect(ask("repository.files > 5 && repository.files / 0 > 1", { "repository.files": 3 }, "repository")).toBe(false);
    expect(ask("repository.products[7] == 'a'", { "repository.products": [] }, "repository")).toMatchObject({
      facts: [{ reason: "error" }],
    });
  });

  it("takes bounded time on hostile texts and lists", () => {
    const start = cpuTime();
    expect(ask("repository.name.matches('(a+)+$')", { "repository.name": `${"a".repeat(60_000)}!` }, "repository")).toBe(false);
    expect(ask(`glob(repository.name, '${"*a".repeat(100)}b')`, { "repository.name": "a".repeat(4000) }, "repository")).toBe(false);
    const long = Array.from({ length: 5000 }, (_, i) => `p${i}`);
    const nested = ask(
      "repository.products.all(a, repository.products.all(b, a != '' && b != ''))",
      { "repository.products": long },
      "repository",
    );
    expect(nested).toMatchObject({ facts: [{ reason: "error" }] });
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  it("makes no text without end, and knows nothing of what would be one", () => {
    const start = cpuTime();
    const facts = { "repository.name": "aaaa", "repository.products": ["aaaa"] };
    const growing = [
      `size(repository.name${'.replace("a", "aaaaaaaaaaaaaaaa")'.repeat(12)}) > 3`,
      `size(repository.name${'.replace("", repository.name)'.repeat(12)}) > 3`,
      `size(repository.products${".map(p, p+p+p+p+p+p+p+p)".repeat(12)}) > 3`,
      `repository.name.split("").all(x, repository.name${".split('').join(repository.name)".repeat(12)} != x)`,
      `repository.name.split("").all(x, repository.name.split("").all(y, glob(x + repository.name, "${"*a".repeat(1500)}")))`,
      `repository.name.matches("${"(?:(?:x|a)?){60}".repeat(15)}$")`,
    ];
    for (const when of growing) {
      const name = "a".repeat(when.includes("matches") ? 60_000 : when.includes("glob") ? 3000 : 4);
      expect(ask(when, { ...facts, "repository.name": name }, "repository"), when).toMatchObject({ facts: [{ reason: "error" }] });
    }
    expect(ask('repository.name.replace("a", "b") == "bbbb"', facts, "repository")).toBe(true);
    expect(ask('repository.name.replace("", "-") == "-a-a-a-a-"', facts, "repository")).toBe(true);
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  it("does not take what is too long to compare for something that does not fit", () => {
    const facts = { "repository.name": "a".repeat(70_000) };
    for (const when of ["glob(repository.name, '*')", "repository.name.matches('a')"]) {
      expect(ask(when, facts, "repository"), when).toMatchObject({ facts: [{ reason: "error" }] });
    }
  });
});

describe("what is not known", () => {
  it("names the facts that would decide, each once", () => {
    expect(ask('license.strength == "weak" && use.modified && license.strength != "strong"')).toMatchObject({
      facts: [
        { fact: "license.strength", reason: "missing" },
        { fact: "use.modified", reason: "missing" },
      ],
    });
    expect(ask('license.strength == "weak" && use.modified', { "license.strength": "weak" })).toMatchObject({
      facts: [{ fact: "use.modified" }],
    });
    expect(ask('license.strength == "weak" && use.modified', { "license.strength": "strong" })).toBe(false);
    expect(ask('use.modified && license.strength == "weak"', { "license.strength": "strong" })).toBe(false);
    expect(ask("use.modified || use.direct", { "use.direct": true })).toBe(true);
    expect(ask("use.direct || use.modified", { "use.direct": true })).toBe(true);
  });

  it('"unknown" in a closed set is no knowledge, unless it is asked for', () => {
    expect(ask('license.strength == "network"', { "license.strength": "unknown" })).toMatchObject({ facts: [{ reason: "undetermined" }] });
    expect(ask('license.strength != "network"', { "license.strength": "unknown" })).toMatchObject({ facts: [{ reason: "undetermined" }] });
    expect(ask('license.strength == "unknown"', { "license.strength": "unknown" })).toBe(true);
    expect(ask('license.strength == "unknown"')).toBe(true);
    expect(ask('license.strength in ["strong", "unknown"]')).toBe(true);
    expect(ask('license.strength == "unknown"', { "license.strength": "weak" })).toBe(false);
    expect(ask("has(license.strength)", { "license.strength": "unknown" })).toBe(false);
  });

  it("what is not applicable is like false, negated or not, and is no gap", () => {
    const nothing = new Unknown([{ fact: "x", reason: "not-applicable" }], false);
    const facts = { "repository.actionsPinnedShare": nothing, "repository.published": true };
    for (const when of [
      "repository.actionsPinnedShare < 1",
      "!(repository.actionsPinnedShare < 1)",
      "repository.files > 1 && repository.actionsPinnedShare < 1",
    ]) {
      expect(ask(when, facts, "repository")).toMatchObject({ applicable: false });
    }
    expect(ask("repository.published || repository.actionsPinnedShare < 1", facts, "repository")).toBe(true);
    expect(ask("repository.files > 1 || repository.actionsPinnedShare < 1", facts, "repository")).toMatchObject({ applicable: true });
  });

  it("one element of a list that decides is enough", () => {
    const artifacts = [{ kind: "notices" }, { kind: "sbom", verified: true }];
    expect(ask('release.artifacts.exists(a, a.kind == "sbom" && a.verified)', { "release.artifacts": artifacts }, "release")).toBe(true);
    expect(
      ask('release.artifacts.exists(a, a.kind == "notices" && a.verified)', { "release.artifacts": artifacts }, "release"),
    ).toMatchObject({
      facts: [{ fact: "release.artifacts.verified", reason: "missing" }],
    });
    expect(ask('release.artifacts.all(a, a.kind == "offer" && a.verified)', { "release.artifacts": artifacts }, "release")).toBe(false);
  });
});

describe("for the index", () => {
  it.each([
    ['license.strength == "weak" && use.modified', { "license.strength": ["weak"], "use.modified": [true] }],
    ['use.scope in ["production", "optional"] && !use.direct', { "use.scope": ["production", "optional"], "use.direct": [false] }],
    ['license.strength == "weak" || license.strength == "strong"', { "license.strength": ["weak", "strong"] }],
    ['license.strength == "weak" || use.modified', {}],
    ['!(license.strength == "weak")', {}],
    ['license.strength != "weak"', {}],
  ])("%s", (when, expected) => {
    const { compiled } = compileExpression(when, { kind: "usage" });
    const guards = compiled?.guards.map((guard) => [compiled.reads[guard.slot]?.name, [...guard.values]]);
    expect(Object.fromEntries(guards ?? [])).toEqual(expected);
  });
});
