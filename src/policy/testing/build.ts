// Small programs and subjects for tests.
import type { Facts, FactValue, Subject } from "#facts";
import type { Licenses, Policy, Program, Rule } from "#program";

export const NOW = "2026-11-23T12:00:00Z";
export const here = { file: "policies/compliance.md", line: 10, column: 7 };

export function ruleWith(id: string, when: string, decide: Rule["decide"], more: Partial<Rule> = {}): Rule {
  return {
    id,
    area: "compliance",
    about: "usage",
    when,
    whenPosition: here,
    decide,
    unknown: "review",
    statement: {},
    serves: [],
    examples: [],
    mode: "enforce",
    position: here,
    ...more,
  };
}

export function policyWith(rules: readonly Rule[], more: Partial<Policy> = {}): Policy {
  return {
    area: "compliance",
    title: {},
    state: "in-force",
    serves: [],
    default: { usage: "review" },
    rules,
    off: [],
    prose: {},
    position: here,
    ...more,
  };
}

export interface ProgramParts {
  readonly policies?: readonly Policy[];
  readonly licenses?: Partial<Licenses>;
  readonly strategy?: Program["strategy"];
  readonly records?: Program["records"];
  readonly parameters?: Program["organization"]["parameters"];
}

export function programWith(rules: readonly Rule[], parts: ProgramParts = {}): Program {
  return {
    location: "test",
    digest: "",
    packs: [],
    organization: {
      id: "seeland",
      name: "Seeland",
      languages: ["en"],
      domains: [],
      forges: [],
      units: [],
      teams: [],
      executives: [],
      boards: [],
      products: [],
      parameters: parts.parameters ?? {},
      position: here,
    },
    ...(parts.strategy ? { strategy: parts.strategy } : {}),
    policies: parts.policies ?? [policyWith(rules)],
    licenses: { categories: [], choices: [], curations: [], waivers: [], ...parts.licenses },
    records: parts.records ?? [],
  };
}

/** The rules about licences that most houses have. */
export const licenseRules: readonly Rule[] = [
  ruleWith("permissive", 'license.strength in ["permissive", "public-domain"]', "allow"),
  ruleWith("weak-unchanged", 'license.strength == "weak" && !use.modified', "allow"),
  ruleWith("strong-inside", 'license.strength == "strong" && deliverable.distribution in ["internal", "hosted"]', "allow"),
  ruleWith(
    "strong-leaving",
    'license.strength == "strong" && deliverable.distribution in ["browser", "distributed", "embedded", "source"] && use.scope != "development"',
    "review",
  ),
  ruleWith("network", 'license.strength == "network"', "deny"),
  ruleWith("no-licence", 'component.license == "NONE"', "deny"),
];

export interface UsageParts {
  readonly version?: string;
  readonly distribution?: string;
  readonly product?: string;
  readonly use?: Readonly<Record<string, FactValue>>;
  readonly component?: Readonly<Record<string, FactValue>>;
  readonly evidence?: Subject["evidence"];
  readonly more?: Facts;
}

/** One use of `pkg:npm/NAME` under a licence, in a deliverable that is distributed. */
export function usage(name: string, license: string | undefined, parts: UsageParts = {}): Subject {
  const version = parts.version ?? "1.0.0";
  const product = parts.product ?? "kit";
  return {
    kind: "usage",
    id: `usage:${product}/library/pkg:npm/${name}`,
    label: `${name} ${version}`,
    product,
    facts: {
      component: {
        purl: `pkg:npm/${name}@${version}`,
        type: "npm",
        name,
        version,
        ...(license === undefined ? {} : { license }),
        licenseNotion: license === undefined ? "none" : "declared",
        ...parts.component,
      },
      product: { id: product },
      deliverable: { id: "library", distribution: parts.distribution ?? "distributed" },
      use: { scope: "production", modified: false, direct: true, ...parts.use },
      ...parts.more,
    },
    ...(parts.evidence ? { evidence: parts.evidence } : {}),
  };
}
