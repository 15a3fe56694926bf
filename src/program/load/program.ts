// A folder of documents into a program: read, checked, merged with its packs. Everything that is wrong is reported at once.
import { join } from "node:path";
import { type Problem, phrase, sha256 } from "#kit";
import { type Language, languages, type Organization, type Program } from "../model.ts";
import { extendsOf, type PackFiles, PackReader, readPackDocument } from "../packs/read-packs.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import { type Files, readFolder } from "../read/folder.ts";
import { locateProblem } from "../read/locate.ts";
import { ProblemList } from "../read/problems.ts";
import { applyRecords } from "../records/with-records.ts";
import { readYaml, type YamlPage } from "../read/yaml.ts";
import { type OrganizationDocument, organizationDocument } from "../schema/organization.ts";
import type { PackDocument } from "../schema/other.ts";
import { mergeCases } from "./cases.ts";
import { shippedFrameworks } from "../frameworks/shipped.ts";
import { checkTopics } from "./frameworks.ts";
import { checkCoherence } from "./coherence.ts";
import { contextOf, type Layer, readLayer } from "./layer.ts";
import { mergeLicenses, mergePolicies, mergeStrategies } from "./merge.ts";
import { mergeProcurement } from "./procurement.ts";
import { organizationOfPack, readOrganization } from "./organization.ts";
import { checkParameterNames, collectParameters } from "./parameter-values.ts";
import { References } from "./references.ts";
import { type Before, withHistory } from "./structure.ts";

export interface LoadOptions {
  /** Folder of the packs that come with Allmend. */
  readonly packsFolder: string;
  /** Ids and aliases of measures that key results may name. */
  readonly measures: ReadonlySet<string>;
  /** What the history of the documents shows of the time before there was a strategy; absent where nobody can know. */
  readonly before?: Before;
}

export interface LoadedProgram {
  /** The program; absent when a document has an error, so that nobody judges with half a policy. */
  readonly program?: Program;
  /** What could be read in spite of errors: for further checks only. */
  readonly partial?: Program;
  /** Everything that is wrong, by file and place; files as the user named them. */
  readonly problems: readonly Problem[];
}

export type Own =
  | { readonly kind: "organization"; readonly document: Checked<OrganizationDocument>; readonly unreadable?: true }
  | { readonly kind: "pack"; readonly document: Checked<PackDocument> };

/** Loads the program in a folder, or a pack for itself (a folder with pack.yaml). Never throws for what documents hold. */
export async function loadProgram(folder: string, options: LoadOptions): Promise<LoadedProgram> {
  const problems = new ProblemList();
  const partial = await load(folder, options, problems);
  const located = problems.sorted().map((problem) => locateProblem(folder, problem));
  if (!partial) return { problems: located };
  return problems.hasErrors ? { partial, problems: located } : { program: partial, partial, problems: located };
}

async function load(folder: string, options: LoadOptions, problems: ProblemList): Promise<Program | undefined> {
  const sources = await readSources(folder, options, problems);
  const program = sources && assemble(sources, options, problems);
  if (program?.frameworks) checkTopics(program.frameworks, await shippedFrameworks(options.packsFolder), problems);
  return program;
}

/** The documents of a folder and of the packs that it builds on, before they are joined. */
export interface Sources {
  readonly folder: string;
  readonly files: Files;
  readonly own: Own;
  readonly packs: readonly PackFiles[];
  /** A pack that is named could not be read: what it would bring is not known to be missing. */
  readonly packsMissing: boolean;
}

/** Reads a folder and its packs; `instead` names packs that stand in for those that it extends. */
export async function readSources(
  folder: string,
  options: LoadOptions,
  problems: ProblemList,
  instead?: readonly string[],
): Promise<Sources | undefined> {
  const files = await readFolder(folder, "", problems);
  const own = readOwn(files, problems);
  if (!own) return undefined;
  const reader = new PackReader([join(folder, "packs"), options.packsFolder], problems);
  const wishes = instead?.map((text) => ({ text, at: own.document.position([]) })) ?? extendsOf(own.document.value.extends, own.document);
  const packs = await reader.read(wishes);
  return { folder, files, own, packs, packsMissing: reader.missing };
}

function readOwn(files: Files, problems: ProblemList): Own | undefined {
  const content = files.get("organization.yaml");
  if (content === undefined && files.has("pack.yaml")) {
    const document = readPackDocument(files, "", undefined, problems);
    return document && { kind: "pack", document };
  }
  if (content === undefined) {
    problems.add("document-missing", { file: "organization.yaml" }, phrase`there is no organization.yaml`, {
      hint: phrase`Write one with \`allmend init\`.`,
    });
    return undefined;
  }
  const page = readYaml({ file: "organization.yaml", text: content, place: (line, column) => ({ line, column }) }, problems);
  const document = checkDocument(organizationDocument, page, problems, { organization: "?" });
  return document ? { kind: "organization", document } : { kind: "organization", document: stranger(page), unreadable: true };
}

/** Stands in for an organization.yaml that cannot be read, so that the other documents are looked at in the same run. */
function stranger(page: YamlPage): Checked<OrganizationDocument> {
  return { value: { organization: "?" }, page, replaced: new Set(), position: (path, part) => page.position(path, part) };
}

