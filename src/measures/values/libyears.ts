// K-08: years behind, added up over direct dependencies whose dates a registry told; how many it did not tell stands beside it.
import { directByProduct, subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

export const libyears: Formula = {
  measure: "consumption.libyears",
  compute: (input) => [...directByProduct(input)].map(([product, direct]) => figure(subjectOf(product), direct, input.components)),
};

function figure(subject: string, direct: readonly number[], components: MeasureInput["components"]): Figure {
  const years = direct.flatMap((index) => components[index]?.libyears ?? []);
  const detail = { withoutDates: direct.length - years.length };
  if (direct.length === 0) return { subject, value: null, of: 0, reason: "nothing-to-measure" };
  if (years.length === 0) return { subject, value: null, of: 0, reason: "no-source", detail };
  return { subject, value: Math.round(years.reduce((sum, part) => sum + part, 0) * 1000) / 1000, of: years.length, detail };
}
