// Fifty rules about uses as an organisation writes them: licences, versions, sources, names, owners.
import type { Outcome, Policy, PolicyArea, Program, Rule } from "#program";

type Line = readonly [id: string, decide: Outcome, when: string];

const distributed = 'deliverable.distribution in ["browser", "distributed", "embedded", "source"]';

const compliance: readonly Line[] = [
  ["permissive", "allow", 'license.strength in ["permissive", "public-domain"]'],
  ["weak-unchanged", "allow", 'license.strength == "weak" && !use.modified'],
  ["weak-changed", "review", 'license.strength == "weak" && use.modified'],
  ["strong-inside", "allow", 'license.strength == "strong" && deliverable.distribution in ["internal", "hosted"]'],
  ["strong-leaving", "review", `license.strength == "strong" && ${distributed} && use.scope != "development"`],
  ["strong-tools", "allow", `license.strength == "strong" && ${distributed} && use.scope == "development"`],
  ["network", "deny", 'license.strength == "network"'],
  ["proprietary", "review", 'license.strength == "proprietary"'],
  ["no-licence", "deny", 'component.license == "NONE"'],
  ["not-osi", "review", `license.strength == "weak" && !license.osiApproved && ${distributed}`],
  ["non-commercial", "deny", '"non-commercial" in license.properties'],
  ["no-derivatives", "review", '"no-derivatives" in license.properties'],
  ["advertising", "warn", `"advertising" in license.properties && ${distributed}`],
  ["gpl-2-in-devices", "deny", 'license.id == "GPL-2.0-only" && deliverable.distribution == "embedded"'],
  ["sure-knowledge", "warn", 'license.confidence < 0.5 && use.scope == "production"'],
  ["lgpl-static", "review", 'license.strength == "weak" && use.linkage == "static" && license.id.startsWith("LGPL")'],
];

const discovery: readonly Line[] = [
  ["pinned", "warn", '!component.pinned && use.scope == "production"'],
  ["pinned-critical", "review", '!component.pinned && product.criticality in ["high", "critical"] && use.direct'],
  ["from-registry", "review", 'component.source in ["git", "url"] && use.scope != "development"'],
  ["no-path", "warn", 'component.source == "path"'],
  ["prerelease", "warn", 'component.prerelease && use.direct && use.scope == "production"'],
  ["zero-version", "warn", 'component.zeroVersion && product.criticality == "critical" && use.direct'],
  ["integrity", "warn", `!component.integrity && ${distributed}`],
  ["many-versions", "warn", "component.versionsInUse > 8"],
  ["deep", "warn", 'use.depth > 7 && use.scope == "production" && product.criticality == "critical"'],
  ["left-pad", "deny", 'component.name == "package-17"'],
  ["banned", "deny", 'component.name in ["package-101", "package-2002", "package-30003"]'],
  ["banned-version", "deny", 'component.name == "package-7" && component.version.startsWith("1.")'],
  ["own-forks", "review", 'glob(component.name, "*-fork*")'],
  ["incubating", "warn", 'component.name.endsWith("-999") && component.version.startsWith("0.")'],
  ["go-pseudo", "warn", 'component.type == "golang" && component.version.contains("-0.")'],
  ["old-log4j", "deny", 'component.type == "maven" && component.name == "package-3" && component.version < "2.17"'],
  ["release-candidates", "warn", 'component.version.contains("-rc.") && product.criticality in ["high", "critical"]'],
  ["exploited", "deny", "component.exploited"],
  ["severity", "review", 'component.severity in ["high", "critical"] && use.scope == "production"'],
  ["end-of-life", "review", "component.endOfLife"],
  ["deprecated", "warn", "component.deprecated && use.direct"],
];

const management: readonly Line[] = [
  ["owned", "warn", 'product.owner == "" && use.direct'],
  ["component-owner", "warn", 'component.owner == "" && product.criticality == "critical"'],
  ["modified", "review", "use.modified"],
  ["published-strong", "review", 'repository.published && license.strength == "strong"'],
  ["published-network", "deny", 'repository.published && license.strength == "network"'],
  ["hosting-network", "deny", '"hosting" in product.models && license.strength == "network"'],
  ["many-manifests", "warn", 'use.manifests > 2 && component.type == "npm"'],
  ["python-in-browser", "review", 'component.type == "pypi" && deliverable.distribution == "browser"'],
  ["internal-names", "deny", 'component.purl.startsWith("pkg:npm/%40internal/") && component.source == "registry"'],
  ["approved", "review", "!component.approved"],
  ["catalogue", "deny", 'component.catalogue in ["avoid", "hold"]'],
  ["forked", "warn", "component.forked && use.direct"],
  ["libyears", "warn", "component.libyears > 5.0 && use.direct"],
];

const position = { file: "bench.md", line: 1, column: 1 };

function ruleOf(area: PolicyArea, [id, decide, when]: Line): Rule {
  const waits = /exploited|severity|endOfLife|deprecated|component\.owner|approved|catalogue|forked|libyears/.test(when);
  return {
    id,
    area,
    about: "usage",
    when,
    whenPosition: position,
    decide,
    unknown: waits ? "allow" : "review",
    statement: { en: id },
    serves: [],
    assurance: "deterministic",
    examples: [],
    mode: "enforce",
    position,
  };
}

function policyOf(area: PolicyArea, lines: readonly Line[], fallback: Policy["default"]): Policy {
  const rules = lines.map((line) => ruleOf(area, line));
  return { area, title: { en: area }, state: "in-force", serves: [], default: fallback, off: [], rules, prose: {}, position };
}

export const ruleConditions: readonly string[] = [...compliance, ...discovery, ...management].map(([, , when]) => when);

export function rulesProgram(): Program {
  return {
    location: "bench",
    digest: "",
    packs: [],
    organization: {
      id: "bench",
      name: "Bench",
      languages: ["en"],
      domains: [],
      forges: [],
      units: [],
      teams: [],
      executives: [],
      boards: [],
      products: [],
      parameters: {},
      position,
    },
    policies: [
      policyOf("compliance", compliance, { usage: "review" }),
      policyOf("discovery", discovery, {}),
      policyOf("code-management", management, {}),
    ],
    licenses: { categories: [{ license: "LGPL-*", strength: "weak", position }], choices: [], curations: [], waivers: [] },
    records: [],
  };
}
