// Components and where they are used, as rows. Purls are sorted, so each says only in what it differs from the one before.
import { visible, shorten, shortWord, wordFor, wordsOf } from "#look";
import type { ResultComponent, ResultUse, ScanResult } from "#scan";
import { strengthWord } from "../../shared/licenses.ts";
import type { Tables } from "./tables.ts";
import type { ComponentRow, UseRow } from "./types.ts";

export const MOST_COMPONENTS = 100_000;
const MOST_USES = 300_000;
const LONGEST_PURL = 500;

export function componentRows(result: ScanResult, tables: Tables): ComponentRow[] {
  const strengths = new Map(result.summary.licenses.map((entry) => [entry.license, entry.strength]));
  const kinds = new Map<string, number>();
  const kindOf = (license: string) => {
    const strength = strengths.get(license) ?? "unknown";
    const known = kinds.get(strength) ?? tables.text(shortWord(strengthWord(strength, tables.language)));
    kinds.set(strength, known);
    return known;
  };
  let before = "";
  return result.components.slice(0, MOST_COMPONENTS).map((component) => {
    const purl = visible(shorten(component.purl, LONGEST_PURL));
    const shared = sharedStart(before, purl);
    before = purl;
    const license = component.license ?? "unknown";
    const declared = declarations(component, tables);
    return [shared, purl.slice(shared), component.license === undefined ? -1 : tables.text(license), kindOf(license), ...declared];
  });
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** `MIT (lockfile, package-lock.json)` for each thing that says a licence. */
function declarations(component: ResultComponent, tables: Tables): number[] {
  const words = wordsOf(tables.language).source;
  return component.declared.map((declared) => {
    const source = [wordFor(words, declared.from), ...(declared.path === undefined ? [] : [declared.path])].join(", ");
    return tables.text(`${shorten(declared.text, 400)} (${shorten(source, 300)})`);
  });
}

const SCOPES = ["production", "development", "optional"];

export interface UseTables {
  readonly uses: UseRow[][];
  readonly steps: number[];
}

/** Uses by component, and the steps that bring them in as a tree that they share. */
export function useRows(result: ScanResult, tables: Tables): UseTables {
  const numbers = new Map(result.components.slice(0, MOST_COMPONENTS).map((component, index) => [component.purl, index]));
  const uses: UseRow[][] = Array.from({ length: Math.min(result.components.length, MOST_COMPONENTS) }, () => []);
  const tree = new StepTree(numbers);
  let left = MOST_USES;
  for (const use of result.uses) {
    const list = uses[use.component];
    if (!list || left-- <= 0) continue;
    const place = tables.place(use.product, use.deliverable ?? use.repository);
    const direct = use.direct === undefined ? 0 : use.direct ? 1 : 2;
    const files = use.manifests.flatMap((manifest) => [tables.file(use.repository, manifest.path), manifest.line ?? 0]);
    list.push([place, scopeOf(use) * 3 + direct, tree.end(use.path ?? []), ...files]);
  }
  return { uses, steps: tree.steps };
}

function scopeOf(use: ResultUse): number {
  return Math.max(0, SCOPES.indexOf(use.scope));
}

/** Ways down from what we ask for, as a tree: most of them share their beginnings. */
class StepTree {
  readonly steps: number[] = [];
  readonly #known = new Map<number, number>();
  readonly #components: ReadonlyMap<string, number>;

  constructor(components: ReadonlyMap<string, number>) {
    this.#components = components;
  }

  /** The last step of a way; -1 where there is none to tell. */
  end(path: readonly string[]): number {
    let step = -1;
    for (const purl of path) {
      const component = this.#components.get(purl);
      if (component === undefined) return -1;
      const key = (step + 1) * (MOST_COMPONENTS + 1) + component;
      const next = this.#known.get(key) ?? this.steps.push(step, component) / 2 - 1;
      this.#known.set(key, next);
      step = next;
    }
    return step;
  }
}
