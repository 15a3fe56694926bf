// K-12: direct dependencies with a newer stable version, among those of which a registry told the versions.
import { directByProduct, share, subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

export const outdatedShare: Formula = {
  measure: "consumption.outdated-share",
  compute: (input) => [...directByProduct(input)].map(([product, direct]) => figure(subjectOf(product), direct, input.components)),
};

function figure(subject: string, direct: readonly number[], components: MeasureInput["components"]): Figure {
  const known = direct.flatMap((index) => components[index]?.outdated ?? []);
  if (direct.length > 0 && known.length === 0) return { subject, value: null, of: 0, reason: "no-source" };
  return share(subject, known.filter(Boolean).length, known.length, { versionUnknown: direct.length - known.length });
}
