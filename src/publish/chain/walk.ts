// Walks of the chain: what something is there for, what comes of it, and what hangs on nothing.
import { measureIn } from "./asked.ts";
import type { Chain, ChainKind, ChainTree } from "./types.ts";

/** Links that one link shows at most; the rest is counted. */
const MOST_LINKS = 8;
const DEEPEST = 8;

export function tree(chain: Chain, id: string, direction: "above" | "below"): ChainTree | undefined {
  return grow(chain, id, direction, []);
}

function grow(chain: Chain, id: string, direction: "above" | "below", path: readonly string[]): ChainTree | undefined {
  const node = chain.nodes.get(id);
  if (!node || path.includes(id) || path.length > DEEPEST) return undefined;
  const next = chain[direction].get(id) ?? [];
  const shown = next.slice(0, MOST_LINKS).flatMap((other) => grow(chain, other, direction, [...path, id]) ?? []);
  return { node, next: shown, more: next.length - Math.min(next.length, MOST_LINKS) };
}

/** Ids that a text may mean: the id itself, every id whose part after the kind it is, every figure of a measure, or every version and use of a component. */
export function meant(chain: Chain, text: string): readonly string[] {
  if (chain.nodes.has(text)) return [text];
  const ids = [...chain.nodes.keys()];
  const measure = measureIn(text);
  const figure = `figure:${measure?.alias ?? measure?.id ?? text}`;
  const exact = ids.filter((id) => id.slice(id.indexOf(":") + 1) === text || id.split("@")[0] === figure);
  if (exact.length > 0) return exact;
  const purl = text.replace(/^component:/, "");
  const versions = ids.filter((id) => id.startsWith(`component:${purl}@`));
  if (versions.length > 0) return versions;
  return ids.filter((id) => id.startsWith("usage:") && id.endsWith(`/${purl.replace(/@[^@/]*$/, "")}`));
}

/** Where the chain breaks: a link without why, or without what it takes to come true. */
export interface Orphan {
  readonly id: string;
  readonly kind: ChainKind;
  readonly lacks: "activity" | "figure" | "objective" | "policy";
}

export function orphans(chain: Chain): readonly Orphan[] {
  return [...chain.nodes.values()].flatMap(({ id, kind }): Orphan[] => {
    const kindsOf = (ids: readonly string[] = []) => new Set(ids.map((other) => chain.nodes.get(other)?.kind));
    const above = kindsOf(chain.above.get(id));
    const below = kindsOf(chain.below.get(id));
    if (kind === "objective") {
      const lacking = (["activity", "figure"] as const).filter((wanted) => !below.has(wanted));
      return lacking.map((lacks) => ({ id, kind, lacks }));
    }
    if (kind === "activity" && !above.has("objective")) return [{ id, kind, lacks: "objective" }];
    if (kind === "policy" && !above.has("activity")) return [{ id, kind, lacks: "activity" }];
    if (kind === "rule" && !above.has("policy")) return [{ id, kind, lacks: "policy" }];
    return [];
  });
}
