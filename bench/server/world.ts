// An invented organisation of any size as a result: products, repositories, components that many use and many that few use.
import { join } from "node:path";
import { measureIds } from "#measures";
import { loadProgram, type Organization, type Program } from "#program";
import { type ResultComponent, type ResultRepository, type ResultUse, rejudge, type ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";

export interface Size {
  readonly uses: number;
  readonly packages: number;
  readonly repositories: number;
  readonly products: number;
}

export const million: Size = { uses: 1_000_000, packages: 30_000, repositories: 1500, products: 120 };
const VERSIONS = 3;
const PARTS = 5;
export const NOW = "2026-11-01T00:00:00Z";
const LICENSES = [
  ...Array<string>(60).fill("MIT"),
  ...Array<string>(25).fill("Apache-2.0"),
  ...Array<string>(14).fill("BSD-3-Clause"),
  "ISC",
];
/** One package in so many has a licence that somebody has to look at. */
const ODD = 100;
const WORDS =
  "react core util parser http client server json stream log color path lodash date test mock query cache auth token form table chart grid button data model store route event queue worker image crypto hash zip xml yaml csv math string array object promise async file watch build bundle lint format type schema graph proxy socket".split(
    " ",
  );

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

export async function worldProgram(size: Size): Promise<Program> {
  const packsFolder = join(import.meta.dirname, "..", "..", "packs");
  const loaded = await loadProgram(join(packsFolder, "starter"), { packsFolder, measures: measureIds() });
  if (!loaded.program) throw new Error(JSON.stringify(loaded.problems));
  return { ...loaded.program, organization: organizationOf(loaded.program.organization, size) };
}

function organizationOf(organization: Organization, { products, repositories }: Size): Organization {
  const each = Math.ceil(repositories / products);
  const levels = ["low", "medium", "high", "critical"] as const;
  const ways = ["internal", "hosted", "browser", "distributed", "source"] as const;
  return {
    ...organization,
    id: "world",
    name: "World",
    units: Array.from({ length: 6 }, (_, i) => ({ id: `unit-${i}`, name: { en: `Unit ${i}` } })),
    products: Array.from({ length: products }, (_, p) => ({
      id: `product-${p}`,
      name: { en: `Product ${p}` },
      unit: `unit-${p % 6}`,
      owner: `team-${p % 40}`,
      criticality: levels[p % 4] ?? "low",
      models: ["hosting" as const],
      deliverables: Array.from({ length: PARTS }, (_, d) => ({
        id: `part-${d}`,
        distribution: ways[(p + d) % ways.length] ?? "hosted",
        repositories: Array.from({ length: each }, (_, r) => p * each + r)
          .filter((r) => r % PARTS === d && r < repositories)
          .map((r) => `group/repository-${r}`),
      })),
      position: organization.position,
    })),
  };
}

function componentsOf({ packages }: Size): ResultComponent[] {
  const pick = random(1);
  const types = ["npm", "npm", "npm", "maven", "pypi", "golang", "cargo", "nuget"];
  const components = Array.from({ length: packages * VERSIONS }, (_, i): ResultComponent => {
    const number = Math.floor(i / VERSIONS);
    const type = types[number % types.length] ?? "npm";
    const name = `${WORDS[number % WORDS.length]}-${WORDS[Math.floor(number / WORDS.length) % WORDS.length]}-${number}`;
    const version = `${pick(9)}.${i % VERSIONS}.${pick(20)}`;
    const license =
      number % ODD === 0
        ? ["GPL-3.0-only", "AGPL-3.0-only", "SSPL-1.0", undefined][(number / ODD) % 4]
        : LICENSES[number % LICENSES.length];
    return {
      purl: `pkg:${type}/${name}@${version}`,
      type,
      name,
      version,
      declared: license === undefined ? [] : [{ text: license, from: "lockfile" }],
      ...(license === undefined ? { notion: "none" as const } : { license, notion: "declared" as const, licenseFrom: "lockfile" }),
      pinned: true,
      integrity: "sha512-AA==",
    };
  });
  return components.sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

/** Few components are used everywhere, most in a few places: the cube of an even choice comes near to what scans show. */
function usesOf(size: Size, components: readonly ResultComponent[], program: Program): ResultUse[] {
  const pick = random(2);
  const each = Math.ceil(size.uses / size.repositories);
  const uses: ResultUse[] = [];
  for (const product of program.organization.products) {
    for (const deliverable of product.deliverables) {
      for (const repository of deliverable.repositories) {
        const chosen = new Set<number>();
        while (chosen.size < each && chosen.size < components.length / 2)
          chosen.add(
            Math.floor(
              ((pick(1_000_000) / 1_000_000) ** 3 * components.length * 0.999 + pick(components.length) / 1000) % components.length,
            ),
          );
        for (const component of chosen) {
          if (uses.length >= size.uses) return sorted(uses);
          uses.push(useOf(component, pick, { product: product.id, deliverable: deliverable.id, repository }, components));
        }
      }
    }
  }
  return sorted(uses);
}

function useOf(
  component: number,
  pick: (below: number) => number,
  place: Pick<ResultUse, "product" | "deliverable" | "repository">,
  components: readonly ResultComponent[],
): ResultUse {
  const direct = pick(6) === 0;
  const own = components[component]?.purl ?? "";
  return {
    component,
    ...place,
    scope: (["production", "production", "production", "development", "optional"] as const)[pick(5)] ?? "production",
    direct,
    manifests: [{ path: "package-lock.json", line: 1 + pick(20_000) }],
    path: direct ? [own] : [components[pick(components.length)]?.purl ?? own, own],
  };
}

function sorted(uses: ResultUse[]): ResultUse[] {
  return uses.sort((a, b) => a.component - b.component);
}

function repositoriesOf(program: Program, { repositories }: Size): ResultRepository[] {
  const [like] = sampleResult.repositories;
  if (!like) throw new Error("the sample has no repository");
  const owners = new Map(
    program.organization.products.flatMap(({ id, deliverables }) =>
      deliverables.flatMap((part) => part.repositories.map((name) => [name, id] as const)),
    ),
  );
  return Array.from({ length: repositories }, (_, i) => {
    const id = `group/repository-${i}`;
    return { ...like, id, origin: `https://git.example/${id}.git`, products: [owners.get(id) ?? "product-0"] };
  });
}

/** The whole result, judged. */
export async function world(size: Size): Promise<ScanResult> {
  const program = await worldProgram(size);
  const components = componentsOf(size);
  const facts: ScanResult = {
    ...sampleResult,
    now: NOW,
    inputs: { ...sampleResult.inputs, program: { location: "world", digest: program.digest, packs: program.packs } },
    program,
    repositories: repositoriesOf(program, size),
    components,
    uses: usesOf(size, components, program),
    vulnerabilities: [],
    communities: [],
  };
  return { ...facts, ...(await rejudge(facts, { program, now: NOW })) };
}
