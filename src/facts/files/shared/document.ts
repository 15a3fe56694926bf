// Which files are written for people, by their extension.

const EXTENSIONS = new Set(
  "md markdown mdown mkd mdx rst txt text adoc asciidoc asc org html htm xhtml textile rdoc pod wiki creole tex pdf doc docx odt rtf ext".split(
    " ",
  ),
);

/** Without an extension, or with one of text formats: `SUPPORT`, `support.md`, not `support.js`. A language may stand before it (`README.de.md`). */
export function isDocument(name: string): boolean {
  const dot = name.lastIndexOf(".");
  return dot <= 0 || EXTENSIONS.has(name.slice(dot + 1).toLowerCase());
}
