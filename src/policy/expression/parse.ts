// The one place that knows the CEL parser: text in, a small syntax tree or one sentence about what is wrong out.
import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { type Phrase, phrase, type ProblemText, problemText } from "#kit";

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

export interface SyntaxFault extends ProblemText {
  /** 0-based, in UTF-16 code units of the text. */
  readonly offset: number;
  readonly code: "rule-syntax" | "rule-too-large";
}

export function parse(text: string): ASTNode | SyntaxFault {
  if (text.length > limits.characters) {
    return tooLarge(limits.characters, phrase`The condition is longer than ${limits.characters} characters.`);
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

function tooLarge(offset: number, message: Phrase): SyntaxFault {
  return { offset, code: "rule-too-large", ...problemText({ message, hint: phrase`Say it in several rules.` }) };
}

function faultOf(error: unknown, text: string): SyntaxFault {
  const { code, summary, range, message } = error as { code?: string; summary?: string; range?: { start: number }; message?: string };
  const offset = Math.min(range?.start ?? 0, text.length);
  if (code === "limit_exceeded" || error instanceof RangeError)
    return tooLarge(offset, phrase`The condition has too many or too deeply nested parts.`);
  const hint = hintFor(text, offset);
  return { offset, code: "rule-syntax", ...problemText({ message: sentence(code, summary ?? message ?? "", text, offset), hint }) };
}

function sentence(code: string | undefined, summary: string, text: string, offset: number): Phrase {
  if (offset >= text.trimEnd().length) return text.trim() === "" ? phrase`The condition is empty.` : phrase`The condition ends too early.`;
  if (code === "unexpected_token" || code === "unexpected_character" || summary.startsWith("Expected")) {
    return phrase`${JSON.stringify(wordAt(text, offset))} is not expected here.`;
  }
  return phrase`${summary.replace(/\.$/, "")}.`;
}

/** Habits from other languages, said in CEL. */
function hintFor(text: string, offset: number): Phrase | undefined {
  const word = wordAt(text, offset);
  if (word === "and" || word === "&") return phrase`Both conditions: &&.`;
  if (word === "or" || word === "|") return phrase`Either condition: ||.`;
  if (word === "not") return phrase`Negation: !, before what it negates.`;
  if (word === "=" || word === "is") return phrase`Equality: ==.`;
  if (word === "`" || word === "“" || word === "„") return phrase`Text stands in straight quotes: "…".`;
  return undefined;
}

function wordAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 40);
  return /^\w+/.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
}
