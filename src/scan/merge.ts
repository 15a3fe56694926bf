// Inventories of many repositories become one list of components, and the uses of each in deliverables.
import type { Component, Inventory } from "#facts";
import { compareText, positionsByGroup, sortBy } from "#kit";
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

/** The strongest first. */
const SCOPES: readonly ResultUse["scope"][] = ["production", "optional", "development"];

/** What a licence field means, as an expression. */
export type FieldReader = (text: string) => { readonly expression: string } | undefined;

export function mergeInventories(
  inventories: readonly Inventory[],
  places: ReadonlyMap<string, readonly Place[]>,
  read: FieldReader,
): Merged {
  const joined = joinComponents(inventories, remembering(read));
  const components = sortBy(joined.values(), (component) => component.purl);
  const index = new Map<string, number>();
  for (const [position, { purl }] of components.entries()) index.set(purl, position);
  const uses: ResultUse[] = [];
  for (const inventory of inventories) {
    const inRepository = usesOf(inventory, index);
    const [first, ...others] = (places.get(inventory.repository) ?? []).map(({ product, deliverable }) => ({
      product: product.id,
      deliverable: deliverable.id,
    }));
    for (const place of others) for (const use of inRepository) uses.push({ ...use, ...place });
    for (const use of inRepository) uses.push(first ? Object.assign(use, first) : use);
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
  const { components, occurrences } = inventory;
  const positions = positionsByGroup(components.length, occurrences.length, (at) => occurrences[at]?.component);
  const uses: ResultUse[] = [];
  for (const [local, { purl }] of components.entries()) {
    const position = index.get(purl);
    const named = positions(local);
    if (position !== undefined && named.length > 0) uses.push(useOf(inventory, position, named));
  }
  return uses;
}

function useOf(inventory: Inventory, component: number, positions: readonly number[]): ResultUse {
  let strongest = SCOPES.length;
  let direct: boolean | undefined;
  for (const position of positions) {
    const occurrence = inventory.occurrences[position];
    if (!occurrence) continue;
    strongest = Math.min(strongest, SCOPES.indexOf(occurrence.scope));
    if (occurrence.direct !== undefined) direct = direct === true || occurrence.direct;
  }
  const path = shortestPath(inventory, positions);
  return {
    component,
    repository: inventory.repository,
    scope: SCOPES[strongest] ?? "production",
    ...(direct === undefined ? {} : { direct }),
    manifests: manifestsOf(inventory, positions),
    ...(path ? { path } : {}),
  };
}

function manifestsOf({ manifests, occurrences }: Inventory, positions: readonly number[]): ResultUse["manifests"] {
  const named = positions.map((position) => {
    const { manifest = -1, line } = occurrences[position] ?? {};
    const path = manifests[manifest]?.path ?? "";
    return line === undefined ? { path } : { path, line };
  });
  // A list that was filtered has room for sixteen more: one of one is kept as it is.
  if (named.length === 1) return named;
  return sortBy(named, (manifest) => manifest.path).filter((manifest, i, all) => manifest.path !== all[i - 1]?.path);
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
