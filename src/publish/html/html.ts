// The result as one HTML file: readable without a script, searchable with one; nothing is loaded from anywhere.
import { createHash } from "node:crypto";
import { escapeHtml, fill, houseMark, type Language, type State, shorten, stateMark, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { clientScript } from "./client/bundle.ts";
import { inScript, reportData } from "./data/data.ts";
import { sections } from "./sections/index.ts";
import { style } from "./style.ts";

const STATES: readonly State[] = ["allow", "warn", "review", "deny", "unknown", "none"];

export function html(result: ScanResult, language: Language): string {
  const script = clientScript();
  const words = wordsOf(language).report;
  const drawn = sections.flatMap((section) => {
    const body = section.render(result, language);
    return body === "" ? [] : [{ id: section.id, title: section.title(result, language), body }];
  });
  const name = shorten(result.program.organization.name, 60);
  const title = fill(words.title, { name }, language);
  const links = drawn
    .filter((section) => section.title !== "")
    .map((section) => `<a href="#${section.id}">${escapeHtml(section.title)}</a>`);
  return `<!doctype html>
<html lang="${language === "de" ? "de-CH" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Allmend ${escapeHtml(result.tool.version)}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(words.skip)}</a>
<header class="top"><div><strong>${houseMark()}<bdi>${escapeHtml(name)}</bdi></strong><nav aria-label="${escapeHtml(words.contents)}">${links.join("")}</nav></div></header>
<main id="main">
${drawn.map((section) => `<section id="${section.id}">${section.body}</section>`).join("\n")}
</main>
<footer><p>${escapeHtml(fill(words.disclaimer, { version: result.tool.knowledge }, language))}</p><p class="mono">allmend ${escapeHtml(result.tool.version)} · ${escapeHtml(result.now)} · ${escapeHtml(result.inputs.program.digest.slice(0, 16))}</p></footer>
<template id="marks">${STATES.map((state) => stateMark(state)).join("")}</template>
<script type="application/json" id="data">${inScript(reportData(result, language))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing is loaded, nothing is sent, and only this script runs. */
function policyFor(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
