// The thorough YAML reader: the `yaml` package for the grammar, our own walk over its nodes for lines, aliases and bounds.
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, Parser, Scalar } from "yaml";
import { Unreadable } from "../types.ts";
import { lineLookup, type Positioned, type Positions } from "./data.ts";
import { maxDepth } from "./json.ts";
import { plainScalar } from "./yaml-scalar.ts";

/** How many values one document may hold when its aliases are written out. */
const MAX_VALUES = 2_000_000;

/** All documents of a stream. Throws `Unreadable` with the line. */
export function readFullYaml(text: string): readonly Positioned[] {
  const lineCounter = new LineCounter();
  const documents = parsed(text, lineCounter);
  return documents.map((document) => {
    const walk = new Walk(document, lineCounter);
    const value = document.contents === null ? null : walk.value(document.contents as Node, 0);
    return { value, lineOf: lineLookup(walk.positions) };
  });
}

type OnError = (
  source: number | readonly [number, number] | { readonly offset: number },
  code: string,
  message: string,
  warning?: boolean,
) => void;

/** The package gathers an error object for every character of a file that is none of it, which takes minutes: the first one ends it here. */
function parsed(text: string, lineCounter: LineCounter): readonly Document[] {
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, prettyErrors: false, lineCounter, logLevel: "silent" });
  let first: Unreadable | undefined;
  const onError: OnError = (source, _code, message, warning) => {
    if (warning) return;
    const offset = typeof source === "number" ? source : "offset" in source ? source.offset : source[0];
    // On its way out of nested collections the package reports it again for each of them.
    first ??= notYaml(message, lineCounter.linePos(offset).line);
    throw first;
  };
  Object.assign(composer, { onError });
  try {
    const documents: Document[] = [];
    for (const token of new Parser(lineCounter.addNewLine).parse(text)) {
      if (token.type === "error") onError(token, "", token.message);
      documents.push(...composer.next(token));
    }
    documents.push(...composer.end(false, text.length));
    for (const document of documents) for (const error of document.errors) onError(error.pos, error.code, error.message);
    return documents;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // The package recurses over nested collections: too deep a nesting ends its stack.
    if (error instanceof RangeError) throw notYaml("nested too deeply");
    throw notYaml(error instanceof Error ? error.message : String(error));
  }
}

function notYaml(what: string, line?: number): Unreadable {
  const first = what.split("\n", 1)[0] ?? "";
  // Messages of the package repeat what they stumbled over, however long.
  return new Unreadable(`Not YAML: ${first.length > 120 ? `${first.slice(0, 117)}...` : first}`, line, "a YAML document");
}

class Walk {
  readonly positions: Positions = new WeakMap();
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, { value: unknown; size: number } | "open">();
  #count = 0;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  value(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    if (depth > maxDepth) throw notYaml("nested too deeply", this.#line(node));
    if (isAlias(node)) return this.#alias(node.source, node);
    const before = this.#count;
    this.#add(1, node);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, "open");
    const value = this.#plain(node, depth);
    if (anchor) this.#anchors.set(anchor, { value, size: this.#count - before });
    return value;
  }

  #plain(node: Node, depth: number): unknown {
    if (isScalar(node)) return node.type === Scalar.PLAIN || node.type === undefined ? plainScalar(String(node.value ?? "")) : node.value;
    if (isSeq(node)) {
      const places: number[] = [];
      const items = node.items.map((item) => {
        places.push(this.#line(item as Node) ?? 0);
        return this.value(item as Node, depth + 1);
      });
      this.positions.set(items, places);
      return items;
    }
    if (!isMap(node)) return null;
    const result: Record<string, unknown> = Object.create(null);
    const places = new Map<string | number, number>();
    this.positions.set(result, places);
    for (const pair of node.items) {
      const key = this.value(pair.key as Node | null, depth + 1);
      const value = this.value(pair.value as Node | null, depth + 1);
      if (typeof key === "object" && key !== null) throw notYaml("a key that is itself a collection", this.#line(pair.key as Node));
      // The package compares every key with every other one; here one look is enough.
      if (places.has(String(key)) && key !== "<<") throw notYaml("a key that stands there twice", this.#line(pair.key as Node));
      if (key === "<<") this.#merge(result, value);
      else {
        result[String(key)] = value;
        places.set(String(key), this.#line(pair.key as Node) ?? 0);
      }
    }
    return result;
  }

  #merge(target: Record<string, unknown>, value: unknown): void {
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source !== "object" || source === null) continue;
      for (const [key, inner] of Object.entries(source)) {
        this.#add(1, undefined);
        if (!(key in target)) target[key] = inner;
      }
    }
  }

  #alias(name: string, node: Node): unknown {
    const known = this.#anchors.get(name);
    if (known === undefined) throw notYaml(`an alias to "${name}", which is not defined before it`, this.#line(node));
    if (known === "open") throw notYaml(`an alias to "${name}" inside of itself`, this.#line(node));
    this.#add(known.size, node);
    return known.value;
  }

  #add(size: number, node: Node | undefined): void {
    this.#count += size;
    if (this.#count > MAX_VALUES) throw notYaml(`more than ${MAX_VALUES} values with its aliases written out`, this.#line(node ?? null));
  }

  #line(node: Node | null): number | undefined {
    const start = node?.range?.[0] ?? this.#document.range?.[0];
    return start === undefined ? undefined : this.#lines.linePos(start).line;
  }
}
