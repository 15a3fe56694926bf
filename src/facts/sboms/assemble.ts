// From what was gathered to a reading: references become indexes, ours is set apart from the rest, and scopes follow the edges.
import { edgeKinds, type SbomCollector } from "./collector.ts";
import { narrowedScopes } from "./scopes.ts";
import type { SbomFormatId, SbomMetadata, SbomPackage, SbomReading } from "./types.ts";

export interface DocumentFacts {
  readonly format: SbomFormatId;
  readonly specVersion: string;
  readonly metadata: SbomMetadata;
}

/** Who brings in whom, by slot, and how many references lead nowhere. */
interface Edges {
  readonly lists: (number[] | undefined)[];
  readonly dangling: number;
}

const CONTAINS = edgeKinds.indexOf("contains");
const LINKS = edgeKinds.indexOf("links");

/** The whole reading, once everything is gathered. */
export function assemble(collector: SbomCollector, facts: DocumentFacts): SbomReading {
  markSubjects(collector);
  turnLinks(collector);
  const { slots } = collector;
  const edges = slotEdges(collector);
  // SPDX relates files, snippets and other documents as well: only in CycloneDX is this a mistake.
  if (edges.dangling > 0 && facts.format.startsWith("cyclonedx")) {
    collector.problem("sbom-unknown-reference", "note", `${edges.dangling} dependencies refer to nothing in the document`);
  }
  const scopes = narrowedScopes(collector);
  const indexes = packageIndexes(collector);
  const keys = uniqueKeys(collector);
  const own: SbomPackage[] = [];
  const packages: SbomPackage[] = [];
  for (const [place, slot] of slots.entries()) {
    if (slot.draft === undefined) continue;
    const { ref: _, ...draft } = slot.draft;
    // Two copies of everything would be the peak of memory.
    slot.draft = undefined;
    const dependsOn = edges.lists[place]?.map((target) => indexes[target] ?? -1).filter((index) => index >= 0);
    const parent = slot.parent === undefined ? undefined : indexes[slot.parent];
    const scope = scopes?.get(place) ?? draft.scope;
    const whole: SbomPackage = {
      ...draft,
      key: keys[place] ?? "",
      ...(scope === undefined ? {} : { scope }),
      ...(parent === undefined || parent < 0 ? {} : { parent }),
      ...(dependsOn === undefined ? {} : { dependsOn }),
      ...(slot.line === undefined ? {} : { line: slot.line }),
    };
    (slot.own ? own : packages).push(whole);
  }
  return { ...facts, licenseNames: collector.licenseNames, own, packages, problems: collector.problems() };
}

/**
 * A described package is ours when it brings in others and none brings it in. One that stands alone, or beside others, is what the document tells of:
 * a component like any (a supplier's package, a copied library with its own SPDX file).
 */
function markSubjects(collector: SbomCollector): void {
  const { edges, slotOfRef, subjects } = collector;
  if (subjects.size === 0) return;
  const bringing = new Set<number>();
  const brought = new Set<number>();
  for (let at = 0; at < edges.length; at += 3) {
    const from = slotOfRef[edges[at] as number];
    const to = slotOfRef[edges[at + 1] as number];
    if (from === undefined || to === undefined || from === to) continue;
    bringing.add(from);
    if (edges[at + 2] === LINKS) bringing.add(to);
    else brought.add(to);
  }
  for (const text of subjects) {
    const ref = collector.refs.get(text);
    const place = ref === undefined ? undefined : slotOfRef[ref];
    const slot = place === undefined ? undefined : collector.slots[place];
    if (slot && place !== undefined && bringing.has(place) && !brought.has(place)) slot.own = true;
  }
}

/** A link to what is ours is a link of ours. */
function turnLinks({ edges, slotOfRef, slots }: SbomCollector): void {
  for (let at = 0; at < edges.length; at += 3) {
    const [from, to] = [edges[at] as number, edges[at + 1] as number];
    const target = slotOfRef[to];
    if (edges[at + 2] !== LINKS || target === undefined || !slots[target]?.own) continue;
    edges[at] = to;
    edges[at + 1] = from;
  }
}

function slotEdges(collector: SbomCollector): Edges {
  const { edges, elsewhere, slotOfRef, slots } = collector;
  const lists = Array.from<number[] | undefined>({ length: slots.length });
  let dangling = 0;
  for (const ref of collector.listed) {
    const place = slotOfRef[ref];
    if (place !== undefined) lists[place] ??= [];
  }
  for (let at = 0; at < edges.length; at += 3) {
    const from = slotOfRef[edges[at] as number];
    const to = slotOfRef[edges[at + 1] as number];
    if (from === undefined || to === undefined)
      dangling += elsewhere.has(edges[at] as number) || elsewhere.has(edges[at + 1] as number) ? 0 : 1;
    // What an SBOM of ours contains may be there for any reason: only a dependency tells that we ask for it.
    else if (from !== to && !(edges[at + 2] === CONTAINS && slots[from]?.own)) (lists[from] ??= []).push(to);
  }
  for (const [place, slot] of slots.entries())
    if (slot.parent !== undefined && !slots[slot.parent]?.own) (lists[slot.parent] ??= []).push(place);
  return { lists: lists.map((list) => (list && list.length > 1 ? [...new Set(list)] : list)), dangling };
}

/** Index in `packages` by slot; -1 for what is ours or was left open. */
function packageIndexes(collector: SbomCollector): Int32Array {
  const indexes = new Int32Array(collector.slots.length).fill(-1);
  let next = 0;
  for (const [place, slot] of collector.slots.entries()) if (slot.draft && !slot.own) indexes[place] = next++;
  return indexes;
}

function uniqueKeys(collector: SbomCollector): readonly string[] {
  const taken = new Set<string>();
  return collector.slots.map((slot, place) => {
    const ref = slot.draft?.ref ?? "";
    let key = ref === "" || taken.has(ref) ? `#${place + 1}` : ref;
    while (taken.has(key)) key += "'";
    taken.add(key);
    return key;
  });
}
