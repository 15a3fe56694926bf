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

export function slidesOf(blocks: Iterable<Block>, title: string, language: "en" | "de"): Slide[] {
  const slides: { title: string; blocks: Block[] }[] = [{ title, blocks: [] }];
  for (const block of flat(blocks)) {
    if (block.is === "title") continue;
    if (block.is === "heading") slides.push({ title: block.text, blocks: [] });
    else
      for (const [index, part] of parts(block).entries()) {
        const last = slides.at(-1);
        if (index === 0 && last && !(isLarge(block) && last.blocks.some(isLarge)) && !(block.is === "subheading" && last.blocks.length > 0))
          last.blocks.push(part);
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

function isLarge({ is }: Block): boolean {
  return is === "table" || is === "list" || is === "picture" || is === "prose" || is === "points";
}

function parts(block: Block): Block[] {
  if (block.is === "table") return chunks(block.rows, MOST_ROWS).map((rows) => ({ ...block, rows }));
  if (block.is === "list") return chunks(block.items, MOST_ITEMS).map((items) => ({ ...block, items }));
  if (block.is === "points") return chunks(block.items, MOST_ITEMS).map((items) => ({ ...block, items }));
  return [block];
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
