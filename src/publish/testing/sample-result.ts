// A small result for tests: findings of every state and every kind of subject, over two repositories.
import { type Finding, type RuleTally, type Verdict } from "#policy";
import { policyAreas, type Rule } from "#program";
import type { ResultComponent, ResultObligation, ResultRepository, ResultUse, ScanResult } from "#scan";
import { sampleDeliveries } from "./sample-deliveries.ts";
import { sampleProgram } from "./sample-program.ts";

function component(purl: string, name: string, version: string, license: string | undefined): ResultComponent {
  const known =
    license === undefined
      ? { declared: [], notion: "none" as const }
      : { license, declared: [{ text: license, from: "lockfile", path: "package-lock.json" }], notion: "declared" as const };
  return { purl, type: purl.slice(4, purl.indexOf("/")), name, version, pinned: true, ...known };
}

const components: ResultComponent[] = [
  component("pkg:cargo/serde@1.0.228", "serde", "1.0.228", undefined),
  component("pkg:npm/%40scope/app-tools@3.0.0", "@scope/app-tools", "3.0.0", "MIT"),
  {
    ...component("pkg:npm/charts@12.4.0", "charts", "12.4.0", "SEE LICENSE IN LICENSE"),
    license: "LicenseRef-Charts",
    notion: "concluded",
  },
  component("pkg:npm/either@2.1.0", "either", "2.1.0", "MIT OR GPL-3.0-only"),
  component("pkg:npm/paged@1.26.4", "paged", "1.26.4", "AGPL-3.0-or-later"),
];

const APP = "pkg:npm/%40scope/app-tools@3.0.0";

function use(index: number, product: "shop" | "till", line: number, rest: Partial<ResultUse> = {}): ResultUse {
  const shop = product === "shop";
  const path = [components[index]?.purl ?? ""];
  return {
    component: index,
    repository: shop ? "shop-web" : "till",
    product,
    deliverable: shop ? "web" : "device",
    scope: "production",
    direct: true,
    manifests: [{ path: shop ? "package-lock.json" : "Cargo.lock", line }],
    path,
    ...rest,
  };
}

const uses: ResultUse[] = [
  use(0, "till", 10),
  use(1, "shop", 20),
  use(2, "shop", 30),
  use(3, "shop", 40, { direct: false, path: [APP, "pkg:npm/either@2.1.0"] }),
  use(4, "shop", 50, { direct: false, path: [APP, "pkg:npm/paged@1.26.4"] }),
];

function repository(id: string, product: string, entry: string): ResultRepository {
  return {
    id,
    kind: "git",
    commit: "0123456789abcdef0123456789abcdef01234567",
    origin: `git@github.com:muster/${id}.git`,
    products: [product],
    files: 12,
    entry,
    manifests: [],
    own: [],
    licenses: [],
    facts: { components: id === "till" ? 1 : 4, hasLicense: id === "till", ...(id === "till" ? { license: "Apache-2.0" } : {}) },
    evidence: {},
    checks: [
      { id: "license.present", outcome: id === "till" ? "pass" : "fail", score: id === "till" ? 10 : 0 },
      { id: "coc.contact", outcome: "not-applicable" },
      { id: "roadmap.present", outcome: "fail" },
      { id: "docker.pinned", outcome: "fail", value: 0.5, places: [{ path: "Dockerfile", line: 3, note: "node:24" }] },
      { id: "workflow.permissions", outcome: "error", why: "reader-failed" },
      { id: "dco.rate", outcome: "unknown", why: "needs-history" },
      { id: "branch.protected", outcome: "unknown", why: "needs-forge" },
    ],
  };
}

function duty(
  number: number,
  given: Partial<ResultObligation> & Pick<ResultObligation, "kind" | "license" | "components">,
): ResultObligation {
  return {
    id: `obligation:${String(number).padStart(16, "0")}`,
    product: "shop",
    deliverables: ["web"],
    trigger: "copies leave the house",
    source: `${given.license} §4`,
    confidence: 0.95,
    state: "open",
    ...given,
  };
}

const sampleObligations: readonly ResultObligation[] = [
  duty(1, { kind: "attribution", license: "MIT", components: [1, 3], state: "fulfilled", evidence: "shop.notices.html", owner: "shop" }),
  duty(2, { kind: "contract", license: "LicenseRef-Charts", components: [2], trigger: "it is used", confidence: 0.6, due: "2.0.0" }),
  duty(3, { kind: "patent", license: "AGPL-3.0-or-later", components: [4], trigger: "it is used", state: "standing" }),
  duty(4, { kind: "source", license: "AGPL-3.0-or-later", components: [4] }),
  duty(5, {
    kind: "unknown",
    license: "unknown",
    components: [0],
    product: "till",
    deliverables: ["device"],
    trigger: "it is used",
    source: "none",
    confidence: 0,
    state: "unknown",
  }),
];

const rules: readonly Rule[] = sampleProgram.policies.flatMap((policy) => policy.rules);

