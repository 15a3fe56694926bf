// Joining expressions, and taking out what is said twice. Nothing else is simplified: that `MIT OR (MIT AND X)` means MIT is a lawyer's conclusion.
import { compareText } from "../order.ts";
import { formatAtom } from "./fold.ts";
import type { Expression } from "./types.ts";

/** A compound of the parts: flat, each part once (whatever the order of what it holds), a single part as itself; undefined for none. */
export function joinExpressions(kind: "and" | "or", parts: Iterable<Expression>): Expression | undefined {
  return join(kind, [...parts].map(simplifyExpression));
}

/** Duplicates taken out at every level: `MIT AND MIT` is `MIT`, `A OR (B AND B)` is `A OR B`. Order stays. */
export function simplifyExpression(expression: Expression): Expression {
  if (expression.kind === "license") return expression;
  return join(expression.kind, expression.parts.map(simplifyExpression)) ?? expression;
}

/** The same key for expressions that differ only in the order or repetition of their parts, or in the case of a reference. */
export function expressionKey(expression: Expression): string {
  return keyOf(simplifyExpression(expression));
}

function join(kind: "and" | "or", simplified: readonly Expression[]): Expression | undefined {
  const once = new Map<string, Expression>();
  for (const part of simplified) {
    for (const flat of part.kind === kind ? part.parts : [part]) {
      const key = keyOf(flat);
      if (!once.has(key)) once.set(key, flat);
    }
  }
  const kept = [...once.values()];
  return kept.length > 1 ? { kind, parts: kept } : kept[0];
}

function keyOf(simplified: Expression): string {
  if (simplified.kind === "license") return formatAtom(simplified).toLowerCase();
  return `(${simplified.parts
    .map(keyOf)
    .sort(compareText)
    .join(simplified.kind === "and" ? " and " : " or ")})`;
}
