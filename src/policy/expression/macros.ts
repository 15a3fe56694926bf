// List macros: exists, all, exists_one, filter, map. Three-valued: one element that decides is enough, whatever is not known of the others.
import { phrase } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { BOOL, type CelType, listOf, typeName } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import { condition } from "./logic.ts";
import { BROKEN, failure, type Frame, type Part, type Run } from "./part.ts";
import { both, either, isUnknown, type Truth, type Unknown } from "./three-valued.ts";

const macros = new Set(["exists", "all", "exists_one", "filter", "map"]);
/** Lists inside lists are enough for facts; deeper nesting only costs. */
const DEEPEST = 2;

export function isMacro(name: string): boolean {
  return macros.has(name);
}

export function compileMacro(node: ASTNode & { op: "rcall" }, compiler: Compiler): Part {
  const [name, receiver, args] = node.args;
  const list = compiler.part(receiver);
  const [variable, body] = args;
  if (list === BROKEN) return BROKEN;
  if (variable?.op !== "id" || !body || args.length !== 2) {
    return compiler.fault(node, "rule-function", phrase`"${name}" takes a name and a condition.`, {
      expected: phrase`….${name}(x, x == …)`,
    });
  }
  if (list.type.is !== "list" && list.type.is !== "any") {
    return compiler.fault(receiver, "rule-type", phrase`"${name}" goes over a list, and this is ${typeName(list.type)}.`);
  }
  const depth = compiler.scope.length;
  if (depth >= DEEPEST) return compiler.fault(node, "rule-too-large", phrase`Lists inside lists go ${DEEPEST} deep.`);
  const type: CelType = list.type.is === "list" ? list.type.of : list.type;
  compiler.scope.push({ name: variable.args, variable: { depth, type } });
  const inner = name === "map" ? compiler.part(body) : condition(body, compiler);
  compiler.scope.pop();
  return macroPart(name, node, { list: list.run, body: inner.run, depth, type, gives: inner.type }, compiler);
}

interface Loop {
  readonly list: Run;
  readonly body: Run;
  readonly depth: number;
  readonly type: CelType;
  readonly gives: CelType;
}

function macroPart(name: string, node: ASTNode, loop: Loop, compiler: Compiler): Part {
  const exhausted = failure(compiler.sourceOf(node));
  switch (name) {
    case "exists":
      return { type: BOOL, run: fold(loop, exhausted, false, (result, truth) => either(result, () => truth)) };
    case "all":
      return { type: BOOL, run: fold(loop, exhausted, true, (result, truth) => both(result, () => truth)) };
    case "exists_one":
      return { type: BOOL, run: exactlyOne(loop, exhausted) };
    case "filter":
      return { type: listOf(loop.type), run: collect(loop, exhausted, (element, kept) => (kept === true ? [element] : [])) };
    default:
      return { type: listOf(loop.gives), run: collect(loop, exhausted, (_element, made) => [made]) };
  }
}

function fold(loop: Loop, exhausted: Unknown, start: boolean, join: (result: Truth, next: Truth) => Truth): Run {
  return (frame) => {
    const list = loop.list(frame);
    if (isUnknown(list)) return list;
    let result: Truth = start;
    for (const element of list as readonly unknown[]) {
      if (frame.fuel-- <= 0) return exhausted;
      frame.locals[loop.depth] = element;
      result = join(result, loop.body(frame) as Truth);
      if (result === !start) return result;
    }
    return result;
  };
}

function exactlyOne(loop: Loop, exhausted: Unknown): Run {
  return (frame) => {
    const made = each(loop, exhausted, frame);
    if (isUnknown(made)) return made;
    const sure = made.filter((truth) => truth === true).length;
    const open = made.filter(isUnknown).reduce<Unknown | undefined>((all, one) => all?.or(one) ?? one, undefined);
    return sure > 1 ? false : (open ?? sure === 1);
  };
}

function collect(loop: Loop, exhausted: Unknown, take: (element: unknown, made: unknown) => unknown[]): Run {
  return (frame) => {
    const list = loop.list(frame);
    if (isUnknown(list)) return list;
    const made = each(loop, exhausted, frame);
    if (isUnknown(made)) return made;
    const missing = made.find(isUnknown);
    return missing ?? (list as readonly unknown[]).flatMap((element, index) => take(element, made[index]));
  };
}

function each(loop: Loop, exhausted: Unknown, frame: Frame): unknown[] | Unknown {
  const list = loop.list(frame);
  if (isUnknown(list)) return list;
  const made: unknown[] = [];
  for (const element of list as readonly unknown[]) {
    if (frame.fuel-- <= 0) return exhausted;
    frame.locals[loop.depth] = element;
    made.push(loop.body(frame));
  }
  return made;
}
