// XML as a small tree with lines. Entities beyond the five of XML, DTDs and anything external are not followed: undefined entities are errors.
import { createRequire } from "node:module";
import { Unreadable } from "../types.ts";
import { withoutMark } from "./json.ts";
import { lineOf } from "./line-index.ts";

/** Loaded with the first document: many who come by here never read one. */
const load = createRequire(import.meta.url);
const MAX_DEPTH = 256;
const MAX_ELEMENTS = 2_000_000;

export interface XmlElement {
  /** Name without namespace prefix. */
  readonly name: string;
  /** By name as written (prefix included). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside, joined and trimmed. */
  readonly text: string;
  /** 1-based line of the end of the opening tag's name. */
  readonly line: number;
}

interface OpenElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

/** Parses a well-formed document and gives its root. Throws `Unreadable` with the line. */
export function parseXml(text: string): XmlElement {
  const body = withoutMark(text).trimStart();
  const skipped = lineOf(text, text.length - body.length) - 1;
  const { SaxesParser } = load("saxes") as typeof import("saxes");
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const fail = (message: string): never => {
    throw new Unreadable(`Not XML: ${message}`, parser.line + skipped, "a well-formed XML document");
  };
  parser.on("error", (error) => fail(error.message.replace(/^\d+:\d+: /, "")));
  let startLine = 1;
  parser.on("opentagstart", () => {
    startLine = parser.line + skipped;
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (count > MAX_ELEMENTS) fail(`more than ${MAX_ELEMENTS} elements`);
    if (open.length >= MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} levels`);
    const element: OpenElement = {
      name: tag.name.slice(tag.name.indexOf(":") + 1),
      attributes: new Map(Object.entries(tag.attributes)),
      children: [],
      text: "",
      line: startLine,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (data: string): void => {
    const element = open.at(-1);
    if (element) element.text += data;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (open.length === 0) root = element;
  });
  parser.write(body).close();
  return root ?? fail("there is no element");
}

/** The first child of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The text of the first child of this name; undefined where there is none or it is empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text || undefined;
}

/** Every element of this name anywhere below, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const inner of element.children) {
    if (inner.name === name) yield inner;
    yield* descendants(inner, name);
  }
}
