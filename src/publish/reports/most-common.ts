// What occurs most often; among equals what comes first by name.
import { compareText } from "#kit";

export function mostCommon(names: readonly string[]): { readonly name: string; readonly count: number } | undefined {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || compareText(a.name, b.name))[0];
}
