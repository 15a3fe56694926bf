// The branch of a licence expression that a product takes, from a result: the same answer as obligations are derived from.
import type { Choice } from "#program";
import type { ScanResult } from "../result.ts";
import { type AtomsTaken, atomsTaken } from "./taken-branch.ts";

const tables = new WeakMap<readonly Choice[], AtomsTaken>();

/** Atoms of the licences that apply; empty where the text is no expression. */
export function takenLicenses(result: ScanResult, license: string, product: string): readonly string[] {
  const { choices } = result.program.licenses;
  const table = tables.get(choices) ?? atomsTaken(choices);
  tables.set(choices, table);
  return table(license, product) ?? [];
}

/** The same as an expression; undefined where the text is none. */
export function takenExpression(result: ScanResult, license: string, product: string): string | undefined {
  const atoms = takenLicenses(result, license, product);
  return atoms.length === 0 ? undefined : atoms.join(" AND ");
}
