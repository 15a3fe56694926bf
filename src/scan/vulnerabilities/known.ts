// What was imported, joined with the components of the run: vulnerabilities with what they affect, and who set which aside.
import {
  advisoriesOf,
  answerFor,
  type ComponentName,
  componentName,
  type HomeImports,
  type Imported,
  type ImportedFile,
  importedFrom,
  isImportedKind,
  isSetAside,
  type Match,
  type Matches,
  matchComponents,
  type ProductNames,
  Statements,
  type VulnerabilityAnswer,
} from "#facts";
import type { Problem } from "#kit";
import type { Program } from "#program";
import type { ScanContext } from "../context.ts";

/** A match with what was answered to it. */
export interface KnownMatch extends Match {
  readonly answers: readonly VulnerabilityAnswer[];
}

export interface KnownVulnerabilities {
  readonly imported: Imported;
  readonly files: readonly ImportedFile[];
  readonly vulnerabilities: Matches["vulnerabilities"];
  readonly matches: readonly KnownMatch[];
  /** By component. */
  readonly byComponent: ReadonlyMap<number, readonly KnownMatch[]>;
  readonly problems: readonly Problem[];
}

/** What stands beside the program and in this machine's home. */
export function importedBy(program: Program, home: HomeImports | undefined): Promise<Imported> {
  return importedFrom([...program.records.filter((record) => isImportedKind(record.kind)), ...(home?.lines ?? [])]);
}

export async function knownVulnerabilities(
  context: Pick<ScanContext, "components" | "places" | "repositories" | "program" | "organization">,
  imported: Imported,
  home: HomeImports | undefined,
): Promise<KnownVulnerabilities> {
  // Where nothing is told of any package, nobody's name is asked for.
  const isTold = imported.advisories.length > 0 || home?.database !== undefined;
  const names = isTold ? context.components.map((component) => componentName(component.purl)) : [];
  const stored = await storedAdvisories(names, home);
  const { vulnerabilities, matches } = matchComponents(names, [...imported.advisories, ...stored], imported.marks);
  const statements = new Statements(imported.statements, productNames(context));
  const known = matches.map((match): KnownMatch => {
    const vulnerability = vulnerabilities[match.vulnerability];
    const purl = context.components[match.component]?.purl ?? "";
    return { ...match, answers: vulnerability ? statements.answers([vulnerability.id, ...vulnerability.aliases], purl) : [] };
  });
  return {
    imported,
    files: [...imported.files, ...databaseFiles(home)],
    vulnerabilities,
    matches: known,
    byComponent: Map.groupBy(known, (match) => match.component),
    problems: [...(home?.problems ?? []), ...imported.problems],
  };
}

async function storedAdvisories(names: readonly (ComponentName | undefined)[], home: HomeImports | undefined) {
  const database = home?.database;
  if (!database) return [];
  return advisoriesOf(database.folder, database.current, new Set(names.flatMap((name) => name?.package ?? [])));
}

function databaseFiles(home: HomeImports | undefined): ImportedFile[] {
  return (home?.database?.current.sources ?? []).map(({ kind, name, digest, at, covers, taken, notUnderstood }) => ({
    kind,
    name,
    digest,
    at: at ?? "",
    covers,
    taken,
    notUnderstood,
  }));
}

/** All names by which somebody may call one of our products: its id, its names, and the packages of its repositories. */
export function productNames({
  organization,
  repositories,
  places,
}: Pick<ScanContext, "organization" | "repositories" | "places">): ProductNames[] {
  return organization.products.map((product) => {
    const own = repositories.filter((found) => places.get(found.id)?.some((place) => place.product.id === product.id));
    return {
      id: product.id,
      names: new Set([product.id, `product:${product.id}`, ...Object.values(product.name).filter((name) => name !== undefined)]),
      packages: new Set(
        own.flatMap((found) =>
          found.inventory.own.flatMap((item) => {
            const namespace = item.namespace === undefined ? "" : `${item.namespace}/`;
            return componentName(`pkg:${item.type}/${namespace.replace("@", "%40")}${item.name}`)?.package ?? [];
          }),
        ),
      ),
    };
  });
}

/** Whether a match counts in a product (undefined: in no product at all): nobody set it aside there. */
export function isOpenIn(match: KnownMatch, product: string | undefined): boolean {
  return !isSetAside(answerFor(match.answers, product));
}
