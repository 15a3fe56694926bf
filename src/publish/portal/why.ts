// Why something is there, and what comes of it: its place in the chain, in words, for the panel beside every page.
import { type Language, localText, wordFor, wordsOf } from "#look";
import type { Chain, ChainNode, ChainTree } from "../chain/types.ts";
import { stateText } from "../chain/text.ts";
import { tree } from "../chain/walk.ts";

export interface WhyNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly state?: string;
  readonly stateText?: string;
  /** File and line, as `policies/compliance.md:12`. */
  readonly place?: string;
}

export interface WhyTree extends WhyNode {
  readonly next: readonly WhyTree[];
  /** Left out. */
  readonly more: number;
}

export interface WhyPage {
  readonly node: WhyNode;
  readonly above: readonly WhyTree[];
  readonly below: readonly WhyTree[];
  readonly moreBelow: number;
}

export function whyPage(chain: Chain, id: string, language: Language): WhyPage | undefined {
  const [above, below] = [tree(chain, id, "above"), tree(chain, id, "below")];
  if (!above || !below) return undefined;
  return {
    node: nodeOf(above.node, language),
    above: above.next.map((one) => treeOf(one, language)),
    below: below.next.map((one) => treeOf(one, language)),
    moreBelow: below.more,
  };
}

function treeOf({ node, next, more }: ChainTree, language: Language): WhyTree {
  return { ...nodeOf(node, language), next: next.map((one) => treeOf(one, language)), more };
}

function nodeOf(node: ChainNode, language: Language): WhyNode {
  const { id, kind, label, state, place } = node;
  const told = stateText(node, language);
  return {
    id,
    kind: wordFor(wordsOf(language).chain.kind, kind),
    label: localText(label, language) ?? id,
    ...(state === undefined ? {} : { state }),
    ...(told === undefined ? {} : { stateText: told }),
    ...(place === undefined ? {} : { place: `${place.file}:${place.line}` }),
  };
}
