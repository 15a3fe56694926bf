// The one place that knows the CEL parser: text in, a small syntax tree or one sentence about what is wrong out.
import { type ASTNode, Environment } from "@marcbachmann/cel-js";

/** What a rule's condition may cost; real ones stay far below. */
export const limits = { characters: 4000, nodes: 400, depth: 32, listElements: 300 } as const;

const parser = new Environment({
  limits: {
    maxAstNodes: limits.nodes,
    maxDepth: limits.depth,
    maxListElements: limits.listElements,
    maxCallArguments: 8,
    maxMapEntries: 8,
  },
});

export interface SyntaxFault {
  /** 0-based, in UTF-16 code units of the text. */
  readonly offset: number;
  readonly code: "rule-syntax" | "rule-too-large";
  readonly message: string;
  readonly hint?: string;
}

export function parse(text: string): ASTNode | SyntaxFault {
  if (text.length > limits.characters) {
    return tooLarge(limits.characters, `The condition is longer than ${limits.characters} characters.`);
  }
  try {
    return parser.parse(text).ast;
  } catch (error) {
    return faultOf(error, text);
  }
}

export function isFault(parsed: ASTNode | SyntaxFault): parsed is SyntaxFault {
  return "message" in parsed;
}

function tooLarge(offset: number, message: string): SyntaxFault {
  return { offset, code: "rule-too-large", message, hint: "Say it in several rules." };
}

function faultOf(error: unknown, text: string): SyntaxFault {
  const { code, summary, range, message } = error as { code?: string; summary?: string; range?: { start: number }; message?: string };
  const offset = Math.min(range?.start ?? 0, text.length);
  if (code === "limit_exceeded" || error instanceof RangeError)
    return tooLarge(offset, "The condition has too many or too deeply nested parts.");
  const hint = hintFor(text, offset);
  return { offset, code: "rule-syntax", message: sentence(code, summary ?? message ?? "", text, offset), ...(hint ? { hint } : {}) };
}

function sentence(code: string | undefined, summary: string, text: string, offset: number): string {
  if (offset >= text.trimEnd().length) return text.trim() === "" ? "The condition is empty." : "The condition ends too early.";
  if (code === "unexpected_token" || code === "unexpected_character" || summary.startsWith("Expected")) {
    return `${JSON.stringify(wordAt(text, offset))} is not expected here.`;
  }
  return `${summary.replace(/\.$/, "")}.`;
}

/** Habits from other languages, said in CEL. */
function hintFor(text: string, offset: number): string | undefined {
  const word = wordAt(text, offset);
  if (word === "and" || word === "&") return "Both conditions: &&.";
  if (word === "or" || word === "|") return "Either condition: ||.";
  if (word === "not") return "Negation: !, before what it negates.";
  if (word === "=" || word === "is") return "Equality: ==.";
  if (word === "`" || word === "“" || word === "„") return 'Text stands in straight quotes: "…".';
  return undefined;
}

function wordAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 40);
  return /^\w+/.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
}
