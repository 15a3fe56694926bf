// The run, in order: find and read, join, make subjects, judge, compare with the baseline, sum up.
import { ANSWER, type HomeImports, type Inventory, isImportedKind, knowledgeVersion, licenseFieldReader, type ReadMatrix } from "#facts";
import { compareText, phrase, type Problem, problemText, sortBy } from "#kit";
import { evaluatePolicies } from "#policy";
import {
  applyBaseline,
  type Baseline,
  COMPONENTS_RECORD,
  currentReleases,
  type Outcome,
  type Program,
  type Registers,
  replayReleases,
} from "#program";
import { assignRepositories, assumeProducts } from "./assign.ts";
import { assumptionProblems } from "./assumptions.ts";
import { Choices } from "./choices.ts";
import { type Collection, collect, type Target } from "./collect.ts";
import { communitiesOf } from "./communities.ts";
import { concludeLicenses } from "./conclude.ts";
import type { Collected, ScanContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { deliveriesOf, type ToldOfDeliveries } from "./deliveries/of-run.ts";
import { tagPatterns } from "./deliveries/units.ts";
import { type FillOptions, fillLicenses } from "./fill.ts";
import { fileLicensesOf, importedSayings, withImportedConclusions } from "./imports/licenses.ts";
import { agreementsOf } from "./registers.ts";
import { idleChoices } from "./idle-choices.ts";
import { type Inside, insideOf } from "./inside.ts";
import { measure } from "./measure.ts";
import { incompatibilities } from "./obligations/compatibility.ts";
import { obligationsIn } from "./obligations/of-verdicts.ts";
import { letGo, mergeInventories } from "./merge.ts";
import { portableProblems } from "./portable.ts";
import type { ScanProblemCode } from "./problem-codes.ts";
import type { ResultRepository, ScanResult } from "./result.ts";
import { subjectsOf } from "./subjects/index.ts";
import { readClones, type UpstreamClone } from "./upstreams/clones.ts";
import { upstreamsOf } from "./upstreams/upstreams.ts";
import { withReasons } from "./uncollected.ts";
import { checksOf, repositoryFacts } from "./subjects/repository.ts";
import { summarise } from "./summary.ts";
import { publicWorkReader } from "./public-work.ts";
import { resultSuppliers } from "./suppliers/result.ts";
import { suppliedItems } from "./suppliers/supplied.ts";
import { VulnerabilityFacts } from "./vulnerabilities/facts.ts";
import { importedBy, type KnownVulnerabilities, knownVulnerabilities } from "./vulnerabilities/known.ts";
import { resultImports, resultVulnerabilities } from "./vulnerabilities/result.ts";

export interface ScanOptions extends FillOptions {
  readonly program: Program;
  /** Problems found while loading the program: they belong to the result. */
  readonly programProblems: readonly Problem[];
  /** How the result names the program: no path of this machine. */
  readonly programName: string;
  readonly version: string;
  readonly failOn: Outcome;
  readonly baseline?: Baseline;
  /** A matrix of licence pairs, and the digest of its file. */
  readonly matrix?: ReadMatrix & { readonly digest: string };
  /** What was imported on this machine; what stands beside the program comes with its records. */
  readonly imports?: HomeImports;
  /** Clones of projects that we depend on. */
  readonly upstreams?: readonly Target[];
  /** What files and records tell of deployments and incidents; what stands on record where it is absent. */
  readonly told?: ToldOfDeliveries;
  readonly onStage?: (stage: "collect" | "packages" | "judge" | "sum-up") => void;
}

/** Scans folders and answers what the program says of them. Throws AllmendError for wrong use only. */
export async function scan(targets: readonly Target[], options: ScanOptions): Promise<ScanResult> {
  options.onStage?.("collect");
  const { organization } = options.program;
  const collection = await collect(targets, {
    ...options,
    domains: organization.domains,
    ...(organization.timeZone === undefined ? {} : { zone: organization.timeZone }),
    tagPattern: (id) => tagPatterns(organization, [id])(id),
  });
  const upstream = await readClones(options.upstreams ?? [], { ...options, domains: organization.domains });
  options.onStage?.("packages");
  return judged(collection, upstream, options);
}

/** The rest of a run, from what was read. */
export async function judged(
  collection: Collection,
  upstream: Awaited<ReturnType<typeof readClones>>,
  options: ScanOptions,
): Promise<ScanResult> {
  const joined = await contextOf(options, collection, upstream.clones);
  options.onStage?.("judge");
  const said = judge(joined.context, options);
  options.onStage?.("sum-up");
  return resultOf({ collection, upstream, ...joined }, said, options);
}

/** The same with no rule asked: for a part of what is known, where everything is judged together afterwards. Empties the inventories that it is given. */
export async function unjudged(collection: Collection, options: ScanOptions): Promise<ScanResult> {
  const joined = await contextOf(options, collection, [], letGo);
  return resultOf({ collection, upstream: { clones: [], problems: [] }, ...joined }, SILENCE, options);
}

/** What the rules said, and what follows from it. */
type Said = Pick<ScanResult, "compatibility" | "obligations" | "findings" | "verdicts" | "rules" | "measures">;

const SILENCE: Said = { compatibility: [], obligations: [], findings: [], verdicts: [], rules: [], measures: [] };

function judge(context: ScanContext, options: ScanOptions): Said {
  const asked = { now: options.now, records: options.program.records, registers: agreementsOf(options.program, options.now) };
  const choices = new Choices();
  const evaluated = evaluatePolicies(options.program, choices.noting(subjectsOf(context)), asked);
  const findings = options.baseline ? applyBaseline(evaluated.findings, options.baseline, options.now) : evaluated.findings;
  const rules = withReasons(evaluated.tallies);
  const verdicts = choices.record(evaluated.verdicts, options.program, asked);
  return {
    compatibility: incompatibilities(context),
    obligations: obligationsIn(context, verdicts),
    findings,
    verdicts,
    rules,
    measures: measure(context, findings, rules, {
      failOn: options.failOn,
      ...(options.baseline ? { baseline: options.baseline.recorded } : {}),
    }),
  };
}

interface Joined extends Awaited<ReturnType<typeof contextOf>> {
  readonly collection: Collection;
  readonly upstream: Awaited<ReturnType<typeof readClones>>;
}

async function resultOf({ collection, upstream, context, known, problems: unanswered }: Joined, said: Said, options: ScanOptions) {
  const problems = sortBy(
    [
      ...portableProblems(
        [...options.programProblems, ...idleChoices(options.program, context.components)],
        options.program,
        options.programName,
      ),
      ...collection.problems,
      ...upstream.problems,
      ...unanswered,
      ...assumptionProblems(options.program, context),
      ...known.problems,
      ...context.deliveries.problems,
      ...deliveryProblems(context),
    ],
    (problem) => problem.file,
    (problem) => String(problem.line ?? 0).padStart(9, "0"),
    (problem) => problem.code,
    (problem) => problem.message,
  );
  const { components, uses } = context;
  const { rules } = said;
  const result: ScanResult = {
    schema: "allmend.result/1",
    tool: { name: "allmend", version: options.version, knowledge: knowledgeVersion },
    now: options.now,
    inputs: inputsOf(
      { ...options.program, location: options.programName },
      context,
      await insideOf(options.program.location, collection.locations),
      known,
      options,
    ),
    program: {
      ...toHandAround(options.program),
      location: options.programName,
      organization: context.organization,
      // What was imported is told as what it says, once; answers of a survey are told added up only.
      records: options.program.records.filter(({ kind }) => !isImportedKind(kind) && kind !== COMPONENTS_RECORD && kind !== ANSWER),
    },
    repositories: context.repositories.map((found) => resultRepository(found, context)),
    components,
    uses,
    compatibility: said.compatibility,
    obligations: said.obligations,
    vulnerabilities: resultVulnerabilities(known, context),
    suppliers: resultSuppliers(context),
    findings: said.findings,
    verdicts: said.verdicts,
    rules,
    measures: said.measures,
    communities: [...context.communities.values()],
    upstreams: context.upstreams,
    deliveries: context.deliveries.entries,
    coverage: coverageOf({
      repositories: context.repositories,
      unreadable: collection.unreadable,
      components,
      online: options.online !== undefined,
      rules,
      problems,
    }),
    summary: summarise({ program: options.program, components, uses, ...said, failOn: options.failOn }),
    problems,
  };
  return result;
}

/** What registers say of people, and addresses, have no place in a result that is handed around. */
function toHandAround(program: Program): Program {
  const { affiliations: _addresses, registers, ...rest } = program;
  if (!registers) return rest;
  const { agreements: _covered, training, ...kept } = registers;
  return { ...rest, registers: { ...kept, ...(training ? { training: withoutNames(training) } : {}) } };
}

/** What was taught and how many passed is told; who they are is not. */
function withoutNames(training: NonNullable<Registers["training"]>): NonNullable<Registers["training"]> {
  const trainings = Object.entries(training.trainings).map(([id, one]) => {
    const evidence = one.evidence.map((each) => ({ ...each, person: "somebody" }));
    return [id, { ...one, evidence }] as const;
  });
  return { ...training, trainings: Object.fromEntries(trainings) };
}

async function contextOf(
  options: ScanOptions,
  collection: Collection,
  clones: readonly UpstreamClone[],
  afterMerge: (found: Collected) => Collected = (found) => found,
): Promise<{ readonly context: ScanContext; readonly known: KnownVulnerabilities; readonly problems: readonly Problem[] }> {
  const ids = collection.repositories.map((found) => found.id);
  const organization = assumeProducts(options.program.organization, ids);
  const places = assignRepositories(organization, ids);
  const inventories = collection.repositories.map((found) => found.inventory);
  const { components: found, uses } = mergeInventories(inventories, places, await licenseFieldReader(textsIn(inventories)));
  const repositories = collection.repositories.map(afterMerge);
  const imported = await importedBy(options.program, options.imports);
  const filling = { ...options, imported: importedSayings(imported.packageLicenses) };
  const { components: filled, problems } = await fillLicenses({ components: found, uses }, collection, filling);
  const components = concludeLicenses(withImportedConclusions(filled, imported.packageLicenses), options.program.licenses);
  const replay = replayReleases(options.program.records, options.now);
  const releases = currentReleases(replay.releases);
  const joined = {
    program: options.program,
    organization,
    now: options.now,
    repositories,
    upstreams: upstreamsOf({ organization, components, uses }, options.program.strategy?.upstreams ?? [], clones),
    publicWork: publicWorkReader(clones, collection.histories, options.program, options.now),
    communities: communitiesOf([...collection.histories.values()], options.program, options.now),
    deliveries: deliveriesOf(repositories, [...collection.histories.values()], options.program, options.now, options.told),
    places,
    components,
    uses,
    replay,
    releases,
    ...(options.matrix ? { matrix: options.matrix.matrix } : {}),
  };
  const known = await knownVulnerabilities(joined, imported, options.imports);
  const whole = { ...joined, imported, vulnerabilities: new VulnerabilityFacts(known, joined) };
  return { context: { ...whole, supplied: await suppliedItems(whole, options.imports) }, known, problems };
}

/** Licence fields, each once. */
function textsIn(inventories: readonly Inventory[]): string[] {
  const texts = new Set<string>();
  for (const { components } of inventories) for (const { licenses } of components) for (const { text } of licenses) texts.add(text);
  return [...texts];
}

/** Steps that records claim and that deliveries did not take. */
function deliveryProblems({ supplied }: ScanContext): Problem[] {
  const code: ScanProblemCode = "delivery-step-refused-in-records";
  return supplied.replay.refused.map(({ item, version, to, position, message }) => ({
    code,
    severity: "warning",
    file: position.file,
    line: position.line,
    ...problemText({
      message: phrase`the delivery ${item} ${version} did not become ${to}: ${message}`,
      hint: phrase`The record is not heard; add the step that is missing.`,
    }),
  }));
}

function inputsOf(
  { location, digest, packs }: Program,
  context: ScanContext,
  inside: Inside | undefined,
  known: KnownVulnerabilities,
  { matrix, told }: ScanOptions,
): ScanResult["inputs"] {
  return {
    program: { location, digest, packs, ...(inside ? { inside } : {}) },
    repositories: context.repositories.map(({ id, commit }) => (commit === undefined ? { id } : { id, commit })),
    imports: resultImports(known),
    ...(matrix
      ? {
          matrix: {
            digest: matrix.digest,
            pairs: matrix.pairs,
            ...(matrix.timestamp === undefined ? {} : { timestamp: matrix.timestamp }),
          },
        }
      : {}),
    ...(told && told.files.length > 0 ? { deliveries: told.files } : {}),
  };
}

function fileLicenses(found: Collected, { imported }: ScanContext): Pick<ResultRepository, "fileLicenses"> {
  const fileLicenses = fileLicensesOf(found.id, imported);
  return fileLicenses ? { fileLicenses } : {};
}

function resultRepository(found: Collected, context: ScanContext): ResultRepository {
  const facts = repositoryFacts(found, context);
  return {
    id: found.id,
    kind: found.kind,
    ...(found.commit === undefined ? {} : { commit: found.commit }),
    ...(found.origin === undefined ? {} : { origin: found.origin }),
    products: [...new Set((context.places.get(found.id) ?? []).map((place) => place.product.id))],
    files: found.files,
    ...(found.entry === undefined ? {} : { entry: found.entry }),
    manifests: found.inventory.manifests,
    own: found.inventory.own,
    licenses: found.licenses,
    ...fileLicenses(found, context),
    facts: Object.fromEntries(Object.entries(facts).sort(([a], [b]) => compareText(a, b))),
    evidence: found.evidence,
    checks: checksOf(found, context),
  };
}
