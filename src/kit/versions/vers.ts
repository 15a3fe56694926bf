// VERS, the version range notation of the purl project: `vers:npm/1.2.3|>=2.0.0|<5.0.0`. Unlike in ours, `|` separates the bounds of intervals.
// https://github.com/package-url/vers-spec
import { schemeOf } from "./schemes.ts";
import type { Comparator, Operator, BadRange } from "./types.ts";

export interface VersRange {
  readonly order: string;
  readonly alternatives: readonly (readonly Comparator[])[];
}

const LONGEST_LIST = 1000;

/** Reads a VERS text. */
export function parseVers(text: string): VersRange | BadRange {
  const match = /^vers:([a-z][a-z0-9.-]{0,40})\/(.+)$/s.exec(text.trim());
  if (!match) return { error: `${JSON.stringify(text)} is not vers:type/constraints` };
  const [, order = "", list = ""] = match;
  if (list.trim() === "*") return { order, alternatives: [[]] };
  const parts = list.split("|").map((part) => part.trim());
  if (parts.length > LONGEST_LIST) return { error: `it has more than ${LONGEST_LIST} constraints` };
  const constraints: Comparator[] = [];
  for (const part of parts) {
    const constraint = readConstraint(part);
    if (constraint === undefined) return { error: `${JSON.stringify(part)} is no constraint` };
    constraints.push(constraint);
  }
  return { order, alternatives: intervalsOf(sorted(constraints, order)) };
}

function readConstraint(part: string): Comparator | undefined {
  const match = /^(>=|<=|!=|<|>|=)?\s*([^\s<>=!|*]+)$/.exec(part);
  if (!match) return undefined;
  try {
    return { operator: (match[1] ?? "=") as Operator, version: decodeURIComponent(match[2] ?? "") };
  } catch {
    return undefined;
  }
}

/** Constraints stand in the order of their versions; those who do not keep to it mean the same. */
function sorted(constraints: readonly Comparator[], order: string): readonly Comparator[] {
  const scheme = schemeOf(order);
  return constraints.every(({ version }) => scheme.valid(version))
    ? constraints.toSorted((a, b) => scheme.compare(a.version, b.version) ?? 0)
    : constraints;
}

/** Every lower bound goes to the next upper one; what is equal stands for itself, what is excluded is excluded everywhere. */
function intervalsOf(constraints: readonly Comparator[]): readonly (readonly Comparator[])[] {
  const excluded = constraints.filter(({ operator }) => operator === "!=");
  const bounds = constraints.filter(({ operator }) => operator !== "!=" && operator !== "=");
  const alternatives: (readonly Comparator[])[] = constraints.filter(({ operator }) => operator === "=").map((equal) => [equal]);
  let low: Comparator | undefined;
  for (const bound of bounds) {
    if (bound.operator === ">" || bound.operator === ">=") {
      // Of two lower bounds in a row the first says more.
      low ??= bound;
      continue;
    }
    alternatives.push([...(low ? [low] : []), bound, ...excluded]);
    low = undefined;
  }
  if (low) alternatives.push([low, ...excluded]);
  return alternatives.length === 0 ? [excluded] : alternatives;
}
