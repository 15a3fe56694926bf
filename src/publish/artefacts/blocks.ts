// A document as a list of blocks: every report says what it says once, and each form draws it. Blocks come one by one, because notices may be long.

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
  | { readonly is: "verbatim"; readonly text: string };

export interface ArtefactDocument {
  readonly language: "en" | "de";
  readonly title: string;
  readonly blocks: Iterable<Block>;
  /** The same for machines. */
  readonly json: () => unknown;
}
