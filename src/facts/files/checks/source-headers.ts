// Do source files begin with copyright and licence (repolinter source-license-headers-exist), or does REUSE state both for them? Some are read: one without settles it; that all have one is
// only said where all were read.
import { readReuse } from "../../licenses/identify/reuse.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";
import { isAside, isTestData } from "../shared/vendored.ts";
import type { Check } from "../types.ts";
import { isCountedSource, isSource } from "../../source-files.ts";

const MAX_READ = 60;
const AT_ONCE = 20;
const LINES = 5;
const MAX_BYTES = 1_000_000;

export const sourceHeaders: Check = {
  id: "source-headers",
  facts: ["sources", "sourceBytes", "sourcesWithoutHeader"],
  async collect(files, answers) {
    const sources = files.tree.files
      .filter(({ path, kind, size }) => kind === "file" && size !== 0 && isSource(path) && !isAside(path) && !isTestData(path))
      .map((file) => ({ ...file, name: file.path }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    answers.set("sources", sources.length);
    const sizes = files.tree.files.filter(({ path, kind }) => kind === "file" && isCountedSource(path)).map(({ size }) => size);
    // A partial clone does not know how large a file is.
    if (!sizes.includes(undefined))
      answers.set(
        "sourceBytes",
        sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
      );
    const isStated = await statedByReuse(files);
    const silent = sources.filter(({ path }) => !isStated(path));
    const without = await firstWithout(files, silent.slice(0, MAX_READ));
    if (without === undefined || (without.length === 0 && silent.length > MAX_READ)) return;
    answers.set("sourcesWithoutHeader", without.length, ...without.map((path) => ({ path, line: 1 })));
  },
};

/** Those of the first portion in which there are any; undefined where one could not be read. */
async function firstWithout(files: FileIndex, sources: readonly Entry[]): Promise<string[] | undefined> {
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const portion = sources.slice(at, at + AT_ONCE);
    const texts = await Promise.all(portion.map((file) => files.text(file, MAX_BYTES)));
    const bare = portion.filter((_, index) => texts[index] !== undefined && !hasHeader(texts[index])).map(({ path }) => path);
    const without = await withoutFileBeside(files, bare);
    if (without.length > 0) return without;
    if (texts.includes(undefined)) return undefined;
  }
  return [];
}

const MOST_STATEMENTS = 100;

/** For which files `REUSE.toml` (of any folder) or Debian's dep5 states licence and copyright. The one of the nearest folder speaks first. */
async function statedByReuse(files: FileIndex): Promise<(path: string) => boolean> {
  const entries = files.named("REUSE.toml").slice(0, MOST_STATEMENTS).reverse();
  const folders = await Promise.all(
    entries.map(async (entry) => ({
      prefix: entry.path.slice(0, entry.path.length - entry.name.length),
      of: readReuse(await files.text(entry, MAX_BYTES), undefined),
    })),
  );
  const dep5 = readReuse(undefined, await files.text(files.at(".reuse/dep5"), MAX_BYTES));
  return (path) => {
    const below = folders.filter(({ prefix }) => path.startsWith(prefix));
    const statement = below.map(({ prefix, of }) => of(path.slice(prefix.length))).find((one) => one !== undefined) ?? dep5(path);
    return statement?.copyright === true;
  };
}

/** `a.ts.license` beside `a.ts` holds the header that `a.ts` does not. */
async function withoutFileBeside(files: FileIndex, paths: readonly string[]): Promise<string[]> {
  const beside = await Promise.all(paths.map((path) => files.text(files.at(`${path}.license`), MAX_BYTES)));
  return paths.filter((_, index) => !hasHeader(beside[index] ?? ""));
}

/** Both words within the first five lines, as repolinter asks; an SPDX line is one on the licence. */
export function hasHeader(text: string): boolean {
  const head = text.split("\n", LINES).join("\n").slice(0, 4000);
  return /copyright/i.test(head) && /licen[cs]e/i.test(head);
}
