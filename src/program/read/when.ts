// Where each character of a scalar stands in the file: an expression's error must name the right place, in quotes and block scalars too.
import type { Scalar } from "yaml";
import type { Position, Rule, WhenPart } from "../model.ts";
import type { YamlPage } from "./yaml.ts";

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * For each UTF-16 unit of the scalar's value its offset in the source. Characters are matched in order: what folding,
 * indentation and escapes add to the source is skipped.
 */
export function sourceOffsets(node: Scalar, source: string): number[] {
  const value = String(node.value);
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? source.length;
  const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  const double = node.type === "QUOTE_DOUBLE";
  const single = node.type === "QUOTE_SINGLE";
  let at = block ? source.indexOf("\n", start) + 1 : double || single ? start + 1 : start;
  const offsets: number[] = [];
  for (const sign of value.split("")) {
    if (!/\s/.test(sign)) while (at < end && /\s/.test(source.charAt(at))) at++;
    offsets.push(Math.min(at, Math.max(end - 1, start)));
    if (source.charAt(at) === sign && !(double && sign === "\\") && !(single && sign === "'")) at++;
    else if (double && source.charAt(at) === "\\") at += escapeLengths[source.charAt(at + 1)] ?? 2;
    else if (single && sign === "'") at += 2;
    // A line break that folding turned into a space is skipped when the next character is looked for.
  }
  return offsets;
}

/** Offsets as stretches: one place for each run of characters that stand side by side, or that all stand for one placeholder. */
export function partsOf(offsets: readonly number[], page: YamlPage): WhenPart[] {
  const [first] = offsets;
  const last = offsets.at(-1);
  if (first !== undefined && last === first + offsets.length - 1 && page.at(first).line === page.at(last).line) {
    const { line, column } = page.at(first);
    return [{ from: 0, line, column }];
  }
  const parts: WhenPart[] = [];
  let before: Position | undefined;
  for (const [index, offset] of offsets.entries()) {
    const { line, column, ...at } = page.at(offset);
    const last = parts.at(-1);
    const sameLine = before?.line === line;
    if (last && sameLine && before?.column === column) {
      if (!last.fixed && last.from === index - 1) parts.pop();
      if (!last.fixed) parts.push({ from: last.from === index - 1 ? last.from : index, line, column, fixed: true });
    } else if (!last || last.fixed || !sameLine || before?.column !== column - 1) {
      parts.push({ from: index, line, column });
    }
    before = { ...at, line, column };
  }
  return parts;
}

/** Where a character of `when` stands: `offset` counts UTF-16 units from its beginning. */
export function positionInWhen(rule: Pick<Rule, "whenPosition" | "whenParts">, offset: number): Position {
  const part = rule.whenParts?.findLast((candidate) => candidate.from <= offset);
  if (!part) return { ...rule.whenPosition, column: rule.whenPosition.column + Math.max(offset, 0) };
  return { file: rule.whenPosition.file, line: part.line, column: part.fixed ? part.column : part.column + offset - part.from };
}
