// && || ! ?: over three values, and the necessary conditions that follow for the index.
import { phrase } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { BOOL, typeName, unify } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import { type Guard, type Part, type Run } from "./part.ts";
import { both, either, isUnknown, type Truth } from "./three-valued.ts";

export function compileAnd(node: ASTNode & { op: "&&" }, compiler: Compiler): Part {
  const [left, right] = conditions(node.args, compiler);
  const first = left.run as (frame: Parameters<Run>[0]) => Truth;
  const second = right.run as typeof first;
  return {
    type: BOOL,
    run: (frame) => both(first(frame), () => second(frame)),
    guards: [...(left.guards ?? []), ...(right.guards ?? [])],
    conjuncts: node.args.flatMap((arg, i) => {
      const part = i === 0 ? left : right;
      return part.conjuncts ?? [{ run: part.run, source: compiler.sourceOf(arg) }];
    }),
  };
}

export function compileOr(node: ASTNode & { op: "||" }, compiler: Compiler): Part {
  const [left, right] = conditions(node.args, compiler);
  const first = left.run as (frame: Parameters<Run>[0]) => Truth;
  const second = right.run as typeof first;
  return {
    type: BOOL,
    run: (frame) => either(first(frame), () => second(frame)),
    guards: eitherGuard(left.guards ?? [], right.guards ?? []),
  };
}

export function compileNot(node: ASTNode & { op: "!_" }, compiler: Compiler): Part {
  const inner = condition(node.args, compiler);
  const { run, slot } = inner;
  return {
    type: BOOL,
    run(frame) {
      const value = run(frame);
      return isUnknown(value) ? value : !value;
    },
    ...(slot === undefined ? {} : { guards: [{ slot, values: new Set([false]) }] }),
  };
}

export function compileChoice(node: ASTNode & { op: "?:" }, compiler: Compiler): Part {
  const [test, yes, no] = node.args;
  const when = condition(test, compiler);
  const [left, right] = [compiler.part(yes), compiler.part(no)];
  const type = unify(left.type, right.type);
  if (!type) return compiler.fault(node, "rule-type", phrase`One branch is ${typeName(left.type)}, the other ${typeName(right.type)}.`);
  return {
    type,
    run(frame) {
      const value = when.run(frame);
      return isUnknown(value) ? value : value ? left.run(frame) : right.run(frame);
    },
  };
}

/** The part of a place where only true or false makes sense. */
export function condition(node: ASTNode, compiler: Compiler): Part {
  const part = compiler.part(node);
  if (part.type.is === "bool" || part.type.is === "any") return part;
  if (part.type.is === "group") return groupAsValue(node, part.type, compiler);
  return compiler.fault(node, "rule-type", phrase`A condition is expected here, and this is ${typeName(part.type)}.`, {
    expected: phrase`true or false`,
  });
}

export function groupAsValue(node: ASTNode, type: Part["type"] & { is: "group" }, compiler: Compiler): Part {
  const suggestion = type.members.includes("id") ? "id" : type.members[0];
  return compiler.fault(node, "rule-type", phrase`"${type.name}" is a group of facts, not a value.`, {
    hint: phrase`Name one of its facts: ${type.name}.${suggestion ?? "…"}.`,
  });
}

function conditions([left, right]: readonly [ASTNode, ASTNode], compiler: Compiler): [Part, Part] {
  return [condition(left, compiler), condition(right, compiler)];
}

/** What must hold if either side does: inputs that both sides ask for, with the values of either. */
function eitherGuard(left: readonly Guard[], right: readonly Guard[]): Guard[] {
  return left.flatMap((guard) => {
    const other = right.find((candidate) => candidate.slot === guard.slot);
    return other ? [{ slot: guard.slot, values: new Set([...guard.values, ...other.values]) }] : [];
  });
}
