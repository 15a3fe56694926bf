// A small program for tests: two products, a strategy, three policies with rules of every kind.
import type { Policy, PolicyArea, Position, Program, Rule } from "#program";

const at = (file: string, line: number): Position => ({ file, line, column: 1 });

function rule(
  area: PolicyArea,
  id: string,
  line: number,
  rest: Partial<Rule> & Pick<Rule, "about" | "when" | "decide" | "statement">,
): Rule {
  const position = at(`policies/${area}.md`, line);
  return {
    id,
    area,
    unknown: "review",
    serves: ["keep-licences"],
    assurance: "deterministic",
    examples: [],
    mode: "enforce",
    whenPosition: position,
    position,
    ...rest,
  };
}

function policy(area: PolicyArea, rules: readonly Rule[], rest: Partial<Policy> = {}): Policy {
  const position = at(`policies/${area}.md`, 1);
  return {
    area,
    title: { en: area, de: area },
    state: "in-force",
    serves: ["keep-licences"],
    default: {},
    rules,
    off: [],
    prose: {},
    position,
    ...rest,
  };
}

const compliance = policy(
  "compliance",
  [
    rule("compliance", "no-network-copyleft", 12, {
      about: "usage",
      when: 'license.strength == "network" && use.scope != "development"',
      decide: "deny",
      statement: {
        en: "Licences with a **network clause**, such as the [AGPL](https://spdx.org/licenses/AGPL-3.0-only), are not used. It would bind us.",
        de: "Lizenzen mit **Netzwerkklausel** wie die AGPL verwenden wir nicht. Das würde uns binden.",
      },
      remedy: { en: "Choose an alternative, or ask for an exception.", de: "Eine Alternative wählen oder eine Ausnahme verlangen." },
      lane: "legal",
      examples: [
        { given: { license: "AGPL-3.0-only", use: { scope: "production" } }, expect: "deny", position: at("policies/compliance.md", 20) },
      ],
    }),
    rule("compliance", "a-licence-there-must-be", 30, {
      about: "usage",
      when: 'component.license == "NONE"',
      decide: "deny",
      statement: { en: "Code without a licence is not ours to use.", de: "Code ohne Lizenz dürfen wir nicht verwenden." },
      remedy: { en: "Find out the licence.", de: "Die Lizenz herausfinden." },
    }),
    rule("compliance", "milder-branch", 40, {
      about: "usage",
      when: 'license.strength == "strong"',
      decide: "review",
      statement: { en: "Strong copyleft is looked at first.", de: "Starkes Copyleft sieht zuerst jemand an." },
    }),
  ],
  { default: { usage: "review" } },
);

const codeManagement = policy("code-management", [
  rule("code-management", "owners", 10, {
    about: "repository",
    when: "!repository.hasCodeowners",
    decide: "warn",
    statement: { en: "Every repository names who answers for it.", de: "Jedes Repository nennt, wer dafür einsteht." },
    remedy: { en: "Add a CODEOWNERS file.", de: "Eine Datei CODEOWNERS anlegen." },
    serves: ["keep-alive"],
  }),
  rule("code-management", "branch-protected", 20, {
    about: "repository",
    when: "!repository.branchProtected",
    decide: "warn",
    statement: { en: "The main branch is protected.", de: "Der Hauptzweig ist geschützt." },
    serves: ["keep-alive"],
  }),
  rule("code-management", "tried-out", 30, {
    about: "repository",
    when: "repository.files > 10000",
    decide: "warn",
    mode: "shadow",
    statement: { en: "Repositories stay small.", de: "Repositorys bleiben klein." },
  }),
]);

const executive = policy(
  "executive-engagement",
  [
    rule("executive-engagement", "owners-of-products", 8, {
      about: "product",
      when: 'product.owner == ""',
      decide: "review",
      statement: { en: "Every product has an owner.", de: "Jedes Produkt hat jemanden, dem es gehört." },
    }),
  ],
  { state: "draft" },
);

export const sampleProgram: Program = {
  location: "allmend",
  digest: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  packs: ["starter@1"],
  organization: {
    id: "muster",
    name: "Muster & Söhne",
    languages: ["en", "de"],
    domains: [],
    forges: [],
    units: [],
    teams: [],
    executives: [],
    boards: [],
    products: [
      {
        id: "shop",
        name: { en: "Shop", de: "Laden" },
        owner: "web",
        criticality: "high",
        models: [],
        deliverables: [{ id: "web", distribution: "browser", repositories: ["shop-*"] }],
        position: at("organization.yaml", 9),
      },
      {
        id: "till",
        name: { en: "Till", de: "Kasse" },
        criticality: "unknown",
        models: [],
        deliverables: [{ id: "device", distribution: "embedded", repositories: ["till"] }],
        position: at("organization.yaml", 18),
      },
    ],
    parameters: {},
    position: at("organization.yaml", 1),
  },
  strategy: {
    title: { en: "Strategy" },
    version: "1",
    state: "in-force",
    objectives: [
      {
        id: "no-surprises",
        statement: { en: "No licence surprises us", de: "Keine Lizenz überrascht uns" },
        keyResults: [],
        position: at("strategy.md", 4),
      },
      {
        id: "loose",
        statement: { en: "Nobody works for this one", de: "Dafür arbeitet niemand" },
        keyResults: [],
        position: at("strategy.md", 8),
      },
    ],
    activities: [
      {
        id: "keep-licences",
        title: { en: "Keep the terms", de: "Die Bedingungen einhalten" },
        kind: "govern",
        serves: { "no-surprises": 3 },
        position: at("strategy.md", 12),
      },
      {
        id: "keep-alive",
        title: { en: "Keep code alive", de: "Code am Leben halten" },
        kind: "consume",
        serves: { "no-surprises": 1 },
        position: at("strategy.md", 14),
      },
    ],
    upstreams: [],
    prose: {},
    words: 0,
    position: at("strategy.md", 1),
  },
  policies: [compliance, codeManagement, executive],
  licenses: {
    categories: [],
    choices: [],
    curations: [
      {
        component: "pkg:npm/charts@>=12",
        concluded: "LicenseRef-Charts",
        because: "Commercial terms; the contract is with procurement.",
        by: "legal",
        on: "2026-09-02",
        position: at("licenses.yaml", 3),
      },
    ],
    waivers: [],
  },
  records: [],
};
