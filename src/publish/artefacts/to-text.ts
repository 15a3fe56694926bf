// Blocks as plain text: what goes into a package as NOTICE.txt.
import { visible } from "#look";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { plainText, type Prose, readProse } from "./prose/read.ts";

export function* asText(document: ArtefactDocument): Generator<string> {
  for (const block of document.blocks) yield textOf(block);
}

function textOf(block: Block): string {
  switch (block.is) {
    case "title":
      return `${line(block.text)}\n${"=".repeat(Math.min(78, line(block.text).length))}\n\n`;
    case "heading":
      return `\n${"=".repeat(78)}\n${line(block.text)}\n${"=".repeat(78)}\n\n`;
    case "subheading":
      return `${"-".repeat(78)}\n${line(block.text)}\n\n`;
    case "paragraph":
    case "note":
      return `${line(block.text)}\n\n`;
    case "list":
      return `${block.items.map((item) => `  - ${line(item)}\n`).join("")}\n`;
    case "picture":
    case "table":
      return `${block.rows.map((row) => rowText(block.head, row)).join("\n")}\n`;
    case "verbatim":
      return `${visible(block.text)}\n\n`;
    case "points":
      return `${block.items.map((item, index) => `  ${index + 1}. ${line(item.title)} ${line(item.text)}\n`).join("")}\n`;
    case "ask":
      return `${line(block.title)}: ${line(block.text)}\n\n`;
    case "figures":
      return `${block.items.map((item) => `  - ${line(item.label)}: ${line(item.value)} ${line(item.note)}\n`).join("")}\n`;
    case "prose":
      return `${readProse(block.markdown).flatMap(proseLines).join("\n\n")}\n\n`;
    case "beside":
      return block.parts.flat().map(textOf).join("");
  }
}

/** A row as a small paragraph: tables of long names do not fit a page of text. */
function rowText(head: readonly string[], row: readonly string[]): string {
  return row
    .flatMap((cell, index) =>
      cell === "" ? [] : [`${index === 0 ? "  - " : "    "}${index === 0 ? "" : `${head[index]}: `}${line(cell)}\n`],
    )
    .join("");
}

/** Names from elsewhere keep to their line. */
function line(text: string): string {
  return visible(text.replaceAll(/\s+/g, " ")).trim();
}

function proseLines(part: Prose): string[] {
  return part.is === "list" ? part.items.map((item) => `  - ${line(plainText(item))}`) : [line(plainText(part.text))];
}
