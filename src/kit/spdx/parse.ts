// Reading SPDX licence expressions (SPDX 3.0, annex "License expressions"), whatever the case of ids and operators.
// Precedence: `+`, WITH, AND, OR. Deprecated ids come out as their successors.
import { type AtomError, readException, readLicense } from "./atoms.ts";
import { nearestId } from "./ids.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { Expression, ExpressionResult, LicenseAtom } from "./types.ts";

/** Longest text and deepest nesting of brackets that are read; real expressions stay far below. */
const maxLength = 65_536;
const maxDepth = 100;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  error: AtomError | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The whole text, or undefined with `error` set. */
  whole(): Expression | undefined {
    const expression = this.list("or");
    if (expression && this.peek().kind !== "end") return this.fail(this.peek(), `"${shown(this.peek())}" is not expected here`);
    return expression;
  }

  private list(operator: "and" | "or"): Expression | undefined {
    const parts: Expression[] = [];
    do {
      const part = operator === "or" ? this.list("and") : this.operand();
      if (!part) return undefined;
      if (part.kind === operator) parts.push(...part.parts);
      else parts.push(part);
    } while (this.take(operator));
    return parts.length === 1 ? parts[0] : { kind: operator, parts };
  }

  private operand(): Expression | undefined {
    const token = this.peek();
    if (this.take("(")) {
      if (++this.depth > maxDepth) return this.fail(token, `brackets are nested more than ${maxDepth} deep`);
      const inner = this.list("or");
      this.depth--;
      if (inner && !this.take(")")) return this.fail(this.peek(), "a closing bracket is missing");
      return inner;
    }
    if (token.kind !== "word")
      return this.fail(token, token.kind === "end" ? "a licence is missing at the end" : `a licence is expected before "${shown(token)}"`);
    this.at++;
    const atom = readLicense(token.text, token.offset);
    if ("message" in atom) return this.reject(atom);
    return this.take("with") ? this.exceptionOf(atom) : atom;
  }

  private exceptionOf(atom: LicenseAtom): Expression | undefined {
    const token = this.peek();
    if (token.kind !== "word") return this.fail(token, "an exception is expected after WITH");
    if (atom.exception !== undefined) return this.fail(token, `the licence has an exception already (${atom.exception})`);
    if (atom.id === "NONE" || atom.id === "NOASSERTION") return this.fail(token, `${atom.id} takes no exception`);
    this.at++;
    const exception = readException(token.text, token.offset);
    return typeof exception === "string" ? { ...atom, exception } : this.reject(exception);
  }

  private peek(): Token {
    return this.tokens[this.at] as Token; // the last token is `end` and is never passed
  }

  private take(kind: Token["kind"]): boolean {
    if (this.peek().kind !== kind) return false;
    this.at++;
    return true;
  }

  private fail(token: Token, what: string): undefined {
    return this.reject({ offset: token.offset, message: `${what[0]?.toUpperCase()}${what.slice(1)}.` });
  }

  private reject(error: AtomError): undefined {
    this.error ??= error;
    return undefined;
  }
}

function shown(token: Token): string {
  return token.text.slice(0, 80);
}

/** The expression, or what is wrong with the text and where, with the id that was meant. Takes time linear in the text's length. */
export function readExpression(text: string): ExpressionResult {
  const result = read(text);
  if (result.expression) return { expression: result.expression };
  const { unknown, ...error } = result.error;
  const suggestion = unknown && nearestId(unknown.text, unknown.of);
  return { error: suggestion === undefined ? error : { ...error, suggestion } };
}

/** The expression, or undefined when the text is none (`readExpression` says why). */
export function parseExpression(text: string): Expression | undefined {
  return read(text).expression;
}

type Reading =
  | { readonly expression: Expression; readonly error?: undefined }
  | { readonly error: AtomError; readonly expression?: undefined };

function read(text: string): Reading {
  if (text.length > maxLength) return { error: { offset: maxLength, message: `The expression is longer than ${maxLength} characters.` } };
  const tokens = tokenize(text);
  if (typeof tokens === "number") {
    const character = JSON.stringify(String.fromCodePoint(text.codePointAt(tokens) ?? 0));
    return { error: { offset: tokens, message: `The character ${character} cannot stand in an expression.` } };
  }
  const reader = new Reader(tokens);
  const expression = reader.whole();
  return expression ? { expression } : { error: reader.error ?? { offset: 0, message: "This is no licence expression." } };
}