/** Joins documents and packs into a program and checks what they say of each other. */
export function assemble(
  { folder, files, own, packs, packsMissing }: Sources,
  { measures, before }: Pick<LoadOptions, "measures" | "before">,
  problems: ProblemList,
): Program {
  const name = own.kind === "organization" ? own.document.value.organization : titleOf(own.document.value);
  const declarations = [...(own.kind === "pack" ? [own.document] : []), ...packs.map(({ document }) => document)];
  const given = own.kind === "organization" ? own.document : undefined;
  const { values, all } = collectParameters(name, given, declarations, problems);
  const ownLanguages = languagesOf(own);
  const shared = { parameters: values, problems };
  const ownPack = own.kind === "pack" ? { pack: own.document.value.pack } : {};
  const context = contextOf({ prefix: "", languages: ownLanguages, ...ownPack, ...shared });
  if (packsMissing) context.references.cannotSee("rule", "objective", "activity");
  const organization =
    own.kind === "organization" ? readOrganization(own.document, all, context) : organizationOfPack(own.document, all, context);
  const unreadable = own.kind === "organization" && own.unreadable === true;
  if (unreadable)
    context.references.cannotSee("unit", "team", "person", "executive", "board", "lane", "product", "rule", "objective", "activity");
  for (const team of organization.teams) if (own.kind === "pack") context.references.declare("team", team.id);
  const layers = [
    readLayer(files, context),
    ...packs.map((pack) =>
      readLayer(pack.files, contextOf({ prefix: pack.prefix, pack: pack.name, languages: pack.document.value.languages, ...shared })),
    ),
  ];
  const merged = applyRecords(merge(folder, organization, layers, packs));
  const program = given && before ? withHistory(merged, given, before) : merged;
  if (given) checkParameterNames(given, declarations, layers, problems);
  checkReferences(layers, program, measures, problems);
  if (given && !unreadable) checkTeamsOfPacks(given, organization, packs, problems);
  if (!unreadable && !packsMissing) checkCoherence(program, problems);
  return program;
}

function merge(folder: string, organization: Organization, layers: readonly Layer[], packs: readonly PackFiles[]): Program {
  const strategy = mergeStrategies(layers);
  const procurement = mergeProcurement(layers);
  const cases = mergeCases(layers, organization.boards);
  const frameworks = layers.flatMap((layer) => layer.frameworks);
  const activities = new Set(strategy?.activities.map(({ id }) => id));
  return {
    location: folder,
    digest: digestOf(layers),
    packs: packs.map((pack) => `${pack.name}@${pack.version}`),
    organization,
    ...(strategy ? { strategy } : {}),
    policies: mergePolicies(layers, activities),
    licenses: mergeLicenses(layers),
    ...(layers[0]?.affiliations ? { affiliations: layers[0].affiliations } : {}),
    records: layers[0]?.records.entries ?? [],
    ...(procurement ? { procurement } : {}),
    ...(cases.length > 0 ? { cases } : {}),
    ...(frameworks.length > 0 ? { frameworks } : {}),
    ...(Object.keys(layers[0]?.registers ?? {}).length > 0 ? { registers: layers[0]?.registers ?? {} } : {}),
  };
}

/** The organisation's references are met by its own documents and by what is left of its packs after merging. */
function checkReferences(layers: readonly Layer[], program: Program, measures: ReadonlySet<string>, problems: ProblemList): void {
  const merged = new References(problems);
  for (const measure of measures) merged.declare("measure", measure);
  for (const objective of program.strategy?.objectives ?? []) merged.declare("objective", objective.id);
  for (const activity of program.strategy?.activities ?? []) merged.declare("activity", activity.id);
  for (const rule of program.policies.flatMap((policy) => policy.rules)) merged.declare("rule", rule.id);
  for (const layer of layers.slice(1)) for (const rule of layer.context.references.ids("rule")) merged.declare("rule", rule);
  layers[0]?.context.references.check(merged);
}

/** Packs speak of teams; where the organisation has none of that name, nobody is meant. One warning says it for all their texts. */
function checkTeamsOfPacks(
  document: Checked<OrganizationDocument>,
  organization: Organization,
  packs: readonly PackFiles[],
  problems: ProblemList,
): void {
  const teams = new Set(organization.teams.map(({ id }) => id));
  for (const pack of packs) {
    const missing = Object.keys(pack.document.value.teams ?? {}).filter((id) => !teams.has(id));
    if (missing.length === 0) continue;
    problems.warn(
      "unknown-reference",
      document.position(["teams"], "key"),
      phrase`pack "${pack.name}" speaks of teams that are not here: ${missing.join(", ")}`,
      {
        hint: phrase`Add them, with lead: none while nobody does it: ${missing[0] ?? ""}: { lead: none }.`,
      },
    );
  }
}

function languagesOf(own: Own): readonly Language[] {
  const said = own.document.value.languages ?? [];
  return said.length > 0 ? [...new Set(said)] : [languages[0]];
}

function titleOf(pack: PackDocument): string {
  return typeof pack.title === "string" ? pack.title : (pack.title.en ?? pack.title.de ?? pack.pack);
}

/** The same for the same documents, wherever they lie. */
function digestOf(layers: readonly Layer[]): string {
  const parts = layers.flatMap(({ context, files }) =>
    [...files].map(([path, content]) => `${context.prefix}${path}\u0000${sha256(content)}`),
  );
  return sha256(parts.join("\n"));
}
