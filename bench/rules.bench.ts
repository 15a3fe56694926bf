// Fifty rules over a million component uses: time and memory in one pass, beside CEL asked for every rule and use.
import { Environment } from "@marcbachmann/cel-js";
import type { Facts, Subject } from "#facts";
import { evaluatePolicies, type Evaluation } from "#policy";
import type { Program } from "#program";
import { ruleConditions, rulesProgram } from "./rules-program.ts";

const USES = 1_000_000;
const PACKAGES = 45_000;
const VERSIONS = 4;
const REPOSITORIES = 1500;
const DELIVERABLES = 600;
const PRODUCTS = 250;
const NOW = "2026-11-01T00:00:00Z";

const LICENSES = [
  ...Array<string>(46).fill("MIT"),
  ...Array<string>(18).fill("Apache-2.0"),
  ...Array<string>(8).fill("BSD-3-Clause"),
  ...Array<string>(6).fill("ISC"),
  ..."MPL-2.0 LGPL-2.1-or-later EPL-2.0 GPL-2.0-only GPL-3.0-only AGPL-3.0-only 0BSD BSD-2-Clause".split(" "),
  "MIT OR Apache-2.0",
  "MIT OR GPL-3.0-only",
  "GPL-2.0-only WITH Classpath-exception-2.0",
  "(MIT OR GPL-2.0-only) AND BSD-3-Clause",
  "NONE",
  "Custom licence, see LICENSE",
  undefined,
  undefined,
];

/** A repeatable source of numbers (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface World {
  readonly components: readonly (NonNullable<Facts[string]> & { readonly key: string })[];
  readonly deliverables: readonly NonNullable<Facts[string]>[];
  readonly products: readonly NonNullable<Facts[string]>[];
  readonly repositories: readonly NonNullable<Facts[string]>[];
}

function world(): World {
  const pick = random(1);
  const types = ["npm", "npm", "npm", "maven", "maven", "pypi", "golang", "cargo", "nuget"];
  const components = Array.from({ length: PACKAGES * VERSIONS }, (_, i) => {
    const [name, type] = [`package-${i % PACKAGES}`, types[(i % PACKAGES) % types.length] ?? "npm"];
    const version = `${pick(9)}.${pick(30)}.${pick(20)}${pick(40) === 0 ? "-rc.1" : ""}`;
    return {
      key: `pkg:${type}/${name}`,
      purl: `pkg:${type}/${name}@${version}`,
      type,
      namespace: "",
      name,
      version,
      license: LICENSES[(i % PACKAGES) % LICENSES.length],
      licenseNotion: "declared",
      pinned: pick(40) !== 0,
      source: pick(50) === 0 ? "git" : "registry",
      prerelease: version.includes("-"),
      zeroVersion: version.startsWith("0."),
      integrity: pick(25) !== 0,
      versionsInUse: 1 + (pick(12) === 0 ? pick(12) : pick(4)),
      products: 1 + pick(40),
    };
  });
  const levels = ["low", "medium", "high", "critical", "unknown"];
  const ways = ["internal", "hosted", "hosted", "browser", "distributed", "embedded", "source"];
  return {
    components,
    products: Array.from({ length: PRODUCTS }, (_, i) => ({
      id: `product-${i}`,
      owner: i % 9 === 0 ? "" : `team-${i % 40}`,
      criticality: levels[i % 5],
      models: ["hosting"],
    })),
    deliverables: Array.from({ length: DELIVERABLES }, (_, i) => ({ id: `part-${i}`, kind: "backend", distribution: ways[i % 7] })),
    repositories: Array.from({ length: REPOSITORIES }, (_, i) => ({
      id: `group/repository-${i}`,
      name: `repository-${i}`,
      published: i % 11 === 0,
      owner: `team-${i % 40}`,
    })),
  };
}

/** Uses as a scan yields them: deliverable by deliverable; what subjects share is one object. */
function* uses({ components, deliverables, products, repositories }: World): Generator<Subject> {
  const pick = random(2);
  const scopes = ["production", "production", "production", "development", "optional"];
  for (let i = 0; i < USES; i++) {
    const d = Math.floor((i * DELIVERABLES) / USES);
    // few components are used everywhere, most in a few places: the square of an even choice comes near to what scans show
    const place = pick(components.length) / components.length;
    const component = components[Math.floor(place * place * components.length)] as World["components"][number];
    const product = products[d % PRODUCTS] as NonNullable<Facts[string]>;
    const repository = repositories[(d * 5 + pick(5)) % REPOSITORIES];
    yield {
      kind: "usage",
      id: `usage:${product.id}/part-${d}/${component.key}`,
      label: `${component.name} ${component.version}`,
      product: product.id as string,
      facts: {
        component,
        product,
        deliverable: deliverables[d],
        repository,
        use: {
          scope: scopes[pick(5)],
          direct: pick(6) === 0,
          depth: 1 + pick(8),
          modified: pick(2000) === 0,
          linkage: "dynamic",
          manifests: pick(12) === 0 ? 3 : 1,
        },
      },
      evidence: { "": [{ repository: String(repository?.id), path: "package-lock.json", line: 1 + pick(40_000) }] },
    };
  }
}

