// Intervals as Maven and NuGet write them: `[1.0,2.0)`, `(,1.5]`, `[1.2]`, several separated by commas.
import type { Comparator } from "./types.ts";

/** One alternative for each interval; undefined where the text is not wholly intervals. */
export function intervals(text: string): readonly (readonly Comparator[])[] | undefined {
  const alternatives: Comparator[][] = [];
  let rest = text.trim();
  while (rest !== "") {
    const match = /^([[(])\s*([^\s,[\]()]*)\s*(,?)\s*([^\s,[\]()]*)\s*([\])])\s*,?\s*/.exec(rest);
    if (!match) return undefined;
    const [whole, open, low = "", comma, high = "", close] = match;
    if (comma === "") {
      if (low === "" || open !== "[" || close !== "]") return undefined;
      alternatives.push([{ operator: "=", version: low }]);
    } else {
      const comparators: Comparator[] = [];
      if (low !== "") comparators.push({ operator: open === "[" ? ">=" : ">", version: low });
      if (high !== "") comparators.push({ operator: close === "]" ? "<=" : "<", version: high });
      alternatives.push(comparators);
    }
    rest = rest.slice(whole.length);
  }
  return alternatives.length > 0 ? alternatives : undefined;
}
