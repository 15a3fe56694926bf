// Blocks as one HTML file that loads nothing and runs nothing.
import { escapeHtml, houseMark, stateMark } from "#look";
import { pageStyle } from "../reports/page-style.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { type Prose, readProse, type Span } from "./prose/read.ts";

const style = `:root{color-scheme:light dark;--ink:#1c2a33;--paper:#fbfaf7;--line:#dfdcd3;--soft:#57626a;--tint:#f3f1ea;--meadow:#2a7247}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#141a1e;--line:#313b42;--soft:#a3adb3;--tint:#20292f;--meadow:#7cc797}}
*{box-sizing:border-box}body{margin:0 auto;max-width:1000px;padding:24px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:34px;line-height:1.2}h2{font-size:26px;margin:40px 0 8px;border-top:1px solid var(--line);padding-top:24px}h3{font-size:18px;margin:24px 0 4px}
pre{white-space:pre-wrap;background:var(--tint);padding:12px 16px;border-radius:6px;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
th{overflow-wrap:normal}.note{color:var(--soft);font-size:14px}a{color:var(--meadow)}p{max-width:75ch}ul{padding-left:20px}
@media print{body{max-width:none;padding:0}h2{break-after:avoid}pre{background:none;border:1px solid var(--line)}}`;

export function* asHtml(document: ArtefactDocument): Generator<string> {
  yield `<!doctype html>\n<html lang="${document.language === "de" ? "de-CH" : "en"}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeHtml(document.title)}</title>\n<style>${document.look === "page" ? pageStyle : style}</style>\n</head>\n<body>\n<main${document.look === "page" ? ' class="page"' : ""}>\n`;
  for (const block of document.blocks) yield `${htmlOf(block)}\n`;
  yield "</main>\n</body>\n</html>\n";
}

export function htmlOf(block: Block): string {
  switch (block.is) {
    case "title":
      return `<h1>${text(block.text)}</h1>`;
    case "heading":
      return `<h2${anchor(block.id)}>${text(block.text)}</h2>`;
    case "subheading":
      return `<h3${anchor(block.id)}>${text(block.text)}</h3>`;
    case "paragraph":
      return `<p>${text(block.text)}</p>`;
    case "note":
      return `<p class="note">${text(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join("")}</ul>`;
    case "table":
      return `<table><thead><tr>${block.head.map((cell) => `<th scope="col">${text(cell)}</th>`).join("")}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join("")}</tr>`)
        .join("")}</tbody></table>`;
    case "verbatim":
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case "points":
      return `<ol class="points">${block.items.map((item) => `<li class="p-${item.state}-edge">${stateMark(item.state)}<div><strong>${text(item.title)}</strong> ${text(item.text)}</div></li>`).join("")}</ol>`;
    case "ask":
      return `<aside class="ask">${houseMark()}<div><strong>${text(block.title)}</strong><p>${text(block.text)}</p></div></aside>`;
    case "figures":
      return `<div class="figures">${block.items.map((item) => `<div class="figure"><b>${text(item.value)}</b>${text(item.label)}<br><span class="note">${text(item.note)}</span></div>`).join("")}</div>`;
    case "picture":
      return block.wide
        ? `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(block.head.join(", "))}">${block.html}</div>`
        : block.html;
    case "prose":
      return `<div class="prose">${readProse(block.markdown).map(proseHtml).join("")}</div>`;
    case "beside":
      return `<div class="beside">${block.parts.map((part) => `<div>${part.map(htmlOf).join("")}</div>`).join("")}</div>`;
  }
}

function anchor(id: string | undefined): string {
  return id === undefined ? "" : ` id="${escapeHtml(id)}"`;
}

function text(content: string): string {
  return `<bdi>${escapeHtml(content)}</bdi>`;
}

/** Headings of prose stand below those of the document. */
function proseHtml(part: Prose): string {
  switch (part.is) {
    case "heading":
      return `<h3>${part.text.map(spanHtml).join("")}</h3>`;
    case "paragraph":
      return `<p>${part.text.map(spanHtml).join("")}</p>`;
    case "list": {
      const tag = part.ordered ? "ol" : "ul";
      return `<${tag}>${part.items.map((item) => `<li>${item.map(spanHtml).join("")}</li>`).join("")}</${tag}>`;
    }
  }
}

function spanHtml({ text: content, strong, href }: Span): string {
  const inner = strong ? `<strong>${escapeHtml(content)}</strong>` : escapeHtml(content);
  return href === undefined ? inner : `<a href="${escapeHtml(href)}" rel="noreferrer">${inner}</a>`;
}
