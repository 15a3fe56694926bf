// K-09: components in which a vulnerability stands open, by the worst of each. What nobody looked at is counted beside it, never as free of them.
import { severityBands } from "#facts";
import { subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

type Worst = ReturnType<NonNullable<MeasureInput["worstOpen"]>>;

export const vulnerableComponents: Formula = {
  measure: "consumption.vulnerable-components",
  compute: (input) => [...worstByProduct(input)].map(([product, worst]) => figure(subjectOf(product), [...worst.values()])),
};

/** By component, in each product and (under the empty id) anywhere. */
function worstByProduct(input: MeasureInput): ReadonlyMap<string, ReadonlyMap<number, Worst>> {
  const found = new Map<string, Map<number, Worst>>(["", ...input.products.map(({ id }) => id)].map((id) => [id, new Map()]));
  for (const { component, product } of input.uses) {
    const worst = input.worstOpen?.(component, product);
    const everywhere = found.get("") as Map<number, Worst>;
    everywhere.set(component, worse(everywhere.get(component), worst));
    if (product !== undefined) found.get(product)?.set(component, worst);
  }
  return found;
}

function worse(a: Worst, b: Worst): Worst {
  return rank(a) >= rank(b) ? a : b;
}

/** Not looked at, looked at and free of them, then the open ones. */
function rank(worst: Worst): number {
  if (worst === undefined) return -1;
  return worst === "unknown" ? 0.5 : severityBands.indexOf(worst);
}

function figure(subject: string, components: readonly Worst[]): Figure {
  const looked = components.filter((worst) => worst !== undefined);
  if (components.length === 0) return { subject, value: null, of: 0, reason: "nothing-to-measure" };
  if (looked.length === 0) return { subject, value: null, of: 0, reason: "no-source" };
  const open = looked.filter((worst) => worst !== "none");
  const counts = [...severityBands.filter((band) => band !== "none"), "unknown" as const].flatMap((band) => {
    const count = open.filter((worst) => worst === band).length;
    return count === 0 ? [] : [[band === "unknown" ? "severityUnknown" : band, count] as const];
  });
  return {
    subject,
    value: open.length,
    of: looked.length,
    detail: { ...Object.fromEntries(counts), notLookedAt: components.length - looked.length },
  };
}
