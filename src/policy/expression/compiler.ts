// What the compilers of single constructs share: inputs found so far, faults found so far, variables in scope.
import type { ASTNode } from "@marcbachmann/cel-js";
import type { PolicyProblemCode } from "../problem-codes.ts";
import type { CelType } from "./cel-type.ts";
import { BROKEN, type Part, type Read } from "./part.ts";
import type { Group } from "./vocabulary.ts";

export interface Fault {
  /** 0-based, in UTF-16 code units of the condition. */
  readonly offset: number;
  readonly code: PolicyProblemCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
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
    message: string,
    more: { expected?: string; hint?: string | undefined } = {},
  ): Part {
    const { expected, hint } = more;
    this.faults.push({
      offset: node.start,
      code,
      severity: "error",
      message,
      ...(expected === undefined ? {} : { expected }),
      ...(hint === undefined ? {} : { hint }),
    });
    return BROKEN;
  }

  warn(node: { readonly start: number }, code: PolicyProblemCode, message: string, hint: string): void {
    this.faults.push({ offset: node.start, code, severity: "warning", message, hint });
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