function tuples(subjects: Iterable<Subject>): number {
  const seen = new Set<string>();
  for (const { facts } of subjects) {
    const { component, deliverable, product, repository, use } = facts;
    seen.add(
      `${component?.purl} ${component?.license} ${deliverable?.distribution} ${product?.criticality} ${repository?.published} ${use?.scope} ${use?.direct}`,
    );
  }
  return seen.size;
}

/** Microseconds for one rule and one use when CEL is simply asked each time. */
function askedEachTime(subjects: Iterable<Subject>): number {
  const environment = new Environment({ unlistedVariablesAreDyn: true }).registerFunction("glob(dyn, string): bool", () => false);
  const conditions = ruleConditions.map((condition) => environment.parse(condition));
  let asked = 0;
  const start = performance.now();
  for (const { facts } of subjects) {
    const license = { strength: "permissive", id: "MIT", osiApproved: true };
    for (const condition of conditions) {
      asked++;
      try {
        condition({ ...facts, license });
      } catch {
        // what is missing is an error there
      }
    }
    if (asked > 100_000) break;
  }
  return ((performance.now() - start) * 1000) / asked;
}

function line(what: string, value: string, limit: string, ratio: number): string {
  return `| ${what} | ${value} | ${limit} | ${ratio.toFixed(2)} |\n`;
}

export async function run(): Promise<void> {
  const program: Program = rulesProgram();
  const made = world();
  const generating = performance.now();
  let generated = 0;
  for (const subject of uses(made)) generated += subject.label.length;
  const alone = (performance.now() - generating) / 1000;
  const before = process.memoryUsage().rss / 1e9;
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result: Evaluation = evaluatePolicies(program, uses(made), { now: NOW });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS / 1e6;
  const distinct = generated > 0 ? tuples(uses(made)) : 0;
  const rules = program.policies.flatMap((policy) => policy.rules).length;
  const naive = (askedEachTime(uses(made)) * rules * USES) / 1e6;
  process.stdout.write(
    `${USES} uses, ${distinct} distinct fact tuples, ${rules} rules; ${result.verdicts.length} subjects, ${result.findings.length} findings.\n\n` +
      "| what | measured | limit or other way | ratio |\n| --- | --- | --- | --- |\n" +
      line(
        `all rules over all uses (generating them alone: ${alone.toFixed(2)} s)`,
        `${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor`,
        "10 s",
        seconds / 10,
      ) +
      line(
        "memory at its peak, the world of the bench included",
        `${peak.toFixed(2)} GB (${before.toFixed(2)} before)`,
        "1.5 GB",
        peak / 1.5,
      ) +
      line("against cel-js asked for each rule and use", `${seconds.toFixed(2)} s`, `${naive.toFixed(0)} s`, seconds / naive),
  );
}
