// What was found in one file, as one expression: everything applies, unless the text leaves a choice.
import { type Expression, joinExpressions } from "#kit";

export interface Part {
  readonly expression: Expression;
  readonly kind: "text" | "tag" | "header";
  /** 0..1. */
  readonly confidence: number;
  /** Byte offsets: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** A choice with the part before it. */
  readonly or?: true;
}

export function combine(parts: readonly Part[]): Expression | undefined {
  const groups: Expression[][] = [];
  for (const part of withoutWeaker(parts)) {
    if (part.or && groups.length > 0) groups.at(-1)?.push(part.expression);
    else groups.push([part.expression]);
  }
  return joinExpressions(
    "and",
    groups.map((group) => joinExpressions("or", group) as Expression),
  );
}

/** A GNU text says "only" by itself; where a notice in the same file says "or later" of the same version, the notice decides. */
function withoutWeaker(parts: readonly Part[]): readonly Part[] {
  const later = new Set(
    parts.flatMap(({ expression, kind }) =>
      kind !== "text" && expression.kind === "license" && expression.id.endsWith("-or-later") ? [expression.id] : [],
    ),
  );
  return parts.filter(
    ({ expression, kind }) =>
      !(
        kind === "text" &&
        expression.kind === "license" &&
        expression.id.endsWith("-only") &&
        later.has(expression.id.replace(/-only$/, "-or-later"))
      ),
  );
}
