// The result as one HTML file: readable without a script, searchable with one; nothing is loaded from anywhere.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml, fill, formatDate, houseMark, type Language, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { plain } from "../words.ts";
import { reportData } from "./data.ts";
import { sections } from "./sections/index.ts";
import { style } from "./style.ts";

export function html(result: ScanResult, language: Language): string {
  const script = readFileSync(join(import.meta.dirname, "client.js"), "utf8");
  const words = wordsOf(language).report;
  const drawn = sections.flatMap((section) => {
    const body = section.render(result, language);
    return body === "" ? [] : [{ id: section.id, title: section.title(result, language), body }];
  });
  const title = fill(words.title, { name: result.program.organization.name }, language);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const nav = drawn
    .filter((section) => section.title !== "")
    .map((section) => `<a href="#${section.id}">${escapeHtml(section.title)}</a>`)
    .join("");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Allmend ${escapeHtml(result.tool.version)}">
<title>${escapeHtml(plain(title))}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(words.skip)}</a>
<header class="top"><div><strong>${houseMark()}${escapeHtml(title)}</strong><span class="soft">${escapeHtml(fill(words.asOf, { date: formatDate(result.now, language) }, language))}</span><nav aria-label="${escapeHtml(words.contents)}">${nav}</nav></div></header>
<main id="main">
${drawn.map((section) => `<section id="${section.id}">${section.body}</section>`).join("\n")}
</main>
<footer><p>${escapeHtml(fill(words.disclaimer, { version: result.tool.knowledge }, language))}</p><p class="mono">allmend ${escapeHtml(result.tool.version)} · ${escapeHtml(result.now)} · ${escapeHtml(result.inputs.program.digest.slice(0, 16))}</p></footer>
<script type="application/json" id="data">${reportData(result, language)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(script: string): string {
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}
