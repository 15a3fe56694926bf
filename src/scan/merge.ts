// Inventories of many repositories become one list of components, and the uses of each in deliverables.
import type { Component, Inventory } from "#facts";
import { compareText, sortBy } from "#kit";
import type { Place } from "./assign.ts";
import type { Collected } from "./context.ts";
import type { ResultComponent, ResultUse } from "./result.ts";

export interface Merged {
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
}

/** Empties an inventory once it is merged, for callers whose it is alone: of a large bill of materials it is half of the memory. What was counted stays. */
export function letGo(found: Collected): Collected {
  const { components, occurrences } = found.inventory;
  const counted = { components: components.length, unknownLicenses: components.filter(({ licenses }) => licenses.length === 0).length };
  for (const list of [components, occurrences]) (list as unknown[]).length = 0;
  return { ...found, counted };
}

const SCOPES = ["production", "optional", "development"] as const;

/** What a licence field means, as an expression. */
export type FieldReader = (text: string) => { readonly expression: string } | undefined;

export function mergeInventories(
  inventories: readonly Inventory[],
  places: ReadonlyMap<string, readonly Place[]>,
  read: FieldReader,
): Merged {
  const joined = joinComponents(inventories, remembering(read));
  const components = sortBy(joined.values(), (component) => component.purl);
  const index = new Map(components.map((component, position) => [component.purl, position]));
  const uses: ResultUse[] = [];
  for (const inventory of inventories) {
    const inRepository = usesOf(inventory, index);
    const where = places.get(inventory.repository) ?? [];
    if (where.length === 0) for (const use of inRepository) uses.push(use);
    for (const { product, deliverable } of where) {
      for (const use of inRepository) uses.push({ ...use, product: product.id, deliverable: deliverable.id });
    }
  }
  uses.sort(
    (a, b) =>
      a.component - b.component ||
      compareText(a.product ?? "", b.product ?? "") ||
      compareText(a.deliverable ?? "", b.deliverable ?? "") ||
      compareText(a.repository, b.repository),
  );
  return { components, uses };
}

function joinComponents(inventories: readonly Inventory[], read: FieldReader): Map<string, ResultComponent> {
  const joined = new Map<string, ResultComponent>();
  for (const inventory of inventories) {
    for (const component of inventory.components) {
      const before = joined.get(component.purl);
      joined.set(component.purl, before ? join(before, component, read) : resultComponent(component, read));
    }
  }
  return joined;
}

function resultComponent(component: Component, read: FieldReader): ResultComponent {
  return {
    purl: component.purl,
    type: component.type,
    name: component.namespace ? `${component.namespace}/${component.name}` : component.name,
    version: component.version,
    declared: component.licenses,
    ...judged(component.licenses, read),
    pinned: component.pinned,
    ...(component.source ? { source: component.source.kind } : {}),
    ...(component.integrity ? { integrity: component.integrity } : {}),
  };
}

function join(before: ResultComponent, component: Component, read: FieldReader): ResultComponent {
  const known = new Set(before.declared.map((license) => `${license.text}\n${license.from}`));
  const added = component.licenses.filter((license) => !known.has(`${license.text}\n${license.from}`));
  const pinned = before.pinned && component.pinned;
  if (added.length === 0) return pinned === before.pinned ? before : { ...before, pinned };
  const declared = [...before.declared, ...added];
  const { license: _before, notion: _notion, licenseFrom: _from, ...rest } = before;
  return { ...rest, declared, pinned, ...judged(declared, read) };
}

/** The first declaration that can be read as an expression; sources stand in order of trust (lockfile, manifest, SBOM). */
function judged(declared: Component["licenses"], read: FieldReader): Pick<ResultComponent, "license" | "licenseFrom" | "notion"> {
  for (const { text, from } of declared) {
    const license = read(text)?.expression;
    if (license !== undefined) return { license, licenseFrom: from, notion: "declared" };
  }
  return { notion: "none" };
}

/** The same few texts stand in thousands of entries. */
function remembering(read: FieldReader): FieldReader {
  const known = new Map<string, ReturnType<FieldReader>>();
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text);
  };
}

/** One use per component of this repository, whatever the number of files that name it. */
function usesOf(inventory: Inventory, index: ReadonlyMap<string, number>): ResultUse[] {
  const byComponent = new Map<number, number[]>();
  inventory.occurrences.forEach((occurrence, position) => {
    const list = byComponent.get(occurrence.component);
    if (list) list.push(position);
    else byComponent.set(occurrence.component, [position]);
  });
  const uses: ResultUse[] = [];
  for (const [local, positions] of byComponent) {
    const component = inventory.components[local];
    const position = component && index.get(component.purl);
    if (position === undefined) continue;
    uses.push(useOf(inventory, position, positions));
  }
  return uses;
}

function useOf(inventory: Inventory, component: number, positions: readonly number[]): ResultUse {
  const occurrences = positions.flatMap((position) => inventory.occurrences[position] ?? []);
  const scope = SCOPES.find((candidate) => occurrences.some((occurrence) => occurrence.scope === candidate)) ?? "production";
  const said = occurrences.filter((occurrence) => occurrence.direct !== undefined);
  const manifests = occurrences.map((occurrence) => {
    const path = inventory.manifests[occurrence.manifest]?.path ?? "";
    return occurrence.line === undefined ? { path } : { path, line: occurrence.line };
  });
  const path = shortestPath(inventory, positions);
  return {
    component,
    repository: inventory.repository,
    scope,
    ...(said.length > 0 ? { direct: said.some((occurrence) => occurrence.direct) } : {}),
    manifests: sortBy(manifests, (manifest) => manifest.path).filter((manifest, i, all) => manifest.path !== all[i - 1]?.path),
    ...(path ? { path } : {}),
  };
}

const MAX_STEPS = 100;

/** Why is this here: purls from what we ask for down to it, by the shortest of the ways that the files tell. */
function shortestPath(inventory: Inventory, positions: readonly number[]): string[] | undefined {
  let best: string[] | undefined;
  for (const position of positions) {
    const path: string[] = [];
    let current: number | undefined = position;
    while (current !== undefined && path.length < MAX_STEPS) {
      const occurrence: Inventory["occurrences"][number] | undefined = inventory.occurrences[current];
      if (!occurrence) break;
      path.push(inventory.components[occurrence.component]?.purl ?? "");
      current = occurrence.via;
    }
    const told = path.length > 1 || inventory.occurrences[position]?.direct === true;
    if (told && (best === undefined || path.length < best.length)) best = path;
  }
  return best?.reverse();
}
