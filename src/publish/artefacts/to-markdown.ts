// Blocks as Markdown: names become no markup, texts stand in fences that they cannot close.
import { visible } from "#look";
import { inline } from "../markdown/escape.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { plainText, type Prose, readProse } from "./prose/read.ts";

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
    case "picture":
    case "table":
      return `${[block.head, block.head.map(() => "---"), ...block.rows].map((row, index) => `| ${row.map((cell) => (index === 1 ? cell : long(cell))).join(" | ")} |\n`).join("")}\n`;
    case "verbatim":
      return fenced(block.text);
    case "points":
      return `${block.items.map((item, index) => `${index + 1}. **${inline(item.title)}** ${long(item.text)}\n`).join("")}\n`;
    case "ask":
      return `> **${inline(block.title)}** ${long(block.text)}\n\n`;
    case "figures":
      return `${block.items.map((item) => `- ${inline(item.label)}: **${inline(item.value)}**${item.note === "" ? "" : ` (${inline(item.note)})`}\n`).join("")}\n`;
    case "prose":
      return readProse(block.markdown).map(proseMarkdown).join("");
    case "beside":
      return block.parts.flat().map(markdownOf).join("");
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

function proseMarkdown(part: Prose): string {
  switch (part.is) {
    case "heading":
      return `### ${inline(plainText(part.text))}\n\n`;
    case "paragraph":
      return `${long(plainText(part.text))}\n\n`;
    case "list":
      return `${part.items.map((item, index) => `${part.ordered ? `${index + 1}.` : "-"} ${long(plainText(item))}\n`).join("")}\n`;
  }
}
