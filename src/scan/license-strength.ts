// How strongly an expression asks something of us, as this organisation sees licences.
import { foldExpression, formatAtom, parseExpression } from "#kit";
import type { LicenseLookup } from "#policy";

/** From what asks least to what asks most; what nobody knows at the end. */
export const strengthOrder = ["public-domain", "permissive", "weak", "strong", "network", "proprietary", "none", "unknown"] as const;

/** Of an expression, as this organisation sees licences: the strongest of what applies together, the mildest of what may be chosen. */
export function strengthOf(license: string, lookup: LicenseLookup): (typeof strengthOrder)[number] {
  const expression = parseExpression(license);
  if (!expression) return "unknown";
  const rank = foldExpression<number>(expression, {
    atom: (atom) => strengthOrder.findIndex((strength) => strength === lookup(formatAtom(atom))?.strength),
    and: (parts) => Math.max(...parts),
    or: (parts) => Math.min(...parts),
  });
  return strengthOrder[rank] ?? "unknown";
}
