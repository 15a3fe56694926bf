// A rule's condition, from text to something that answers: checked against the facts of its subject, with every mistake at once.
// Parsing is cel-js's; types, closed sets and evaluation are ours, because unknown is a value here and has a reason.
import type { ASTNode } from "@marcbachmann/cel-js";
import { phrase, type SubjectKind } from "#kit";
import { compileArithmetic, compileMinus } from "./arithmetic.ts";
import { compileCall, compileMethod } from "./calls.ts";
import { ANY, BOOL, type CelType, DOUBLE, INT, listOf, STRING, typeName, unify } from "./cel-type.ts";
import { Compiler, type Fault } from "./compiler.ts";
import { compileAnd, compileChoice, compileNot, compileOr, condition } from "./logic.ts";
import type { Frame, Guard, Part, Read } from "./part.ts";
import { isFault, parse } from "./parse.ts";
import { compileIndex, compileMember, compileName } from "./paths.ts";
import { compileIn, compileRelation } from "./relations.ts";
import { isUnknown, type Truth } from "./three-valued.ts";
import { type Parameters, vocabularyFor } from "./vocabulary.ts";

export interface ExpressionContext {
  readonly kind: SubjectKind;
  /** `organization.parameters` of the program. */
  readonly parameters?: Parameters;
  /** Ids of the measures that there are; not checked where absent. */
  readonly measures?: ReadonlySet<string>;
}

/** A condition that can be asked. */
export interface Compiled {
  readonly source: string;
  /** Its inputs; `evaluate` takes their values in this order. */
  readonly reads: readonly Read[];
  /** Whether it reads a fact of `license`, so that it is asked once for each atom of the expression. */
  readonly perLicense: boolean;
  /** Necessary conditions over single inputs: for the index. */
  readonly guards: readonly Guard[];
  /** `values[i]` is the value of `reads[i]`, or an Unknown with the reason; `now` in milliseconds. */
  evaluate(values: readonly unknown[], now: number): Truth;
  /** The parts that && joins at the top, each alone, with their text. */
  readonly conjuncts: readonly { readonly source: string; evaluate(values: readonly unknown[], now: number): Truth }[];
}

export interface Compilation {
  /** Absent where there are errors. */
  readonly compiled?: Compiled;
  readonly faults: readonly Fault[];
}

/** Steps of list macros for one evaluation. */
const FUEL = 100_000;

/** Compiles a condition. Faults of severity warning leave it usable. Never throws, whatever the text. */
export function compileExpression(text: string, context: ExpressionContext): Compilation {
  const tree = parse(text);
  if (isFault(tree)) return { faults: [{ severity: "error", ...tree }] };
  const compiler = new Compiler(text, vocabularyFor(context.kind, context.parameters ?? {}), context.measures, compileNode);
  const part = condition(tree, compiler);
  if (compiler.faults.some((fault) => fault.severity === "error")) return { faults: inOrder(compiler.faults) };
  return { compiled: compiledOf(text, part, compiler.reads), faults: inOrder(compiler.faults) };
}

function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => a.offset - b.offset);
}

function compiledOf(source: string, part: Part, reads: readonly Read[]): Compiled {
  const ask =
    (run: Part["run"]) =>
    (values: readonly unknown[], now: number): Truth => {
      const frame: Frame = { values, now, locals: [], fuel: FUEL };
      const result = run(frame);
      return isUnknown(result) ? result : result === true;
    };
  return {
    source,
    reads,
    perLicense: reads.some((read) => read.is === "fact" && read.name.startsWith("license.")),
    guards: part.guards ?? [],
    evaluate: ask(part.run),
    conjuncts: (part.conjuncts ?? [{ run: part.run, source }]).map((one) => ({ source: one.source, evaluate: ask(one.run) })),
  };
}

function compileNode(node: ASTNode, compiler: Compiler): Part {
  switch (node.op) {
    case "value":
      return compileLiteral(node, compiler);
    case "id":
      return compileName(node, compiler);
    case ".":
      return compileMember(node, compiler);
    case "[]":
      return compileIndex(node, compiler);
    case "call":
      return compileCall(node, compiler);
    case "rcall":
      return compileMethod(node, compiler);
    case "list":
      return compileList(node, compiler);
    case "&&":
      return compileAnd(node, compiler);
    case "||":
      return compileOr(node, compiler);
    case "!_":
      return compileNot(node, compiler);
    case "?:":
      return compileChoice(node, compiler);
    case "in":
      return compileIn(node, compiler);
    case "-_":
      return compileMinus(node, compiler);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return compileArithmetic(node, compiler);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compileRelation(node, compiler);
    default:
      return compiler.fault(
        node,
        "rule-syntax",
        node.op === "map" ? phrase`Maps are not used in rules.` : phrase`This is not used in rules.`,
      );
  }
}

function compileLiteral(node: ASTNode & { op: "value" }, compiler: Compiler): Part {
  const value = node.args;
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) return compiler.fault(node, "rule-type", phrase`This number is too large.`);
    return { type: INT, literal: number, run: () => number };
  }
  if (typeof value === "number") return { type: DOUBLE, literal: value, run: () => value };
  if (typeof value === "string") return { type: STRING, literal: value, run: () => value };
  if (typeof value === "boolean") return { type: BOOL, literal: value, run: () => value };
  const hint = value === null ? phrase`What is missing is unknown; has(…) asks whether a fact is known.` : undefined;
  return compiler.fault(
    node,
    "rule-type",
    value === null ? phrase`null is not used in rules.` : phrase`Such a value is not used in rules.`,
    { hint },
  );
}

function compileList(node: ASTNode & { op: "list" }, compiler: Compiler): Part {
  const elements = node.args.map((element) => ({ part: compiler.part(element), offset: element.start }));
  let of: CelType = ANY;
  for (const { part, offset } of elements) {
    const joined = unify(of, part.type);
    if (!joined)
      return compiler.fault(
        { start: offset },
        "rule-type",
        phrase`A list holds values of one kind; this is ${typeName(part.type)}, not ${typeName(of)}.`,
      );
    of = joined;
  }
  return {
    type: listOf(of),
    elements,
    run(frame) {
      const values = elements.map(({ part }) => part.run(frame));
      return values.find(isUnknown) ?? values;
    },
  };
}
