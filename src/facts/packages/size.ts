// How much source a package brings, in bytes: a figure to hold beside our own code, not one to bill by.
import { isCountedSource } from "../source-files.ts";
import type { Place } from "./place.ts";

/** Larger packages are not added up: unknown is better than half. */
const MOST_FILES = 20_000;
const DEEPEST = 24;

/** Bytes of the source files in a folder of a package; undefined where there are too many. Packages inside it are their own. */
export function sourceBytesIn(place: Place, folder: string): number | undefined {
  let bytes = 0;
  let files = 0;
  const open: [path: string, depth: number][] = [["", 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, depth] = next;
    const entries = place.list(path === "" ? folder : `${folder}/${path}`);
    for (const name of entries.files) {
      files += 1;
      if (files > MOST_FILES) return undefined;
      const inside = path === "" ? name : `${path}/${name}`;
      if (isCountedSource(inside)) bytes += place.size(`${folder}/${inside}`) ?? 0;
    }
    if (depth >= DEEPEST) continue;
    for (const name of entries.folders) {
      const inside = path === "" ? name : `${path}/${name}`;
      // What is laid aside whole need not be walked.
      if (isCountedSource(`${inside}/x.js`)) open.push([inside, depth + 1]);
    }
  }
  return bytes;
}
