// YAML into plain values, with the place of everything: bounded in size, depth and nodes, no tags, no prototypes.
import { type Phrase, phrase } from "#kit";
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Position } from "../model.ts";
import { ProblemList } from "./problems.ts";

const maxDepth = 40;
const maxNodes = 100_000;
const maxTokens = 600_000;
const maxErrors = 20;

/** A YAML text and where it stands: in a file of its own, in front matter, in a fenced block. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Turns a place in `text` (1-based) into the place in the file. */
  place(line: number, column: number): { readonly line: number; readonly column: number };
}

export type Path = readonly PropertyKey[];

/** Keys whose plain values are kept as written, though they look like numbers or truth values: `version: 2026.10`, `when: true`. */
export type WrittenKeys = ReadonlySet<string>;
const noWrittenKeys: WrittenKeys = new Set();

/** A YAML text that was read. `value` is undefined where nothing could be made of it. */
export class YamlPage {
  readonly value: unknown;
  private readonly source: YamlText;
  private readonly lines: LineCounter;
  private readonly document: Document.Parsed | undefined;
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(source: YamlText, lines: LineCounter, document: Document.Parsed | undefined, value: unknown) {
    this.source = source;
    this.lines = lines;
    this.document = document;
    this.value = value;
  }

  /** Place of the value at a path, of its key, or of the nearest thing above it that is there. */
  position(path: Path, part: "key" | "value" = "value"): Position {
    const found = this.find(path, part);
    return this.at(found?.range?.[0] ?? 0);
  }

  /** Place of an offset in the text. */
  at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.source.file, ...this.source.place(Math.max(line, 1), Math.max(col, 1)) };
  }

  /** The scalar at a path with the text that it was read from. */
  scalar(path: Path): { readonly node: Scalar; readonly text: string } | undefined {
    const node = this.find(path, "value", true);
    return isScalar(node) ? { node, text: this.source.text } : undefined;
  }

  private find(path: Path, part: "key" | "value", exact = false): Node | undefined {
    let node = this.resolve(this.document?.contents);
    for (const [index, step] of path.entries()) {
      const pair = isMap(node) ? this.pairsOf(node).get(String(step)) : undefined;
      const last = index === path.length - 1;
      const next: unknown = pair
        ? last && part === "key"
          ? pair.key
          : (pair.value ?? pair.key)
        : isSeq(node)
          ? node.items[Number(step)]
          : undefined;
      const found = this.resolve(next);
      if (!found) return exact ? undefined : node;
      node = found;
    }
    return node;
  }

  /** Kept: whoever tells the place of each of ten thousand entries looks into the same map as often. Of a key that stands there twice the first. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map<string, Pair>();
    for (const item of map.items) {
      const name = isScalar(item.key) ? keyText(item.key) : undefined;
      if (name !== undefined && !pairs.has(name)) pairs.set(name, item);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }

  private resolve(node: unknown): Node | undefined {
    if (isAlias(node)) return this.document ? node.resolve(this.document) : undefined;
    return (node ?? undefined) as Node | undefined;
  }
}

/** Reads one YAML document. Faults go to `problems`; the rest of the document is read all the same. */
export function readYaml(source: YamlText, problems: ProblemList, written: WrittenKeys = noWrittenKeys): YamlPage {
  const lines = new LineCounter();
  const empty = new YamlPage(source, lines, undefined, undefined);
  const tokens = tokensOf(source, lines, problems, empty);
  if (!tokens) return empty;
  const [document, second] = composed(tokens, source.text.length);
  if (!document) return empty;
  const page = new YamlPage(source, lines, document, undefined);
  for (const error of [...document.errors, ...document.warnings].slice(0, maxErrors)) {
    problems.add("yaml-syntax", page.at(error.pos[0]), syntaxMessage(error.message), { hint: syntaxHint(error.code) });
  }
  if (second)
    problems.add("yaml-syntax", page.at(second.range?.[0] ?? 0), phrase`a second document begins here`, {
      expected: phrase`one document in a file`,
    });
  if (document.errors.length > 0) return page;
  const value = new Values(document, page, problems, written).of(document.contents, 0, undefined);
  return new YamlPage(source, lines, document, value);
}

/** Every fault becomes an Error in there; without their stack traces a text full of faults takes a thirtieth of the time. */
function composed(tokens: readonly CST.Token[], length: number): (Document.Parsed | undefined)[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const composer = new Composer({
      version: "1.2",
      schema: "core",
      uniqueKeys: false,
      stringKeys: true,
      strict: true,
      logLevel: "silent",
    });
    return [...composer.compose(tokens, true, length)] as Document.Parsed[];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Lexes first: depth and size are known before anything recursive looks at the text. */
function tokensOf(source: YamlText, lines: LineCounter, problems: ProblemList, page: YamlPage) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let flow = 0;
  let onLine = 0;
  let count = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const first = lexeme[0];
    if (first === "[" || first === "{") flow++;
    else if ((first === "]" || first === "}") && flow > 0) flow--;
    if (first === "\n" || first === "\r") onLine = 0;
    else if (lexeme === "-" || lexeme === "?" || lexeme === ":") onLine++;
    if (flow > maxDepth || onLine > 2000 || ++count > maxTokens) {
      if (count <= maxTokens) return tooDeep(problems, page, offset);
      problems.add("document-too-large", page.at(offset), phrase`the text holds more than any real document`);
      return undefined;
    }
    offset += lexeme.length;
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return deepest(tokens) > maxDepth * 2 ? tooDeep(problems, page) : tokens;
}

