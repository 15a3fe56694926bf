// Do source files begin with copyright and licence (repolinter source-license-headers-exist)? Some are read: one without settles it; that all have one is only said where all were read.
import type { Entry, FileIndex } from "../shared/file-index.ts";
import { isAside, isTestData } from "../shared/vendored.ts";
import type { Check } from "../types.ts";
import { isSource } from "./copyright.ts";

const MAX_READ = 60;
const AT_ONCE = 20;
const LINES = 5;
const MAX_BYTES = 1_000_000;

export const sourceHeaders: Check = {
  id: "source-headers",
  facts: ["sources", "sourcesWithoutHeader"],
  async collect(files, answers) {
    const sources = files.tree.files
      .filter(({ path, kind, size }) => kind === "file" && size !== 0 && isSource(path) && !isAside(path) && !isTestData(path))
      .map((file) => ({ ...file, name: file.path }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    answers.set("sources", sources.length);
    const without = await firstWithout(files, sources.slice(0, MAX_READ));
    if (without === undefined || (without.length === 0 && sources.length > MAX_READ)) return;
    answers.set("sourcesWithoutHeader", without.length, ...without.map((path) => ({ path, line: 1 })));
  },
};

/** Those of the first portion in which there are any; undefined where one could not be read. */
async function firstWithout(files: FileIndex, sources: readonly Entry[]): Promise<string[] | undefined> {
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const portion = sources.slice(at, at + AT_ONCE);
    const texts = await Promise.all(portion.map((file) => files.text(file, MAX_BYTES)));
    const without = portion.filter((_, index) => texts[index] !== undefined && !hasHeader(texts[index])).map(({ path }) => path);
    if (without.length > 0) return without;
    if (texts.includes(undefined)) return undefined;
  }
  return [];
}

/** Both words within the first five lines, as repolinter asks; an SPDX line is one on the licence. */
export function hasHeader(text: string): boolean {
  const head = text.split("\n", LINES).join("\n").slice(0, 4000);
  return /copyright/i.test(head) && /licen[cs]e/i.test(head);
}
