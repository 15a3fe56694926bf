// The prose of a document of the program as a few plain kinds of paragraphs. Markup of HTML, pictures and fenced blocks (rules) are left out: people read the sentences.
import { fromMarkdown } from "mdast-util-from-markdown";

export type Prose =
  | { readonly is: "heading"; readonly depth: number; readonly text: readonly Span[] }
  | { readonly is: "paragraph"; readonly text: readonly Span[] }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

export interface Span {
  readonly text: string;
  readonly strong?: true;
  /** An address on the web; others are left out. */
  readonly href?: string;
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly children?: readonly Node[];
}

/** Longer prose is cut: nobody reads it in a report. */
const LONGEST = 200_000;

export function readProse(markdown: string): readonly Prose[] {
  return (fromMarkdown(markdown.slice(0, LONGEST)) as Node).children?.flatMap(proseOf) ?? [];
}

function proseOf(node: Node): readonly Prose[] {
  switch (node.type) {
    case "heading":
      return [{ is: "heading", depth: node.depth ?? 1, text: spans(node) }];
    case "paragraph":
      return [{ is: "paragraph", text: spans(node) }];
    case "list":
      return [{ is: "list", ordered: node.ordered === true, items: (node.children ?? []).map((item) => spans(item)) }];
    case "blockquote":
      return (node.children ?? []).flatMap(proseOf);
    default:
      return [];
  }
}

function spans(node: Node, within: Omit<Span, "text"> = {}): Span[] {
  if (node.type === "text" || node.type === "inlineCode") return [{ text: node.value ?? "", ...within }];
  if (node.type === "break") return [{ text: " ", ...within }];
  if (node.type === "html" || node.type === "code" || node.type === "image") return [];
  const strong = node.type === "strong" ? { strong: true as const } : {};
  const href = node.type === "link" && /^https?:\/\//i.test(node.url ?? "") ? { href: node.url ?? "" } : {};
  return (node.children ?? []).flatMap((child, index) => {
    const apart = node.type === "listItem" && index > 0 ? [{ text: " " }] : [];
    return [...apart, ...spans(child, { ...within, ...strong, ...href })];
  });
}

export function plainText(text: readonly Span[]): string {
  return text.map((span) => span.text).join("");
}
