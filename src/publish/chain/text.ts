// The chain for people at a terminal: first what it is there for, then what comes of it.
import { printable } from "#kit";
import { fill, type Language, localText, wordFor, wordsOf } from "#look";
import { shorten } from "#look";
import type { ChainNode, ChainTree } from "./types.ts";
import type { Orphan } from "./walk.ts";

export function chainText(above: ChainTree, below: ChainTree, language: Language): string {
  const words = wordsOf(language).chain;
  const why = above.next.length === 0 ? [`  ${words.noWhy}`] : lines(above, 1, language);
  const comes = below.next.length === 0 ? [`  ${words.nothing}`] : lines(below, 1, language);
  return `${[nodeLine(above.node, language), "", words.why, ...why, "", words.comes, ...comes].map(printable).join("\n")}\n`;
}

function lines(tree: ChainTree, depth: number, language: Language): string[] {
  const indent = "  ".repeat(depth);
  const more = tree.more > 0 ? [`${indent}${fill(wordsOf(language).report.moreExamples, { count: tree.more }, language)}`] : [];
  return [...tree.next.flatMap((next) => [`${indent}${nodeLine(next.node, language)}`, ...lines(next, depth + 1, language)]), ...more];
}

function nodeLine(node: ChainNode, language: Language): string {
  const { chain } = wordsOf(language);
  const label = shorten(localText(node.label, language) ?? node.id, 160);
  const told = stateText(node, language);
  const state = told === undefined ? "" : `  [${told}]`;
  const place = node.place === undefined ? "" : `  ${node.place.file}:${node.place.line}`;
  return `${wordFor(chain.kind, node.kind)}: ${label}${state}  ${node.id}${place}`;
}

/** Its state as people read it; undefined where it has none. */
export function stateText({ state, told }: ChainNode, language: Language): string | undefined {
  return localText(told, language) ?? (state === undefined ? undefined : stateWord(state, language));
}

function stateWord(state: string, language: Language): string {
  const { chain, outcome, state: states, figures } = wordsOf(language);
  const words: Readonly<Record<string, string>> = { ...figures.reason, ...states, ...outcome, ...chain.state };
  return Object.hasOwn(words, state) ? (words[state] ?? state) : state;
}

export function orphansText(found: readonly Orphan[], language: Language): string {
  const words = wordsOf(language).chain;
  if (found.length === 0) return `${words.whole}\n`;
  return found.map(({ id, lacks }) => `${printable(id)}: ${wordFor(words.lacks, lacks)}\n`).join("");
}