type Given = Pick<Finding, "outcome" | "subject"> & Partial<Finding>;

function finding(number: number, id: string, given: Given): Finding {
  const rule = rules.find((candidate) => candidate.id === id);
  return {
    id: `finding:${String(number).padStart(16, "0")}`,
    rule: id,
    area: rule?.area ?? "compliance",
    because: "matched",
    assurance: "deterministic",
    mode: rule?.mode ?? "enforce",
    facts: [],
    evidence: [],
    serves: { activities: rule?.serves ?? [], objectives: ["no-surprises"] },
    position: rule?.position ?? { file: "policies/compliance.md", line: 1, column: 1 },
    ...(rule?.lane ? { lane: rule.lane } : {}),
    ...given,
  };
}

const inventory = "inventory (lockfiles, manifests, SBOMs)";

function usage(product: "shop" | "till", purl: string, label: string): Finding["subject"] {
  return { kind: "usage", id: `usage:${product}/${product === "shop" ? "web" : "device"}/${purl}`, label, product };
}

const lock = (line: number) => [{ repository: "shop-web", path: "package-lock.json", line }];

export const sampleFindings: readonly Finding[] = [
  finding(1, "no-network-copyleft", {
    outcome: "deny",
    subject: usage("shop", "pkg:npm/paged", "paged 1.26.4"),
    facts: [
      { name: "license.strength", value: "network", from: "shipped licence knowledge" },
      { name: "use.scope", value: "production", from: inventory },
    ],
    license: { expression: "AGPL-3.0-or-later", notion: "declared", decisive: ["AGPL-3.0-or-later"] },
    evidence: lock(50),
  }),
  finding(2, "a-licence-there-must-be", {
    outcome: "review",
    because: "unknown",
    unknown: [{ fact: "component.license", reason: "missing" }],
    subject: usage("till", "pkg:cargo/serde", "serde 1.0.228"),
    facts: [{ name: "component.license", from: inventory }],
    evidence: [{ repository: "till", path: "Cargo.lock", line: 10 }],
  }),
  finding(3, "milder-branch", {
    outcome: "review",
    subject: usage("shop", "pkg:npm/either", "either 2.1.0"),
    facts: [{ name: "license.strength", value: "strong", from: "shipped licence knowledge" }],
    license: { expression: "MIT OR GPL-3.0-only", notion: "declared", chosen: "MIT", chosenBecause: "choice", decisive: ["MIT"] },
    evidence: lock(40),
    age: "overdue",
    due: "2026-10-01",
  }),
  finding(4, "default:compliance", {
    outcome: "review",
    because: "not-covered",
    subject: usage("shop", "pkg:npm/charts", "charts 12.4.0"),
    license: { expression: "LicenseRef-Charts", notion: "concluded", from: "licenses.yaml", decisive: ["LicenseRef-Charts"] },
    evidence: lock(30),
    waiver: { because: "The contract covers it.", owner: "web", expires: "2027-03-31", expired: false },
  }),
  finding(5, "owners", {
    outcome: "warn",
    subject: { kind: "repository", id: "repository:till", label: "till", product: "till" },
    facts: [{ name: "repository.hasCodeowners", value: false, from: "files at HEAD" }],
  }),
  finding(6, "tried-out", {
    outcome: "warn",
    subject: { kind: "repository", id: "repository:shop-web", label: "shop-web", product: "shop" },
  }),
  finding(7, "owners-of-products", {
    outcome: "review",
    subject: { kind: "product", id: "product:till", label: "Till", product: "till" },
    evidence: [{ path: "organization.yaml", line: 18 }],
  }),
];

function tally(rule: Rule): RuleTally {
  const mine = sampleFindings.filter((one) => one.rule === rule.id);
  const base = {
    rule: rule.id,
    area: rule.area,
    about: rule.about,
    subjects: 5,
    notMatched: 5 - mine.length,
    matched: mine.length,
    unknown: 0,
    reasons: {},
  };
  return rule.id === "branch-protected" ? { ...base, subjects: 2, notMatched: 0, unknown: 2, reasons: { "needs-forge": 2 } } : base;
}

const verdicts: Verdict[] = [
  { subject: "usage:till/device/pkg:cargo/serde", outcome: "unknown", counts: "review", findings: ["finding:0000000000000002"] },
  { subject: "repository:shop-web", outcome: "allow", counts: "allow", findings: [] },
  { subject: "repository:till", outcome: "warn", counts: "warn", findings: ["finding:0000000000000005"] },
];

