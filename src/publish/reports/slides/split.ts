// A document as slides: each heading begins one; what is too long for one goes on with the next.
import { fill, reportWords } from "#look";
import type { Block } from "../../artefacts/blocks.ts";

export interface Slide {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const MOST_ROWS = 8;
const MOST_ITEMS = 7;
const MOST_SLIDES = 60;
/** Lines, about, that stand on one slide at their full size. */
const ROOM = 11;

export function slidesOf(blocks: Iterable<Block>, title: string, language: "en" | "de"): Slide[] {
  const slides: { title: string; blocks: Block[] }[] = [{ title, blocks: [] }];
  const all = [...flat(blocks)];
  for (const [at, block] of all.entries()) {
    if (block.is === "title") continue;
    if (block.is === "heading") slides.push({ title: block.text, blocks: [] });
    else
      for (const [index, part] of parts(block).entries()) {
        const last = slides.at(-1);
        if (index === 0 && last && hasRoom(last.blocks, block.is === "subheading" ? groupAt(all, at) : [part])) last.blocks.push(part);
        else slides.push({ title: last?.title ?? title, blocks: [part] });
      }
  }
  // A heading whose parts have headings of their own is no slide.
  const told = slides.filter((slide, index) => index === 0 || slide.blocks.length > 0);
  const more = told.length - MOST_SLIDES;
  return more <= 0
    ? told
    : [...told.slice(0, MOST_SLIDES), { title: fill(reportWords(language).more, { count: more }, language), blocks: [] }];
}

function* flat(blocks: Iterable<Block>): Generator<Block> {
  for (const block of blocks) {
    if (block.is === "beside") for (const part of block.parts) yield* flat(part);
    else yield block;
  }
}

/** Whether these can stand under what is there already: one large thing always, several where all of it is short. */
function hasRoom(there: readonly Block[], next: readonly Block[]): boolean {
  const [first] = next;
  if (there.length === 0 || first === undefined) return true;
  if (first.is !== "subheading" && !(isLarge(first) && there.some(isLarge))) return true;
  return [...there, ...next].reduce((sum, block) => sum + linesOf(block), 0) <= ROOM;
}

/** A subheading with what stands under it. */
function groupAt(all: readonly Block[], at: number): Block[] {
  const end = all.findIndex(({ is }, index) => index > at && (is === "subheading" || is === "heading"));
  return all.slice(at, end < 0 ? undefined : end);
}

/** How many lines a block takes, about. */
function linesOf(block: Block): number {
  switch (block.is) {
    case "table":
      return 1 + block.rows.reduce((sum, row) => sum + Math.max(1, ...row.map((cell) => (cell.length * row.length) / 110)), 0);
    case "list":
      return block.items.reduce((sum, item) => sum + Math.ceil(item.length / 100), 0);
    case "subheading":
      return 1.5;
    case "paragraph":
    case "note":
      return Math.ceil(block.text.length / 100);
    default:
      return ROOM;
  }
}

function isLarge({ is }: Block): boolean {
  return is === "table" || is === "list" || is === "picture" || is === "prose" || is === "points";
}

function parts(block: Block): Block[] {
  if (block.is === "table") return chunks(block.rows, MOST_ROWS).map((rows) => ({ ...block, rows }));
  if (block.is === "list") return chunks(block.items, MOST_ITEMS).map((items) => ({ ...block, items }));
  if (block.is === "picture" && block.pages) return block.pages.map((page) => ({ ...block, ...page }));
  if (block.is === "points") return chunks(block.items, MOST_ITEMS).map((items) => ({ ...block, items }));
  return [block];
}

/** As few as can be, and equally long: no last one with a single row. */
function chunks<T>(all: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(all.length / most));
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}
