// From the inventories of one or several repositories to the input of an SBOM.
import type { Inventory, Occurrence } from "#facts";
import { ComponentJoiner, type SbomInput, type SbomLicense } from "./input.ts";
import { isOnlyAsked, type NamingFile, namingFiles, ownPackages } from "./standing.ts";

export interface SbomOptions {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly toolVersion: string;
  /** How the path of a manifest is shown. Without it: as in its repository, behind the repository's name where there are several. */
  readonly pathOf?: (repository: string, path: string) => string;
}

/** One component however many repositories and files name it; what is ours is apart. */
export function sbomInput(inventories: readonly Inventory[], options: SbomOptions): SbomInput {
  const several = inventories.length > 1;
  const pathOf = options.pathOf ?? ((repository, path) => (several ? `${repository}/${path}` : path));
  const joiner = new ComponentJoiner();
  for (const inventory of inventories) {
    for (const component of inventory.components) {
      joiner.component({ ...component, licenses: component.licenses.length === 0 ? noLicenses : component.licenses.map(declared) });
    }
  }
  for (const inventory of inventories) {
    const files = namingFiles(inventory);
    const paths = inventory.manifests.map((manifest) => [pathOf(inventory.repository, manifest.path)]);
    for (const occurrence of inventory.occurrences) addUse(joiner, inventory, occurrence, files, paths);
    addEdges(joiner, inventory);
  }
  const { name, now, toolVersion } = options;
  return { name, now, toolVersion, own: ownPackages(inventories), components: joiner.sorted() };
}

const noLicenses: readonly SbomLicense[] = [];

function declared({ text }: { readonly text: string }): SbomLicense {
  return { text, basis: "declared" };
}

function addUse(
  joiner: ComponentJoiner,
  inventory: Inventory,
  occurrence: Occurrence,
  files: readonly NamingFile[],
  paths: readonly (readonly string[])[],
): void {
  const component = inventory.components[occurrence.component];
  if (!component) return;
  const { scope, range, manifest } = occurrence;
  const file = files[manifest];
  const askedBy = isOnlyAsked({ pinned: component.pinned, range }, file) ? file?.own : undefined;
  joiner.use(component.purl, { scope, direct: occurrence.direct === true, manifests: paths[manifest] ?? [], range, askedBy });
}

/** Where an inventory keeps all that an entry brings in, these; otherwise the shortest ways, which at least say why each is there. */
function addEdges(joiner: ComponentJoiner, inventory: Inventory): void {
  const purlOf = (index: number | undefined): string | undefined => {
    const occurrence = index === undefined ? undefined : inventory.occurrences[index];
    return occurrence === undefined ? undefined : inventory.components[occurrence.component]?.purl;
  };
  for (const [index, occurrence] of inventory.occurrences.entries()) {
    const purl = purlOf(index);
    if (purl === undefined) continue;
    if (occurrence.dependsOn !== undefined) {
      joiner.edges(
        purl,
        occurrence.dependsOn.map(purlOf).filter((target) => target !== undefined),
      );
    }
    const via = purlOf(occurrence.via);
    if (via !== undefined) joiner.edges(via, [purl]);
  }
}