export const sampleResult: ScanResult = {
  schema: "allmend.result/1",
  tool: { name: "allmend", version: "0.1.0", knowledge: "spdx-test" },
  now: "2026-11-23T00:00:00Z",
  inputs: {
    program: { location: sampleProgram.location, digest: sampleProgram.digest, packs: sampleProgram.packs },
    repositories: [{ id: "shop-web" }, { id: "till" }],
    imports: [],
  },
  program: sampleProgram,
  repositories: [repository("shop-web", "shop", "README.md"), repository("till", "till", "src/main.rs")],
  components,
  uses,
  compatibility: [
    {
      repository: "shop-web",
      product: "shop",
      outbound: "Apache-2.0",
      inbound: "AGPL-3.0-or-later",
      compatible: "no",
      reason: "whole-work",
      source: "our reading of the licences",
      confidence: 0.8,
      components: [4],
    },
  ],
  obligations: sampleObligations,
  vulnerabilities: [],
  suppliers: [],
  findings: sampleFindings,
  verdicts,
  rules: rules.map(tally),
  measures: [
    {
      measure: "consumption.open-source-share",
      version: 1,
      subject: "organization",
      value: 0.6,
      of: 5,
      detail: { components: 5, own: 0, unknownLicense: 1 },
    },
    {
      measure: "consumption.open-source-share",
      version: 1,
      subject: "product:shop",
      value: 0.75,
      of: 4,
      detail: { components: 4, own: 0, unknownLicense: 0 },
    },
    { measure: "consumption.open-source-share", version: 1, subject: "product:till", value: null, of: 0, reason: "nothing-to-measure" },
    { measure: "compliance.open-findings", version: 1, subject: "organization", value: 4, detail: { deny: 1, review: 2, warn: 1 } },
  ],
  communities: [],
  upstreams: { projects: [], cloneFirst: [] },
  deliveries: sampleDeliveries,
  coverage: {
    repositories: 2,
    repositoriesUnreadable: 0,
    manifests: 2,
    manifestsUnreadable: 1,
    components: 5,
    componentsWithLicense: 4,
    licenses: {
      known: [
        { from: "lockfile", components: 3 },
        { from: "curation", components: 1 },
      ],
      unknown: [{ type: "cargo", components: 1 }],
      texts: 0,
      differing: 0,
      online: false,
    },
    rulesAnswered: 6,
    rulesWithoutSubject: 0,
    rulesUnknown: [{ rule: "branch-protected", reasons: { "needs-forge": 2 } }],
  },
  summary: {
    uses: { allow: 2, warn: 0, review: 1, deny: 1, unknown: 1, waived: 1 },
    findings: { allow: 0, warn: 1, review: 3, deny: 1 },
    licenses: [
      { license: "AGPL-3.0-or-later", strength: "network", components: 1 },
      { license: "LicenseRef-Charts", strength: "proprietary", components: 1 },
      { license: "MIT", strength: "permissive", components: 1 },
      { license: "MIT OR GPL-3.0-only", strength: "permissive", components: 1 },
      { license: "unknown", strength: "unknown", components: 1 },
    ],
    ecosystems: [
      { type: "npm", components: 4 },
      { type: "cargo", components: 1 },
    ],
    areas: policyAreas.map((area) => {
      const policy = sampleProgram.policies.find((candidate) => candidate.area === area);
      return {
        area,
        state: policy?.state ?? "missing",
        rules: policy?.rules.length ?? 0,
        counts: { allow: 0, warn: 0, review: 0, deny: 0 },
        unknown: area === "code-management" ? 1 : 0,
        worst: policy ? ("allow" as const) : ("none" as const),
      };
    }),
    toDo: [1, 3, 7, 2, 5].map((number) => {
      const first = sampleFindings[number - 1] as Finding;
      const { rule, area, outcome, because, subject, id } = first;
      return { rule, area, outcome, because, count: 1, products: [subject.product ?? ""], examples: [subject.label], findings: [id] };
    }),
    gate: { failOn: "deny", failing: 1 },
  },
  problems: [
    {
      code: "lockfile-unreadable",
      severity: "error",
      file: "till:vendor/package-lock.json",
      line: 3,
      message: "Not JSON: a comma is missing.",
      hint: "Repair the file.",
    },
  ],
};

/** Nothing was found at all. */
export const emptyResult: ScanResult = {
  ...sampleResult,
  inputs: { ...sampleResult.inputs, repositories: [] },
  program: { ...sampleProgram, organization: { ...sampleProgram.organization, products: [] } },
  repositories: [],
  components: [],
  uses: [],
  compatibility: [],
  obligations: [],
  deliveries: [],
  findings: [],
  verdicts: [],
  rules: sampleResult.rules.map((tally) => ({ ...tally, subjects: 0, matched: 0, notMatched: 0, unknown: 0, reasons: {} })),
  coverage: {
    ...sampleResult.coverage,
    repositories: 0,
    manifests: 0,
    manifestsUnreadable: 0,
    components: 0,
    componentsWithLicense: 0,
    rulesAnswered: 0,
    rulesUnknown: [],
  },
  summary: {
    ...sampleResult.summary,
    uses: { allow: 0, warn: 0, review: 0, deny: 0, unknown: 0, waived: 0 },
    findings: { allow: 0, warn: 0, review: 0, deny: 0 },
    licenses: [],
    ecosystems: [],
    toDo: [],
    gate: { failOn: "deny", failing: 0 },
  },
  problems: [],
};
