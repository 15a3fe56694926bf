// K-01 by size of code: bytes of open source that packages bring, of these and our own. Only packages whose size is known count: the share is then the least it can be.
import { isOpen } from "./open-source-share.ts";
import { componentsByProduct, subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

export const openSourceShareBySize: Formula = {
  measure: "consumption.open-source-share-by-size",
  compute(input) {
    return [...componentsByProduct(input)].map(([product, components]) => figure(product, components, input));
  },
};

function figure(product: string, components: readonly number[], input: MeasureInput): Figure {
  const own = ownBytes(product, input);
  let [open, closed, known] = [0, 0, 0];
  for (const index of components) {
    const { license, sourceBytes } = input.components[index] ?? {};
    if (sourceBytes === undefined) continue;
    known += 1;
    if (license !== undefined && isOpen(license)) open += sourceBytes;
    else closed += sourceBytes;
  }
  const detail = {
    components: components.length,
    knownSizes: known,
    openBytes: open,
    otherBytes: closed,
    ...(own === undefined ? {} : { ownBytes: own }),
  };
  const subject = subjectOf(product);
  if (components.length === 0 && own === undefined) return { subject, value: null, of: 0, reason: "nothing-to-measure", detail };
  if (own === undefined || known === 0) return { subject, value: null, reason: "no-source", detail };
  const of = open + closed + own;
  if (of === 0) return { subject, value: null, of: 0, reason: "nothing-to-measure", detail };
  // What is not installed here is left out of both sides.
  return { subject, value: open / of, of, detail, ...(known < components.length ? { estimate: true as const } : {}) };
}

/** Undefined where one repository does not know: half of our own code would make the share too large. */
function ownBytes(product: string, { repositories }: MeasureInput): number | undefined {
  const ours = repositories.filter(({ products }) => product === "" || products.includes(product)).map(({ facts }) => facts.sourceBytes);
  if (ours.length === 0 || !ours.every((bytes) => typeof bytes === "number")) return undefined;
  return ours.reduce<number>((sum, bytes) => sum + (bytes as number), 0);
}
