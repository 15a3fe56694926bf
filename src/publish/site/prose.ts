// Prose of the program on a page of the site: its own title is the page's, and its headings stand below that. Rules are left out, people read the sentences.
import { escapeHtml } from "#look";
import { type Prose, readProse, type Span } from "../artefacts/prose/read.ts";

export function proseHtml(markdown: string): string {
  const parts = readProse(markdown);
  const first = parts[0];
  const rest = first?.is === "heading" && first.depth === 1 ? parts.slice(1) : parts;
  return rest.map(partHtml).join("\n");
}

function partHtml(part: Prose): string {
  switch (part.is) {
    case "heading": {
      const tag = part.depth <= 2 ? "h2" : "h3";
      return `<${tag}>${part.text.map(spanHtml).join("")}</${tag}>`;
    }
    case "paragraph":
      return `<p>${part.text.map(spanHtml).join("")}</p>`;
    case "list": {
      const tag = part.ordered ? "ol" : "ul";
      return `<${tag}>${part.items.map((item) => `<li>${item.map(spanHtml).join("")}</li>`).join("")}</${tag}>`;
    }
  }
}

function spanHtml({ text, strong, href }: Span): string {
  const inner = strong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
  return href === undefined ? inner : `<a href="${escapeHtml(href)}" rel="noreferrer">${inner}</a>`;
}
