// Several licences of one package as one text.
import { normalizeDeclared } from "../../licenses/declared/declared.ts";

/** Joins names; each that is understood becomes an expression first, so that an "or later" in a name is not taken for a choice. */
export function joinNames(names: readonly (string | undefined)[], how: "OR" | "AND"): string | undefined {
  const plain = [...new Set(names.map((name) => name?.trim()).filter((name) => name !== undefined && name !== ""))] as string[];
  if (plain.length < 2) return plain[0];
  return plain.map((name) => bracketed(normalizeDeclared(name)?.expression ?? name)).join(` ${how} `);
}

function bracketed(expression: string): string {
  return / (?:AND|OR) /.test(expression) ? `(${expression})` : expression;
}
