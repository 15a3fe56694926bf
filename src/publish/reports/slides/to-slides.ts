// A document as slides in one HTML file: loads nothing, is read by scrolling where no script runs, and prints a slide a page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml, reportWords } from "#look";
import type { ArtefactDocument } from "../../artefacts/blocks.ts";
import { htmlOf } from "../../artefacts/to-html.ts";
import { pageStyle } from "../page-style.ts";
import { slidesOf } from "./split.ts";

const style = `
html{scroll-snap-type:y proximity}
main.page{max-width:none;padding:0}
main>section{min-height:100vh;box-sizing:border-box;padding:6vh max(5vw,calc((100vw - 1180px)/2));scroll-snap-align:start;border:0;display:flex;flex-direction:column;justify-content:center;outline:none}
main>section+section{border-top:1px solid var(--line)}
.page h1{font-size:52px}.page h2{font-size:34px;margin:0 0 16px}.page h3{font-size:22px}
.page p,.page li{font-size:20px;max-width:none}.page .note{font-size:15px}.page table{font-size:17px}.page .figure{font-size:17px}.page .figure b{font-size:38px}.page .figures{grid-template-columns:repeat(3,1fr)}.page .key{font-size:16px}.compact thead th{font-size:15px;height:170px}.compact thead th>span{max-height:165px}.ladder{max-width:1100px;font-size:15px}.prose h3{font-size:24px}
.turn{position:fixed;right:16px;bottom:10px;font-size:13px;color:var(--soft);background:var(--paper);padding:2px 6px}
@media (max-width:760px){.page h1{font-size:32px}.page h2{font-size:25px}.page p,.page li{font-size:17px}.page .figures{grid-template-columns:1fr 1fr}main>section{padding:24px 16px}}
@media print{@page{size:A4 landscape;margin:12mm}main>section{min-height:0;height:180mm;padding:0;break-after:page}main>section+section{border:0}.turn{display:none}.page h1{font-size:30pt}.page h2{font-size:20pt;margin:0 0 8pt}.page p,.page li{font-size:13pt}.page .note{font-size:10pt}.page table{font-size:11pt}.page .figures{grid-template-columns:repeat(3,1fr)}.page .figure{font-size:12pt;padding:8pt 12pt}.page .figure b{font-size:24pt}.page .figure .note{font-size:10pt}.page .key{font-size:11pt}.compact thead th{font-size:10pt;height:100pt}.compact thead th>span{max-height:98pt}.points li{padding:8pt 12pt}}
`;

export function* asSlides(document: ArtefactDocument): Generator<string> {
  const script = readFileSync(join(import.meta.dirname, "turn.mjs"), "utf8");
  const hash = createHash("sha256").update(script).digest("base64");
  const csp = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>\n<html lang="${document.language === "de" ? "de-CH" : "en"}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${csp}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeHtml(document.title)}</title>\n<style>${pageStyle}${style}</style>\n</head>\n<body>\n<main class="page">\n`;
  for (const [index, slide] of slidesOf(document.blocks, document.title, document.language).entries()) {
    const tag = index === 0 ? "h1" : "h2";
    yield `<section tabindex="-1"><${tag}><bdi>${escapeHtml(slide.title)}</bdi></${tag}>${slide.blocks.map(htmlOf).join("")}</section>\n`;
  }
  yield `</main>\n<p class="turn">${escapeHtml(reportWords(document.language).slides.keys)}</p>\n<script>${script}</script>\n</body>\n</html>\n`;
}
