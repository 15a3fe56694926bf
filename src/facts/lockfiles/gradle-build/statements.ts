// The dependency statements of a build script: which configuration asks for what. Found by the shape of the text.
import type { Token } from "./tokens.ts";

/** One argument list of one configuration: `implementation("g:a:1")`. */
export interface Statement {
  readonly configuration: string;
  /** Names of the blocks around, outermost first: `sourceSets`, `commonTest`, `dependencies`. */
  readonly blocks: readonly string[];
  readonly tokens: readonly Token[];
  readonly line: number;
}

/** Blocks inside `dependencies` that are as if they were not there. */
const TRANSPARENT = new Set(["if", "else", "for", "try"]);
const MAX_BLOCKS = 200;

/** All statements that stand directly in a `dependencies` block. */
export function dependencyStatements(tokens: readonly Token[]): readonly Statement[] {
  const statements: Statement[] = [];
  const blocks: string[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] as Token;
    if (token.text === "}" && token.kind === "sign") {
      blocks.pop();
      index += 1;
    } else if (token.kind === "line-end" || token.text === ";") index += 1;
    else {
      const end = statementEnd(tokens, index);
      const opens = tokens[end]?.kind === "sign" && tokens[end]?.text === "{";
      if (isInDependencies(blocks)) {
        const statement = statementOf(tokens.slice(index, end), [...blocks]);
        if (statement) statements.push(statement);
      }
      if (opens && blocks.length < MAX_BLOCKS) blocks.push(blockName(tokens.slice(index, end)));
      index = end === index || opens ? end + 1 : end;
    }
  }
  return statements;
}

/** Where the statement that begins here ends: at its `{`, a `}`, or the end of its line outside of brackets. */
function statementEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind === "sign") {
      if (text === "(" || text === "[") depth += 1;
      else if (text === ")" || text === "]") depth = Math.max(0, depth - 1);
      else if (text === "{" && depth === 0) return at;
      else if (text === "}") return at;
      else if (text === "{") {
        at = closingBrace(tokens, at);
      } else if (text === ";" && depth === 0) return at;
    }
    if (kind === "line-end" && depth === 0 && !continues(tokens[at - 1])) return at;
  }
  return tokens.length;
}

/** The brace that closes the one at this place: a block among arguments is skipped. */
function closingBrace(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== "sign") continue;
    if (text === "{") depth += 1;
    if (text === "}" && --depth === 0) return at;
  }
  return tokens.length;
}

function continues(last: Token | undefined): boolean {
  return last?.kind === "sign" && (last.text === "," || last.text === "+" || last.text === "=" || last.text === ":");
}

function isInDependencies(blocks: readonly string[]): boolean {
  const nearest = blocks.findLast((name) => !TRANSPARENT.has(name));
  return nearest !== undefined && /(?:^|\.)dependencies$/.test(nearest);
}

function blockName(tokens: readonly Token[]): string {
  // `val commonTest by getting {` is about commonTest.
  const first = tokens[0]?.text === "val" || tokens[0]?.text === "var" ? tokens[1] : tokens[0];
  if (first?.kind === "string") return first.text;
  // `named("x") {` and `create("x") {` are about x.
  const quoted =
    first && /(?:^|\.)(?:named|create|register|getByName)$/.test(first.text) ? tokens.find((token) => token.kind === "string") : undefined;
  return quoted?.text ?? first?.text ?? "";
}

function statementOf(tokens: readonly Token[], blocks: readonly string[]): Statement | undefined {
  const [first, second, third] = tokens;
  if (!first || !second) return undefined;
  const line = first.line;
  // `add("implementation", "g:a:1")`
  if (first.text === "add" && second.text === "(" && third?.kind === "string")
    return { configuration: third.text, blocks, tokens: tokens.slice(4), line };
  const isCall =
    second.text === "(" || (first.kind === "word" && (second.kind === "string" || second.kind === "word" || second.text === "["));
  if (!isCall || second.text === "=") return undefined;
  return { configuration: first.text, blocks, tokens: tokens.slice(1), line };
}
