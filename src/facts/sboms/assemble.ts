// From what was gathered to a reading: references become indexes, ours is set apart from the rest, and scopes follow the edges.
import { edgeKinds, type SbomCollector } from "./collector.ts";
import { narrowedScopes } from "./scopes.ts";
import type { SbomFormatId, SbomMetadata, SbomPackage, SbomReading } from "./types.ts";

export interface DocumentFacts {
  readonly format: SbomFormatId;
  readonly specVersion: string;
  readonly metadata: SbomMetadata;
}

const CONTAINS = edgeKinds.indexOf("contains");
const LINKS = edgeKinds.indexOf("links");

/** The whole reading, once everything is gathered. The collector is used up. */
export function assemble(collector: SbomCollector, facts: DocumentFacts): SbomReading {
  markSubjects(collector);
  turnLinks(collector);
  const { slots, ours } = collector;
  const indexes = packageIndexes(collector);
  const dangling = addEdges(collector, indexes);
  // SPDX relates files, snippets and other documents as well: only in CycloneDX is this a mistake.
  if (dangling > 0 && facts.format.startsWith("cyclonedx")) {
    collector.problem("sbom-unknown-reference", "note", `${dangling} dependencies refer to nothing in the document`);
  }
  const scopes = narrowedScopes(collector);
  const own: SbomPackage[] = [];
  const packages: SbomPackage[] = [];
  for (const [place, slot] of slots.entries()) {
    if (slot === undefined) continue;
    if (collector.derived.size > 0 && collector.derived.has(slot.key)) slot.derived = true;
    slot.key = uniqueKey(collector, slot.key, place);
    slot.scope = scopes?.get(place) ?? slot.scope;
    const parent = slot.parent === undefined ? -1 : (indexes[slot.parent] ?? -1);
    slot.parent = parent < 0 ? undefined : parent;
    (ours.has(place) ? own : packages).push(slot);
  }
  return { ...facts, licenseNames: collector.licenseNames, own, packages, problems: collector.problems() };
}

/**
 * A described package is ours when it brings in others and none brings it in. One that stands alone, or beside others, is what the document tells of:
 * a component like any (a supplier's package, a copied library with its own SPDX file).
 */
function markSubjects({ edges, ours, refs, slots, slotOfRef, subjects }: SbomCollector): void {
  if (subjects.size === 0) return;
  const bringing = new Uint8Array(slots.length);
  const brought = new Uint8Array(slots.length);
  for (let at = 0; at < edges.length; at += 3) {
    const from = slotOfRef[edges[at] as number];
    const to = slotOfRef[edges[at + 1] as number];
    if (from === undefined || to === undefined || from === to) continue;
    bringing[from] = 1;
    if (edges[at + 2] === LINKS) bringing[to] = 1;
    else brought[to] = 1;
  }
  for (const text of subjects) {
    const place = slotOfRef[refs.get(text) ?? -1];
    if (place !== undefined && bringing[place] === 1 && brought[place] === 0) ours.add(place);
  }
}

/** A link to what is ours is a link of ours. */
function turnLinks({ edges, ours, slotOfRef }: SbomCollector): void {
  if (ours.size === 0) return;
  for (let at = 0; at < edges.length; at += 3) {
    const [from, to] = [edges[at] as number, edges[at + 1] as number];
    const target = slotOfRef[to];
    if (edges[at + 2] !== LINKS || target === undefined || !ours.has(target)) continue;
    edges[at] = to;
    edges[at + 1] = from;
  }
}

/** Writes `dependsOn` of all packages, as indexes of packages; gives the number of references that lead nowhere. */
function addEdges(collector: SbomCollector, indexes: Int32Array): number {
  const { edges, elsewhere, ours, slotOfRef, slots } = collector;
  const lists = Array.from<number[] | undefined>({ length: slots.length });
  let dangling = 0;
  for (const ref of collector.listed) {
    const place = slotOfRef[ref];
    if (place !== undefined) lists[place] ??= [];
  }
  const bring = (from: number, to: number): void => {
    const index = indexes[to] ?? -1;
    lists[from] ??= [];
    if (from !== to && index >= 0) lists[from].push(index);
  };
  for (let at = 0; at < edges.length; at += 3) {
    const [fromRef, toRef] = [edges[at] as number, edges[at + 1] as number];
    const from = slotOfRef[fromRef];
    const to = slotOfRef[toRef];
    if (from === undefined || to === undefined) dangling += elsewhere.has(fromRef) || elsewhere.has(toRef) ? 0 : 1;
    // What an SBOM of ours contains may be there for any reason: only a dependency tells that we ask for it.
    else if (!(edges[at + 2] === CONTAINS && ours.has(from))) bring(from, to);
  }
  for (const [place, slot] of slots.entries()) if (slot?.parent !== undefined && !ours.has(slot.parent)) bring(slot.parent, place);
  for (const [place, slot] of slots.entries()) {
    const list = lists[place];
    if (slot) slot.dependsOn = list && list.length > 1 ? [...new Set(list)] : list;
  }
  return dangling;
}

/** Index in `packages` by place; -1 for what is ours or was left open. */
function packageIndexes({ ours, slots }: SbomCollector): Int32Array {
  const indexes = new Int32Array(slots.length).fill(-1);
  let next = 0;
  for (const [place, slot] of slots.entries()) if (slot && !ours.has(place)) indexes[place] = next++;
  return indexes;
}

/** The reference where it is this package's alone, otherwise one made from the place. */
function uniqueKey({ refs, slotOfRef }: SbomCollector, ref: string, place: number): string {
  if (ref !== "" && slotOfRef[refs.get(ref) ?? -1] === place) return ref;
  let key = `#${place + 1}`;
  while (slotOfRef[refs.get(key) ?? -1] !== undefined) key += "'";
  return key;
}
