// From a result (all of it, or one product) to the input of an SBOM.
import { parsePurl } from "#kit";
import type { ResultComponent, ScanResult } from "#scan";
import { ComponentJoiner, type SbomInput, type SbomLicense } from "./input.ts";
import { isOnlyAsked, type NamingFile, namingFiles, ownPackages } from "./standing.ts";

/** The components in use, with the licence that the rules judged beside those declared; `product` keeps to one product. */
export function sbomInputOfResult(result: ScanResult, options: { readonly name: string; readonly product?: string }): SbomInput {
  const uses = options.product === undefined ? result.uses : result.uses.filter((use) => use.product === options.product);
  const joiner = new ComponentJoiner();
  for (const index of new Set(uses.map((use) => use.component))) {
    const component = result.components[index];
    if (component) joiner.component(sbomComponent(component));
  }
  const files = new Map(result.repositories.map((repository) => [repository.id, filesByPath(repository)]));
  for (const use of uses) {
    const component = result.components[use.component];
    if (component === undefined) continue;
    const { purl, pinned } = component;
    const naming = use.manifests.map(({ path }) => files.get(use.repository)?.get(path));
    const askedBy = naming.every((file) => isOnlyAsked({ pinned }, file)) ? naming[0]?.own : undefined;
    const manifests = use.manifests.map(({ path }) => `${use.repository}/${path}`);
    joiner.use(purl, { scope: use.scope, direct: use.direct === true, manifests, askedBy });
    for (const [step, from] of (use.path ?? []).entries()) {
      const to = use.path?.[step + 1];
      if (to !== undefined) joiner.edges(from, [to]);
    }
  }
  const repositories = new Set(uses.map((use) => use.repository));
  return {
    name: options.name,
    now: result.now,
    toolVersion: result.tool.version,
    own: ownPackages(result.repositories.filter((repository) => repositories.has(repository.id))),
    components: joiner.sorted(),
  };
}

function sbomComponent(component: ResultComponent): Parameters<ComponentJoiner["component"]>[0] {
  const purl = parsePurl(component.purl);
  const licenses: SbomLicense[] = component.declared.map(({ text }) => ({ text, basis: "declared" }));
  if (component.license !== undefined && component.notion !== "declared") licenses.push({ text: component.license, basis: "concluded" });
  return {
    purl: component.purl,
    type: component.type,
    ...(purl?.namespace === undefined ? {} : { namespace: purl.namespace }),
    name: purl?.name ?? component.name,
    version: component.version,
    licenses,
  };
}

function filesByPath(repository: ScanResult["repositories"][number]): ReadonlyMap<string, NamingFile> {
  const files = namingFiles(repository);
  return new Map(repository.manifests.flatMap(({ path }, index) => (files[index] ? [[path, files[index]] as const] : [])));
}
