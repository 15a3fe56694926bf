// Where a document names development or optional dependencies as relationships (SPDX), the packages that only those bring in get their scope from it.
import { edgeKinds, type SbomCollector } from "./collector.ts";

const DEVELOPMENT = edgeKinds.indexOf("development");
const OPTIONAL = edgeKinds.indexOf("optional");

/**
 * Scopes by slot; undefined where the document names no such relationship. From what nothing brings in, the whole graph is walked three times: over
 * plain edges (required), over optional ones as well, over all: the first walk that reaches a package gives its scope.
 */
export function narrowedScopes(collector: SbomCollector): ReadonlyMap<number, "required" | "optional" | "excluded"> | undefined {
  const { edges } = collector;
  let found = false;
  for (let at = 2; at < edges.length && !found; at += 3) found = edges[at] === DEVELOPMENT || edges[at] === OPTIONAL;
  if (!found) return undefined;
  const graph = outgoing(collector);
  const scopes = new Map<number, "required" | "optional" | "excluded">();
  const roots = rootsOf(collector);
  walk(graph, roots, scopes, "required", (kind) => kind !== DEVELOPMENT && kind !== OPTIONAL);
  walk(graph, [...scopes.keys()], scopes, "optional", (kind) => kind !== DEVELOPMENT);
  walk(graph, [...scopes.keys()], scopes, "excluded", () => true);
  return scopes;
}

type Graph = ReadonlyMap<number, readonly (readonly [number, number])[]>;

function outgoing(collector: SbomCollector): Graph {
  const graph = new Map<number, [number, number][]>();
  const { edges, slotOfRef } = collector;
  for (let at = 0; at < edges.length; at += 3) {
    const from = slotOfRef[edges[at] as number];
    const to = slotOfRef[edges[at + 1] as number];
    if (from === undefined || to === undefined) continue;
    const list = graph.get(from);
    const entry: [number, number] = [to, edges[at + 2] as number];
    if (list) list.push(entry);
    else graph.set(from, [entry]);
  }
  return graph;
}

/** What is ours, and what nothing brings in. */
function rootsOf(collector: SbomCollector): number[] {
  const { edges, ours, slotOfRef, slots } = collector;
  const brought = new Set<number>();
  for (let at = 0; at < edges.length; at += 3) {
    const to = slotOfRef[edges[at + 1] as number];
    if (to !== undefined && slotOfRef[edges[at] as number] !== undefined) brought.add(to);
  }
  return [...slots.keys()].filter((place) => ours.has(place) || !brought.has(place));
}

function walk<S>(graph: Graph, from: readonly number[], scopes: Map<number, S>, scope: S, follows: (kind: number) => boolean): void {
  const open = [...from];
  for (const place of from) if (!scopes.has(place)) scopes.set(place, scope);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const [target, kind] of graph.get(place) ?? []) {
      if (scopes.has(target) || !follows(kind)) continue;
      scopes.set(target, scope);
      open.push(target);
    }
  }
}
