// A document as a list of blocks: every report says what it says once, and each form draws it. Blocks come one by one, because notices may be long.
import type { State } from "#look";

export type Block =
  | { readonly is: "title"; readonly text: string }
  /** `id`: an anchor for links inside the document. */
  | { readonly is: "heading"; readonly text: string; readonly id?: string }
  | { readonly is: "subheading"; readonly text: string; readonly id?: string }
  | { readonly is: "paragraph"; readonly text: string }
  | { readonly is: "note"; readonly text: string }
  | { readonly is: "list"; readonly items: readonly string[] }
  | { readonly is: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A text as somebody wrote it: not one character is changed that can be seen. */
  | { readonly is: "verbatim"; readonly text: string }
  /** What is to be taken away, most important first. */
  | { readonly is: "points"; readonly items: readonly Point[] }
  /** One thing that is asked of the reader. */
  | { readonly is: "ask"; readonly title: string; readonly text: string }
  | { readonly is: "figures"; readonly items: readonly FigureItem[] }
  /** `html` comes from `#look` and is drawn as it is; forms without pictures say the same as a table. */
  | {
      readonly is: "picture";
      readonly html: string;
      readonly wide?: boolean;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The same in pieces that fit a slide, where it is too tall for one. */
      readonly pages?: readonly { readonly html: string; readonly rows: readonly (readonly string[])[] }[];
    }
  /** Markdown of a document of the program. */
  | { readonly is: "prose"; readonly markdown: string }
  /** Side by side where there is room. */
  | { readonly is: "beside"; readonly parts: readonly (readonly Block[])[] };

export interface Point {
  readonly state: State;
  readonly title: string;
  readonly text: string;
}

export interface FigureItem {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

export interface ArtefactDocument {
  readonly language: "en" | "de";
  readonly title: string;
  /** `page`: drawn as the report is, with its pictures; else as plain papers are. */
  readonly look?: "page";
  readonly blocks: Iterable<Block>;
  /** The same for machines. */
  readonly json: () => unknown;
}
