// Questions about one component that are answered from a result: may it be used, and where is it used. Nothing is read again.
import type { HomeImports } from "#facts";
import { formatPurl, parsePurl } from "#kit";
import { currentReleases, replayReleases } from "#program";
import { evaluatePolicies, type Finding, type Verdict } from "#policy";
import { type Place } from "./assign.ts";
import { collectedFrom } from "./collected-from.ts";
import { concludeLicenses } from "./conclude.ts";
import type { ScanContext } from "./context.ts";
import { type CompatibilityAnswer, compatibilityIn } from "./obligations/compatibility.ts";
import { obligationsIn } from "./obligations/of-verdicts.ts";
import type { ResultComponent, ResultObligation, ResultUse, AskedResult } from "./result.ts";
import { usageSubjects } from "./subjects/usage.ts";
import { VulnerabilityFacts } from "./vulnerabilities/facts.ts";
import { withRecorded } from "./vulnerabilities/recorded.ts";
import { importedBy, knownVulnerabilities } from "./vulnerabilities/known.ts";
import { withoutVersion } from "./without-version.ts";

export interface UseQuestion {
  readonly purl: string;
  /** Product id; absent: every product. */
  readonly product?: string;
  /** Licence of a component that no scan has seen. */
  readonly license?: string;
  /** What was imported; the result tells it for components that it holds, not for others. */
  readonly imports?: HomeImports;
}

export interface UseAnswer {
  readonly component: ResultComponent;
  /** Whether the last run has seen this component in this version, or at least another version of it. */
  readonly seen: "version" | "component" | "no";
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** Whether its licence goes together with ours, in each product. */
  readonly compatibility: readonly CompatibilityAnswer[];
  /** What its licence would ask in each product. */
  readonly obligations: readonly ResultObligation[];
}

/** Judges one component in each deliverable (of one product) by the program of the result. */
export async function askUse(result: AskedResult, question: UseQuestion): Promise<UseAnswer> {
  const { component, seen } = componentOf(result, question);
  const places = placesOf(result, question.product);
  const uses = places.map(
    ({ place, repository }): ResultUse => ({
      component: 0,
      repository: repository ?? "",
      product: place.product.id,
      deliverable: place.deliverable.id,
      scope: "production",
      direct: true,
      manifests: [],
      path: [component.purl],
    }),
  );
  const joined = {
    program: result.program,
    organization: result.program.organization,
    now: result.now,
    repositories: result.repositories.map(collectedFrom),
    communities: new Map(),
    upstreams: result.upstreams,
    deliveries: { entries: result.deliveries, problems: [] },
    places: new Map(places.map(({ place }, index) => [String(index), [place]])),
    components: [component],
    uses,
    replay: { releases: [], refused: [] },
    releases: currentReleases(replayReleases(result.program.records, result.now).releases),
  };
  const imported = await importedBy(result.program, question.imports);
  const now = await knownVulnerabilities(joined, imported, question.imports);
  // Who brings the imports along knows them as they are now; otherwise the result tells what they said of what it holds.
  const known = question.imports ? now : withRecorded(now, result, component.purl);
  const context: ScanContext = { ...joined, imported, supplied: NOTHING_BOUGHT, vulnerabilities: new VulnerabilityFacts(known, joined) };
  // Permissions too: why something may be used, and which of several licences that rests on, are reasons like any other.
  const asked = { now: result.now, records: result.program.records, permissions: true };
  const judged = evaluatePolicies(result.program, usageSubjects(context), asked);
  return {
    component,
    seen,
    verdicts: judged.verdicts,
    findings: judged.findings,
    compatibility: compatibilityIn(context, component),
    obligations: obligationsIn(context, judged.verdicts),
  };
}

function componentOf(result: AskedResult, question: UseQuestion): { component: ResultComponent; seen: UseAnswer["seen"] } {
  const parsed = parsePurl(question.purl);
  // People write @scope, results write %40scope: the same package.
  const purl = parsed ? formatPurl(parsed) : question.purl;
  const exact = result.components.find((component) => component.purl === purl);
  if (exact) return { component: withLicense(exact, question.license), seen: "version" };
  const name = withoutVersion(purl);
  const other = result.components.find((component) => withoutVersion(component.purl) === name);
  const component: ResultComponent = {
    purl,
    type: parsed?.type ?? "generic",
    name: parsed?.namespace ? `${parsed.namespace}/${parsed.name}` : (parsed?.name ?? question.purl),
    version: parsed?.version ?? "",
    declared: [],
    notion: "none",
    pinned: true,
  };
  // A licence may change between versions: that of another version is told, never taken over.
  // What licenses.yaml concludes holds for what no scan has seen as well; rules and obligations answer from the same licence.
  const [concluded = component] = concludeLicenses([withLicense(component, question.license)], result.program.licenses);
  return { component: concluded, seen: other ? "component" : "no" };
}

function withLicense(component: ResultComponent, license: string | undefined): ResultComponent {
  return license === undefined
    ? component
    : { ...component, license, notion: "declared", declared: [{ text: license, from: "command line" }] };
}

function placesOf(result: AskedResult, product: string | undefined): { place: Place; repository: string | undefined }[] {
  const first = new Map<string, string>();
  for (const { id, products } of result.repositories) for (const owner of products) if (!first.has(owner)) first.set(owner, id);
  return result.program.organization.products
    .filter((candidate) => product === undefined || candidate.id === product)
    .flatMap((candidate) =>
      candidate.deliverables.map((deliverable) => ({ place: { product: candidate, deliverable }, repository: first.get(candidate.id) })),
    );
}

/** Questions are about uses. */
const NOTHING_BOUGHT = { items: [], replay: { deliveries: [], refused: [], components: new Map() } };
