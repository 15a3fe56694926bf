// From an offset in a condition to the line and column of the document that holds it.
import type { Problem } from "#kit";
import type { Position } from "#program";
import type { Fault } from "./compiler.ts";

/**
 * Where an offset stands. `start` is the place of the condition's first character. Lines of a block (`when: |`) begin in its column;
 * a condition that YAML folds has lost its line breaks, so that places in it are counted along its first line.
 */
export function positionAt(text: string, offset: number, start: Position): Position {
  const before = text.slice(0, offset);
  const breaks = before.split("\n").length - 1;
  return { file: start.file, line: start.line + breaks, column: start.column + (offset - (before.lastIndexOf("\n") + 1)) };
}

export function problemOf(fault: Fault, text: string, start: Position): Problem {
  const { file, line, column } = positionAt(text, fault.offset, start);
  return {
    code: fault.code,
    severity: fault.severity,
    file,
    line,
    column,
    message: fault.message,
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  };
}
