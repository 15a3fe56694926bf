// The tables of names, addresses and classifiers by key, built when first asked for.
import { createRequire } from "node:module";
import { licenseIds } from "#kit";
import { knowledgeOf } from "../knowledge/knowledge.ts";
import { classifiers } from "./classifiers.ts";
import { nameKey, urlKey } from "./keys.ts";
import { licenseNames } from "./names.ts";
import { licenseUrls } from "./urls.ts";

export interface Meaning {
  readonly expression: string;
  readonly confidence: number;
  /** The SPDX list's own id or name, not a row of ours. */
  readonly official?: true;
  /** The address of a repository whose licence is common knowledge, not of a licence. */
  readonly repository?: true;
}

interface Tables {
  readonly names: ReadonlyMap<string, Meaning>;
  readonly urls: ReadonlyMap<string, Meaning>;
  readonly classifiers: ReadonlyMap<string, Meaning>;
}

let tables: Tables | undefined;

export function declaredTables(): Tables {
  tables ??= { names: nameTable(), urls: urlTable(), classifiers: rowsByKey(classifiers, (row) => [row], nameKey) };
  return tables;
}

/** The first row that gives a key a meaning keeps it, so that the tables go from certain to less so. */
function rowsByKey(
  rows: readonly (readonly [expression: string, confidence: number, names: string])[],
  split: (names: string) => readonly string[],
  keyOf: (name: string) => string | undefined,
): Map<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const [expression, confidence, names] of rows) {
    for (const name of split(names)) {
      const key = keyOf(name);
      if (key && !table.has(key)) table.set(key, { expression, confidence });
    }
  }
  return table;
}

function nameTable(): Map<string, Meaning> {
  const table = rowsByKey(licenseNames, (names) => names.split("|"), nameKey);
  // The official names, and the ids themselves written loosely (`apache 2.0`, `bsd_3_clause`), where no row of ours says something else.
  for (const id of licenseIds("active")) {
    for (const key of [nameKey(id), nameKey(knowledgeOf(id).name)]) {
      if (key.length > 2 && !table.has(key)) table.set(key, { expression: id, confidence: 0.95, official: true });
    }
  }
  return table;
}

function urlTable(): Map<string, Meaning> {
  const rows = licenseUrls.map(([expression, urls]) => [expression, 0.95, urls] as const);
  const table = rowsByKey(rows, (urls) => urls.split(" "), urlKey);
  for (const [id, url] of listedUrls()) {
    const key = urlKey(url);
    // Whole sites and code hosts are no licence; two ids at one address decide nothing.
    if (!key?.includes("/") || /^(?:github|gitlab|raw\.githubusercontent|fedoraproject|sourceforge)\./.test(key)) continue;
    if (isSource(key)) continue;
    const before = table.get(key);
    if (!before) table.set(key, { expression: id, confidence: 0.8 });
    else if (before.confidence === 0.8 && before.expression !== id) table.set(key, { expression: "", confidence: 0 });
  }
  return table;
}

/**
 * For licences of one program the list gives the address of its source, or of an archive. Who names that address speaks of the program ("a port of …"), not of
 * the licence.
 */
function isSource(key: string): boolean {
  if (/\.(?:[ch]|cc|cpp|hpp|java|py|p[lm]|js|sh|in|mp|tex|texi|sty|dtx|zip|t?gz|bz2|xz)$/.test(key)) return true;
  return /\/(?:tree|blob|src|viewvc)\//.test(key) && !/licen[cs]|copying|copyright/.test(key);
}

function listedUrls(): readonly (readonly [id: string, url: string])[] {
  const list = createRequire(import.meta.url)("spdx-license-list") as Record<string, { url?: string }>;
  const active = new Set(licenseIds("active"));
  return Object.entries(list).flatMap(([id, { url }]) => (active.has(id) && url ? url.split(/\s+/).map((one) => [id, one] as const) : []));
}
