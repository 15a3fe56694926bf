// Computing over expressions: one fold, and what follows from it.
import type { Expression, LicenseAtom } from "./types.ts";

export interface ExpressionAlgebra<T> {
  readonly atom: (atom: LicenseAtom) => T;
  /** All parts apply; called with two values or more, in the order of the text. */
  readonly and: (parts: readonly T[]) => T;
  /** The recipient chooses; called with two values or more, in the order of the text. */
  readonly or: (parts: readonly T[]) => T;
}

/** Replaces each atom, AND and OR by what the algebra makes of it, from the inside out. */
export function foldExpression<T>(expression: Expression, algebra: ExpressionAlgebra<T>): T {
  if (expression.kind === "license") return algebra.atom(expression);
  const parts = expression.parts.map((part) => foldExpression(part, algebra));
  return expression.kind === "and" ? algebra.and(parts) : algebra.or(parts);
}

/** Every atom once, in the order of the text. */
export function atomsOf(expression: Expression): LicenseAtom[] {
  const atoms = new Map<string, LicenseAtom>();
  const visit = (part: Expression): void => {
    if (part.kind !== "license") part.parts.forEach(visit);
    else if (!atoms.has(formatAtom(part))) atoms.set(formatAtom(part), part);
  };
  visit(expression);
  return [...atoms.values()];
}

/** `GPL-2.0-only WITH Classpath-exception-2.0`, `Apache-2.0+`, `MIT`. */
export function formatAtom(atom: LicenseAtom): string {
  const id = atom.orLater ? `${atom.id}+` : atom.id;
  return atom.exception === undefined ? id : `${id} WITH ${atom.exception}`;
}

/** The normal form: canonical ids, upper-case operators, no bracket that is not needed. Parsing it gives the same expression again. */
export function formatExpression(expression: Expression): string {
  if (expression.kind === "license") return formatAtom(expression);
  const inBrackets = (part: Expression): string =>
    expression.kind === "and" && part.kind === "or" ? `(${formatExpression(part)})` : formatExpression(part);
  return expression.parts.map(inBrackets).join(expression.kind === "and" ? " AND " : " OR ");
}
