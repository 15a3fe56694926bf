// Which entries fit what somebody looks for: every word of it in the name, what it is good for, its kind or the reason; names first.
import { catalogueStates } from "./marks.ts";
import type { Entry } from "./use-catalogue.ts";

export function fitting(entries: readonly Entry[], search: string): readonly Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = entries.filter((entry) => {
    const text = [entry.name, entry.component, entry.for, entry.category, entry.because].filter(Boolean).join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const named = (entry: Entry) => (words.some((word) => entry.name.toLowerCase().includes(word)) ? 0 : 1);
  return fits.toSorted(
    (a, b) => catalogueStates.indexOf(a.state) - catalogueStates.indexOf(b.state) || named(a) - named(b) || (a.name < b.name ? -1 : 1),
  );
}
