// The rules of a program over what a result tells: the same facts, another policy. Nothing is read again.
import { type CompatibilityMatrix, Statements } from "#facts";
import { evaluatePolicies, type Finding, type RuleTally, type Verdict } from "#policy";
import { applyBaseline, type Baseline, currentReleases, type Program, replayReleases } from "#program";
import { assignRepositories, assumeProducts, type Place } from "./assign.ts";
import { Choices } from "./choices.ts";
import { collectedFrom } from "./collected-from.ts";
import { concludeLicenses, givenLicense } from "./conclude.ts";
import type { ScanContext } from "./context.ts";
import { incompatibilities } from "./obligations/compatibility.ts";
import { obligationsIn } from "./obligations/of-verdicts.ts";
import { agreementsOf } from "./registers.ts";
import type {
  ResultCompatibility,
  ResultComponent,
  ResultObligation,
  ResultSupplier,
  ResultUse,
  ResultVulnerability,
  ScanResult,
} from "./result.ts";
import type { KeptCases } from "./kept-cases.ts";
import { subjectsOf } from "./subjects/index.ts";
import { resultSuppliers } from "./suppliers/result.ts";
import { suppliedItems } from "./suppliers/supplied.ts";
import { withReasons } from "./uncollected.ts";
import { importedBy, type KnownVulnerabilities, productNames } from "./vulnerabilities/known.ts";
import { VulnerabilityFacts } from "./vulnerabilities/facts.ts";
import { recordedVulnerabilities } from "./vulnerabilities/recorded.ts";
import { resultVulnerabilities } from "./vulnerabilities/result.ts";

export interface RejudgeOptions {
  readonly program: Program;
  /** ISO 8601: the moment for which it answers; the result's where absent. */
  readonly now?: string;
  readonly baseline?: Baseline;
  readonly matrix?: CompatibilityMatrix;
}

/** What of a result the rules are asked about. */
export type Known = Pick<
  ScanResult,
  "now" | "inputs" | "repositories" | "components" | "uses" | "vulnerabilities" | "communities" | "upstreams" | "deliveries"
> & {
  /** Cases of the office that keeps the result. */
  readonly cases?: KeptCases;
};

export interface Rejudged {
  /** With the licences that this program's curations conclude. */
  readonly components: readonly ResultComponent[];
  /** Where this program's products say that they are used. */
  readonly uses: readonly ResultUse[];
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly rules: readonly RuleTally[];
  readonly obligations: readonly ResultObligation[];
  readonly suppliers: readonly ResultSupplier[];
  /** Worked out when somebody asks: a million uses take seconds. */
  readonly compatibility: readonly ResultCompatibility[];
  /** With what was answered since, and the products in which they count, where this program says that things are used; worked out when somebody asks. */
  readonly vulnerabilities: readonly ResultVulnerability[];
}

/** Throws AllmendError where a rule cannot be compiled. */
export async function rejudge(known: Known, { program, now = known.now, baseline, matrix }: RejudgeOptions): Promise<Rejudged> {
  const { context, recorded } = await contextOf(known, program, now, matrix);
  const asked = { now, records: program.records, registers: agreementsOf(program, now) };
  const choices = new Choices();
  const judged = evaluatePolicies(program, choices.noting(subjectsOf(context)), asked);
  const verdicts = choices.record(judged.verdicts, program, asked);
  return {
    components: context.components,
    uses: context.uses,
    findings: baseline ? applyBaseline(judged.findings, baseline, now) : judged.findings,
    verdicts,
    rules: withReasons(judged.tallies),
    obligations: obligationsIn(context, verdicts),
    suppliers: resultSuppliers(context),
    get compatibility() {
      return incompatibilities(context);
    },
    get vulnerabilities() {
      return resultVulnerabilities(recorded, context);
    },
  };
}

interface Joined {
  readonly context: ScanContext;
  readonly recorded: KnownVulnerabilities;
}

async function contextOf(known: Known, program: Program, now: string, matrix: CompatibilityMatrix | undefined): Promise<Joined> {
  const ids = known.repositories.map(({ id }) => id);
  const organization = assumeProducts(program.organization, ids);
  const places = assignRepositories(organization, ids);
  const replay = replayReleases(program.records, now);
  const joined = {
    program,
    organization,
    now,
    repositories: known.repositories.map(collectedFrom),
    upstreams: known.upstreams,
    communities: new Map(known.communities.map((community) => [community.repository, community])),
    deliveries: { entries: known.deliveries, problems: [] },
    places,
    components: concludeLicenses(known.components.map(asGiven), program.licenses),
    uses: placed(known.uses, places),
    replay,
    releases: currentReleases(replay.releases),
    ...(matrix ? { matrix } : {}),
    ...(known.cases ? { cases: known.cases } : {}),
  };
  const imported = await importedBy(program, undefined);
  const statements = new Statements(imported.statements, productNames(joined));
  const recorded = recordedVulnerabilities({ ...known, components: joined.components }, imported, statements);
  const whole = { ...joined, imported, vulnerabilities: new VulnerabilityFacts(recorded, joined) };
  return { context: { ...whole, supplied: await suppliedItems(whole, undefined) }, recorded };
}

/** Before a curation concluded something: another program may conclude something else. */
function asGiven(component: ResultComponent): ResultComponent {
  if (component.licenseFrom !== "curation") return component;
  const { license: _license, declaredLicense: _declared, licenseFrom: _from, notion: _notion, ...rest } = component;
  return { ...rest, ...givenLicense(component) };
}

/** The same list where every use stands where these places say; otherwise each use of a repository once in each of its places. */
function placed(uses: readonly ResultUse[], places: ReadonlyMap<string, readonly Place[]>): readonly ResultUse[] {
  if (stands(uses, places)) return uses;
  const once = new Map(uses.map((use) => [`${use.component}\n${use.repository}`, use]));
  return [...once.values()].flatMap(({ product: _product, deliverable: _deliverable, ...use }): ResultUse[] => {
    const where = places.get(use.repository) ?? [];
    if (where.length === 0) return [use];
    return where.map(({ product, deliverable }) => ({ ...use, product: product.id, deliverable: deliverable.id }));
  });
}

function stands(uses: readonly ResultUse[], places: ReadonlyMap<string, readonly Place[]>): boolean {
  const wanted = new Map(
    [...places].map(([id, where]) => [id, new Set(where.map(({ product, deliverable }) => `${product.id}/${deliverable.id}`))]),
  );
  const found = new Map<string, Set<string>>();
  for (const { repository, product, deliverable } of uses) {
    const place = product === undefined ? "" : `${product}/${deliverable}`;
    const set = found.get(repository);
    if (set?.has(place)) continue;
    if (set) set.add(place);
    else found.set(repository, new Set([place]));
  }
  return [...found].every(([repository, set]) => {
    const here = wanted.get(repository);
    if (here === undefined || here.size === 0) return set.size === 1 && set.has("");
    return set.size === here.size && [...set].every((place) => here.has(place));
  });
}
