// A document as slides in one HTML file: reveal.js shows them, and lies in the file; without script they are read by scrolling. Prints a slide a page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { escapeHtml } from "#look";
import type { ArtefactDocument } from "../../artefacts/blocks.ts";
import { htmlOf } from "../../artefacts/to-html.ts";
import { pageStyle } from "../page-style.ts";
import { flowStyle, stageStyle } from "./slides-style.ts";
import { slidesOf } from "./split.ts";

export function* asSlides(document: ArtefactDocument): Generator<string> {
  const { script, style } = stage();
  const hash = createHash("sha256").update(script).digest("base64");
  const csp = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>\n<html lang="${document.language === "de" ? "de-CH" : "en"}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${csp}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeHtml(document.title)}</title>\n<style>${pageStyle}${flowStyle}</style>\n<style id="stage" media="not all">${style}</style>\n</head>\n<body>\n<main class="page"><div class="reveal"><div class="slides">\n`;
  for (const [index, slide] of slidesOf(document.blocks, document.title, document.language).entries()) {
    const tag = index === 0 ? "h1" : "h2";
    yield `<section><div class="fit"><${tag}><bdi>${escapeHtml(slide.title)}</bdi></${tag}>${slide.blocks.map(htmlOf).join("")}</div></section>\n`;
  }
  yield `</div></div></main>\n<script>${script}</script>\n</body>\n</html>\n`;
}

let known: { readonly script: string; readonly style: string } | undefined;

/** What shows the slides: the library as it is shipped, then what sets it up. */
function stage(): { readonly script: string; readonly style: string } {
  if (known) return known;
  const require = createRequire(import.meta.url);
  const library = readFileSync(require.resolve("reveal.js"), "utf8");
  const setUp = readFileSync(join(import.meta.dirname, "stage.mjs"), "utf8");
  known = { script: `${library}\n${setUp}`, style: readFileSync(require.resolve("reveal.js/reveal.css"), "utf8") + stageStyle };
  return known;
}
