// Blocks as Markdown: names become no markup, texts stand in fences that they cannot close.
import { visible } from "#look";
import { inline } from "../markdown/escape.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";

export function* asMarkdown(document: ArtefactDocument): Generator<string> {
  for (const block of document.blocks) yield markdownOf(block);
}

function markdownOf(block: Block): string {
  switch (block.is) {
    case "title":
      return `# ${inline(block.text)}\n\n`;
    case "heading":
      return `## ${inline(block.text)}\n\n`;
    case "subheading":
      return `### ${inline(block.text)}\n\n`;
    case "paragraph":
      return `${long(block.text)}\n\n`;
    case "note":
      return `*${long(block.text)}*\n\n`;
    case "list":
      return `${block.items.map((item) => `- ${long(item)}\n`).join("")}\n`;
    case "table":
      return `${[block.head, block.head.map(() => "---"), ...block.rows].map((row, index) => `| ${row.map((cell) => (index === 1 ? cell : long(cell))).join(" | ")} |\n`).join("")}\n`;
    case "verbatim":
      return fenced(block.text);
  }
}

/** Sentences of ours hold long lists of names: they are escaped part by part, so that none is cut. */
function long(text: string): string {
  return (text.match(/[^]{1,200}(?=\s|$)|[^]{1,200}/gu) ?? []).map((part) => inline(part)).join(" ");
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${visible(text)}\n${fence}\n\n`;
}
