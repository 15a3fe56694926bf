// Which files are source: what somebody writes by hand, by its extension. Shared by what counts our own code and what counts that of packages.
import { isAside, isTestData } from "./files/shared/vendored.ts";

const SOURCE =
  /\.(?:[cm]?[jt]sx?|java|kt|kts|scala|groovy|py|rb|go|rs|php|cs|fs|swift|c|cc|cpp|h|hpp|m|dart|ex|exs|erl|hs|lua|pl|r|sh|vue)$/i;
/** What a machine made of source. */
const MADE = /(?:\.min\.[cm]?js|\.d\.[cm]?ts|\.bundle\.js)$/i;

/** By its extension. */
export function isSource(path: string): boolean {
  return SOURCE.test(path);
}

/** Source that counts by size: no tests, samples, code of others, nothing that a machine made of it. */
export function isCountedSource(path: string): boolean {
  return isSource(path) && !MADE.test(path) && !isAside(path) && !isTestData(path);
}
