// From a fault at an offset in a condition to a problem at the line and column of the document that holds it.
import type { Problem } from "#kit";
import { positionInWhen, type Rule } from "#program";
import type { Fault } from "./compiler.ts";

export function problemOf(fault: Fault, rule: Rule): Problem {
  const { file, line, column } = positionInWhen(rule, fault.offset);
  const { code, severity, offset: _offset, ...text } = fault;
  return { code, severity, file, line, column, ...text };
}
