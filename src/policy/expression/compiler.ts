// What the compilers of single constructs share: inputs found so far, faults found so far, variables in scope.
import type { ASTNode } from "@marcbachmann/cel-js";
import { type ProblemText, problemText, type ProblemWords, sentenceOf } from "#kit";
import type { PolicyProblemCode } from "../problem-codes.ts";
import type { CelType } from "./cel-type.ts";
import { BROKEN, type Part, type Read } from "./part.ts";
import type { Group } from "./vocabulary.ts";

export interface Fault extends ProblemText {
  /** 0-based, in UTF-16 code units of the condition. */
  readonly offset: number;
  readonly code: PolicyProblemCode;
  readonly severity: "error" | "warning";
}

export interface Variable {
  /** Index in the frame's `locals`. */
  readonly depth: number;
  readonly type: CelType;
}

export class Compiler {
  readonly text: string;
  readonly names: Group;
  /** Ids of measures that rules may ask for; undefined where the caller does not know them. */
  readonly measures: ReadonlySet<string> | undefined;
  readonly reads: Read[] = [];
  readonly faults: Fault[] = [];
  /** Innermost last. */
  readonly scope: { readonly name: string; readonly variable: Variable }[] = [];
  /** Compiles any node; set by compile.ts, so that constructs may nest without importing each other. */
  readonly part: (node: ASTNode) => Part;

  constructor(
    text: string,
    names: Group,
    measures: ReadonlySet<string> | undefined,
    compileNode: (node: ASTNode, compiler: Compiler) => Part,
  ) {
    this.text = text;
    this.names = names;
    this.measures = measures;
    this.part = (node) => compileNode(node, this);
  }

  /** Records a fault at a node; the part that stands in for it goes with everything. */
  fault(
    node: { readonly start: number },
    code: PolicyProblemCode,
    message: ProblemWords["message"],
    more: Omit<ProblemWords, "message"> = {},
  ): Part {
    this.tell("error", node.start, code, { ...more, message });
    return BROKEN;
  }

  warn(node: { readonly start: number }, code: PolicyProblemCode, message: ProblemWords["message"], hint: ProblemWords["message"]): void {
    this.tell("warning", node.start, code, { message, hint });
  }

  private tell(severity: Fault["severity"], offset: number, code: PolicyProblemCode, words: ProblemWords): void {
    const text = problemText(words);
    this.faults.push({ offset, code, severity, ...text, message: sentenceOf(text.message) });
  }

  /** The slot of an input, the same one each time it is read. */
  slotOf(read: Read): number {
    const known = this.reads.findIndex((other) => other.is === read.is && other.name === read.name);
    return known >= 0 ? known : this.reads.push(read) - 1;
  }

  variable(name: string): Variable | undefined {
    return this.scope.findLast((entry) => entry.name === name)?.variable;
  }

  sourceOf(node: { readonly start: number; readonly end: number }): string {
    return this.text.slice(node.start, node.end);
  }
}
