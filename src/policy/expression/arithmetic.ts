// + - * / % and the minus sign. Whole numbers stay whole: 7 / 2 is 3, as in CEL.
import { phrase } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { type CelType, DOUBLE, DURATION, INT, isNumber, STRING, TIMESTAMP, typeName, ANY } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import { failure, longestMade, type Part, type Run } from "./part.ts";
import { isUnknown, type Unknown } from "./three-valued.ts";

type Arithmetic = "+" | "-" | "*" | "/" | "%";
type Compute = (a: number, b: number) => number;

const whole: Readonly<Record<Arithmetic, Compute>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? Number.NaN : Math.trunc(a / b)),
  "%": (a, b) => (b === 0 ? Number.NaN : a % b),
};
const fractional: Readonly<Record<Exclude<Arithmetic, "%">, Compute>> = {
  "+": whole["+"],
  "-": whole["-"],
  "*": whole["*"],
  "/": (a, b) => a / b,
};

export function compileArithmetic(node: ASTNode & { op: Arithmetic }, compiler: Compiler): Part {
  const [leftNode, rightNode] = node.args;
  const [left, right] = [compiler.part(leftNode), compiler.part(rightNode)];
  const fault = failure(compiler.sourceOf(node));
  const { op } = node;
  if (left.type.is === "any" || right.type.is === "any") return { type: ANY, run: combine(left.run, right.run, () => fault) };
  if (left.type.is === "int" && right.type.is === "int") {
    const compute = whole[op];
    return { type: INT, run: combine(left.run, right.run, (a, b) => checked(compute(a as number, b as number), fault)) };
  }
  if (isNumber(left.type) && isNumber(right.type) && op !== "%") {
    return { type: DOUBLE, run: combine(left.run, right.run, fractional[op] as (a: unknown, b: unknown) => unknown) };
  }
  if (op === "+" && left.type.is === "string" && right.type.is === "string") {
    return { type: STRING, run: combine(left.run, right.run, (a, b) => joined(a as string, b as string, fault)) };
  }
  const type = ofTime(op, left.type, right.type);
  if (!type) return compiler.fault(node, "rule-type", phrase`"${op}" goes not with ${typeName(left.type)} and ${typeName(right.type)}.`);
  const compute = op === "+" ? whole["+"] : whole["-"];
  return { type, run: combine(left.run, right.run, (a, b) => checked(compute(a as number, b as number), fault)) };
}

export function compileMinus(node: ASTNode & { op: "-_" }, compiler: Compiler): Part {
  const inner = compiler.part(node.args);
  if (!isNumber(inner.type)) return compiler.fault(node, "rule-type", phrase`The minus sign goes not with ${typeName(inner.type)}.`);
  const run: Run = (frame) => {
    const value = inner.run(frame);
    return isUnknown(value) ? value : -(value as number) + 0;
  };
  return typeof inner.literal === "number" ? { type: inner.type, run, literal: -inner.literal + 0 } : { type: inner.type, run };
}

/** Moments and spans of time, both in milliseconds. */
function ofTime(op: Arithmetic, left: CelType, right: CelType): CelType | undefined {
  if (op === "-" && left.is === "timestamp" && right.is === "timestamp") return DURATION;
  if ((op === "-" || op === "+") && left.is === "timestamp" && right.is === "duration") return TIMESTAMP;
  if (op === "+" && left.is === "duration" && right.is === "timestamp") return TIMESTAMP;
  return (op === "-" || op === "+") && left.is === "duration" && right.is === "duration" ? DURATION : undefined;
}

function joined(a: string, b: string, fault: Unknown): string | Unknown {
  return a.length + b.length > longestMade ? fault : a + b;
}

function checked(value: number, fault: Unknown): number | Unknown {
  return Number.isSafeInteger(value) ? value + 0 : fault;
}

function combine(left: Run, right: Run, compute: (a: unknown, b: unknown) => unknown): Run {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (isUnknown(a)) return isUnknown(b) ? a.and(b) : a;
    return isUnknown(b) ? b : compute(a, b);
  };
}
