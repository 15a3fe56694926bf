// K-01 by components, own packages in the denominator. What has no known licence counts as not open: it is shown beside the share.
import { knowledgeOf } from "#facts";
import { atomsOf, foldExpression, formatAtom, parseExpression } from "#kit";
import { componentsByProduct, share, subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

export const openSourceShare: Formula = {
  measure: "consumption.open-source-share",
  compute(input) {
    const own = ownPackages(input);
    return [...componentsByProduct(input)].map(([product, components]) => figure(product, components, own.get(product) ?? 0, input));
  },
};

function figure(product: string, components: readonly number[], own: number, input: MeasureInput): Figure {
  const licenses = components.map((index) => input.components[index]?.license);
  const open = licenses.filter((license) => license !== undefined && isOpen(license)).length;
  const unknown = licenses.filter((license) => license === undefined).length;
  return share(subjectOf(product), open, components.length + own, { components: components.length, own, unknownLicense: unknown });
}

const known = new Map<string, boolean>();

/** Whether the expression can be used as open source: an OSI-approved licence, or public domain, in a branch that we may choose. */
export function isOpen(license: string): boolean {
  let open = known.get(license);
  if (open === undefined) {
    const expression = parseExpression(license);
    open =
      expression !== undefined &&
      atomsOf(expression).length > 0 &&
      foldExpression<boolean>(expression, {
        atom: (atom) => isOpenAtom(formatAtom(atom)),
        and: (parts) => parts.every(Boolean),
        or: (parts) => parts.some(Boolean),
      });
    known.set(license, open);
  }
  return open;
}

function isOpenAtom(atom: string): boolean {
  const base = knowledgeOf(atom.split(" WITH ")[0] ?? atom);
  return base.osiApproved || base.strength === "public-domain";
}

function ownPackages(input: MeasureInput): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);
  for (const repository of input.repositories) {
    add("", repository.own);
    for (const product of repository.products) add(product, repository.own);
  }
  return counts;
}
