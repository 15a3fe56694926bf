// Comparison: == != < <= > >= and `in`.
import { phrase } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { BOOL, type CelType, comparable, isNumber, typeName } from "./cel-type.ts";
import { checkMembers } from "./closed-sets.ts";
import type { Compiler } from "./compiler.ts";
import { groupAsValue } from "./logic.ts";
import type { Frame, Guard, Part, Run } from "./part.ts";
import { isUnknown, type Truth } from "./three-valued.ts";

type Relation = "==" | "!=" | "<" | "<=" | ">" | ">=";

export function compileRelation(node: ASTNode & { op: Relation }, compiler: Compiler): Part {
  const [leftNode, rightNode] = node.args;
  const [left, right] = [compiler.part(leftNode), compiler.part(rightNode)];
  for (const [part, at] of [[left, leftNode] as const, [right, rightNode] as const]) {
    if (part.type.is === "group") return groupAsValue(at, part.type, compiler);
  }
  const equality = node.op === "==" || node.op === "!=";
  if (!(equality ? comparable(left.type, right.type) : ordered(left.type, right.type)))
    return mismatch(node, left.type, right.type, compiler);
  if (!equality) return { type: BOOL, run: strict(left.run, right.run, orderings[node.op as keyof typeof orderings]) };
  checkMembers(left, leftNode.start, right.type, compiler);
  checkMembers(right, rightNode.start, left.type, compiler);
  const equals = equality && node.op === "==" ? compileEquals(left, right) : negated(compileEquals(left, right));
  const guard = node.op === "==" ? equalityGuard(left, right) : undefined;
  return { type: BOOL, run: equals, ...(guard ? { guards: [guard] } : {}) };
}

function compileEquals(left: Part, right: Part): Run {
  if (left.raw && right.literal === "unknown") return asksForUnknown(left.raw);
  if (right.raw && left.literal === "unknown") return asksForUnknown(right.raw);
  return strict(left.run, right.run, same);
}

/** `x == "unknown"`: true of what nobody knows, too. */
function asksForUnknown(raw: Run): Run {
  return (frame) => {
    const value = raw(frame);
    return isUnknown(value) ? (value.applicable ? true : value) : value === "unknown";
  };
}

function negated(run: Run): Run {
  return (frame) => {
    const value = run(frame);
    return isUnknown(value) ? value : !value;
  };
}

/** Not known as soon as one side is not. */
function strict(left: Run, right: Run, compute: (a: never, b: never) => boolean): Run {
  const of = compute as (a: unknown, b: unknown) => boolean;
  return (frame: Frame): Truth => {
    const a = left(frame);
    const b = right(frame);
    if (isUnknown(a)) return isUnknown(b) ? a.and(b) : a;
    return isUnknown(b) ? b : of(a, b);
  };
}

function equalityGuard(left: Part, right: Part): Guard | undefined {
  if (left.slot !== undefined && right.literal !== undefined) return { slot: left.slot, values: new Set([right.literal]) };
  if (right.slot !== undefined && left.literal !== undefined) return { slot: right.slot, values: new Set([left.literal]) };
  return undefined;
}

/** Equal by value; lists element by element. */
export function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((element, index) => same(element, b[index]));
}

const orderings = {
  "<": (a: string | number | boolean, b: string | number | boolean) => compare(a, b) < 0,
  "<=": (a: string | number | boolean, b: string | number | boolean) => compare(a, b) <= 0,
  ">": (a: string | number | boolean, b: string | number | boolean) => compare(a, b) > 0,
  ">=": (a: string | number | boolean, b: string | number | boolean) => compare(a, b) >= 0,
};

/** Texts by code point, as CEL has it; NaN is neither less nor more. */
function compare(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b);
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(at) === b.charCodeAt(at)) continue;
    return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
  }
  return a.length - b.length;
}

/** Halves of surrogate pairs come after all other units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function ordered(a: CelType, b: CelType): boolean {
  if (a.is === "any" || b.is === "any") return true;
  if (isNumber(a) && isNumber(b)) return true;
  return a.is === b.is && (a.is === "string" || a.is === "timestamp" || a.is === "duration" || a.is === "bool");
}

function mismatch(node: ASTNode & { op: Relation }, left: CelType, right: CelType, compiler: Compiler): Part {
  const list = left.is === "list" ? node.args[0] : right.is === "list" ? node.args[1] : undefined;
  const moment = [left, right].some((type) => type.is === "timestamp") && [left, right].some((type) => type.is === "string");
  const hint = list
    ? phrase`Whether a list holds it: … in ${compiler.sourceOf(list)}.`
    : moment
      ? phrase`A date is written timestamp("2026-07-01").`
      : undefined;
  return compiler.fault(node, "rule-type", phrase`${typeName(left)} cannot be compared with ${typeName(right)} (${node.op}).`, { hint });
}

export function compileIn(node: ASTNode & { op: "in" }, compiler: Compiler): Part {
  const [itemNode, listNode] = node.args;
  const [item, list] = [compiler.part(itemNode), compiler.part(listNode)];
  if (item.type.is === "group") return groupAsValue(itemNode, item.type, compiler);
  if (list.type.is !== "list" && list.type.is !== "any") {
    return compiler.fault(listNode, "rule-type", phrase`A list is expected after "in", and this is ${typeName(list.type)}.`, {
      hint: list.type.is === "string" ? phrase`A piece of a text: ${compiler.sourceOf(listNode)}.contains(…).` : undefined,
    });
  }
  if (list.type.is === "list" && !comparable(item.type, list.type.of)) {
    return compiler.fault(node, "rule-type", phrase`${typeName(list.type)} cannot hold ${typeName(item.type)}.`);
  }
  if (list.elements) for (const element of list.elements) checkMembers(element.part, element.offset, item.type, compiler);
  checkMembers(item, itemNode.start, list.type, compiler);
  const literals = literalsOf(list);
  const guards = item.slot !== undefined && literals ? { guards: [{ slot: item.slot, values: literals }] } : {};
  if (literals && item.raw && literals.has("unknown")) return { type: BOOL, run: inWithUnknown(item.raw, literals), ...guards };
  if (literals) return { type: BOOL, run: inLiterals(item.run, literals), ...guards };
  return { type: BOOL, run: membership(item.run, list) };
}

function literalsOf(list: Part): ReadonlySet<unknown> | undefined {
  const values = list.elements?.map((element) => element.part.literal);
  return values?.every((value) => value !== undefined) ? new Set(values) : undefined;
}

function inLiterals(item: Run, literals: ReadonlySet<unknown>): Run {
  return (frame) => {
    const value = item(frame);
    return isUnknown(value) ? value : literals.has(value);
  };
}

function inWithUnknown(raw: Run, literals: ReadonlySet<unknown>): Run {
  return (frame) => {
    const value = raw(frame);
    return isUnknown(value) ? (value.applicable ? true : value) : literals.has(value);
  };
}

/** True if one element is equal, whatever else is not known. */
function membership(item: Run, list: Part): Run {
  const elements = list.elements?.map((element) => element.part.run);
  return (frame): Truth => {
    const value = item(frame);
    if (isUnknown(value)) return value;
    if (!elements) {
      const all = list.run(frame);
      return isUnknown(all) ? all : (all as readonly unknown[]).some((element) => same(element, value));
    }
    let result: Truth = false;
    for (const element of elements) {
      const other = element(frame);
      if (isUnknown(other)) result = isUnknown(result) ? result.or(other) : other;
      else if (same(other, value)) return true;
    }
    return result;
  };
}