function tooDeep(problems: ProblemList, page: YamlPage, offset = 0): undefined {
  problems.add("document-too-large", page.at(offset), phrase`the text is nested more than ${maxDepth} deep`);
  return undefined;
}

/** Depth of the token tree, without recursion. */
function deepest(tokens: readonly object[]): number {
  let depth = 0;
  let level: object[] = [...tokens];
  while (level.length > 0 && depth <= maxDepth * 2) {
    const next: object[] = [];
    for (const token of level) {
      const { items, value } = token as { items?: readonly { key?: object; value?: object }[]; value?: unknown };
      if (typeof value === "object" && value !== null) next.push(value);
      for (const item of items ?? []) {
        if (item.key) next.push(item.key);
        if (item.value) next.push(item.value);
      }
    }
    level = next;
    depth++;
  }
  return depth;
}

/** First line of the library's message, without its place. */
function syntaxMessage(message: string): Phrase {
  const line = message.split("\n")[0] ?? message;
  return phrase`${line.charAt(0).toLowerCase() + line.slice(1).replace(/\.$/, "")}`;
}

function syntaxHint(code: string): Phrase | undefined {
  if (code === "TAB_AS_INDENT") return phrase`Indent with spaces.`;
  if (code === "TAG_RESOLVE_FAILED") return phrase`Documents use no tags (!…); put the text in quotes.`;
  if (code === "BAD_INDENT" || code === "MULTILINE_IMPLICIT_KEY") return phrase`Check the indentation of this line and of the one above.`;
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "UNEXPECTED_TOKEN")
    return phrase`A text that holds ": " or begins with a sign goes in quotes.`;
  return undefined;
}

function keyText(key: unknown): string {
  return isScalar(key) ? (typeof key.source === "string" ? key.source : String(key.value)) : "";
}

class Values {
  private nodes = 0;
  private readonly document: Document.Parsed;
  private readonly page: YamlPage;
  private readonly problems: ProblemList;
  private readonly written: WrittenKeys;

  constructor(document: Document.Parsed, page: YamlPage, problems: ProblemList, written: WrittenKeys) {
    this.document = document;
    this.page = page;
    this.problems = problems;
    this.written = written;
  }

  of(node: unknown, depth: number, key: string | undefined): unknown {
    if (++this.nodes > maxNodes || depth > maxDepth) {
      if (this.nodes <= maxNodes + 1 || depth === maxDepth + 1) this.tooMuch(node, depth);
      this.nodes = maxNodes;
      return undefined;
    }
    if (isAlias(node)) return this.ofAlias(node, depth, key);
    if (isMap(node)) return this.ofMap(node.items, depth);
    if (isSeq(node)) return node.items.map((item) => this.of(item, depth + 1, key));
    return isScalar(node) ? this.ofScalar(node, key) : null;
  }

  private ofAlias(node: Alias, depth: number, key: string | undefined): unknown {
    const target = node.resolve(this.document);
    if (target) return this.of(target, depth + 1, key);
    this.problems.add("yaml-syntax", this.page.at(node.range?.[0] ?? 0), phrase`nothing is named &${node.source}`, {
      expected: phrase`an anchor above`,
    });
    return undefined;
  }

  private ofMap(items: readonly { readonly key: unknown; readonly value: unknown }[], depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const name = keyText(key);
      const at = this.page.at(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
      if (name === "__proto__") this.problems.add("unknown-key", at, phrase`the key "__proto__" is never used`);
      else if (Object.hasOwn(map, name))
        this.problems.add("duplicate-key", at, phrase`"${name}" stands here a second time`, { expected: phrase`each key once` });
      else map[name] = this.of(value, depth + 1, name);
    }
    return map;
  }

  private ofScalar(node: Scalar, key: string | undefined): unknown {
    const { value, source } = node;
    const plain = typeof value === "number" || typeof value === "boolean";
    const asWritten = plain && key !== undefined && this.written.has(key);
    if (asWritten || (typeof value === "number" && !Number.isFinite(value))) return source ?? String(value);
    return typeof value === "bigint" ? Number(value) : value;
  }

  private tooMuch(node: unknown, depth: number): void {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    if (depth > maxDepth) tooDeep(this.problems, this.page, offset);
    else this.problems.add("document-too-large", this.page.at(offset), phrase`the text unfolds to more than any real document`);
  }
}
