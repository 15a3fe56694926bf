// What is said of a delivery in every form: what it lacks, and what else stands against it.
import { fill, type Language, shorten, wordFor, supplierWords } from "#look";
import type { ResultSupply } from "#scan";

const MOST_NAMES = 8;

/** One sentence for each gap, with how many components it concerns and the first of them. */
export function gapSentences(gaps: ResultSupply["gaps"], language: Language): string[] {
  const words = supplierWords(language);
  return gaps.map(({ code, count, of, examples = [] }) => {
    const many = count === undefined ? "" : ` ${fill(words.gapCount, { count, of: of ?? count }, language)}`;
    const named =
      examples.length === 0
        ? ""
        : ` (${examples.map((name) => shorten(name, 100)).join(", ")}${(count ?? 0) > examples.length ? ", …" : ""})`;
    return `${wordFor(words.gap, code)}${many}${named}`;
  });
}

/** Names of a list, not all of them where there are many. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => shorten(name, 100));
  return names.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
}

/** Deliveries by how they stand. */
export function supplyCounts(items: readonly ResultSupply[]): { readonly accepted: number; readonly gaps: number; readonly open: number } {
  const accepted = items.filter(({ state }) => state === "accepted").length;
  const gaps = items.filter(({ state }) => state === "gaps" || state === "remediation").length;
  return { accepted, gaps, open: items.length - accepted - gaps };
}
