// The questionnaire as one HTML file that works without a network: it writes the answers to a file and sends nothing.
import { createHash } from "node:crypto";
import { escapeHtml, fill, houseMark, type Language, wordFor } from "#look";
import { type QuestionnaireName, questionnaires, surveyRoles } from "#facts";
import { type FormWords, formWords } from "./form-words.ts";

export interface SurveyForm {
  readonly questionnaire: QuestionnaireName;
  /** `product:ID`, `repository:ID`, `team:ID` or `organization`, as the questionnaire has it. */
  readonly about: string;
  readonly name: string;
}

export function surveyForm(form: SurveyForm, language: Language): string {
  const words = formWords(form.questionnaire, language);
  const { survey, questions, needsExample } = questionnaires[form.questionnaire];
  const title = escapeHtml(words.title);
  const script = scriptOf(words, needsExample);
  return `<!doctype html>
<html lang="${language === "de" ? "de-CH" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="soft">${houseMark()}<bdi>${escapeHtml(fill(words.about, { name: form.name }, language))}</bdi></p>
<h1>${title}</h1>
<p>${escapeHtml(words.intro)}</p>
<form id="form" novalidate data-survey="${survey}" data-about="${escapeHtml(form.about)}">
${choice(
  "role",
  words.role,
  surveyRoles.map((role) => [role, words.roles[role]]),
)}
${Object.entries<readonly string[]>(questions)
  .map(([question, answers]) => choice(question, wordFor(words.question, question), answersOf(answers, words)))
  .join("\n")}
<label class="example" for="example">${escapeHtml(words.example)}</label>
<p class="soft" id="hint">${escapeHtml(words.exampleHint)}</p>
<textarea id="example" name="example" rows="4" maxlength="2000" aria-describedby="hint"></textarea>
<p><button type="submit">${escapeHtml(words.save)}</button></p>
<p id="said" role="status"></p>
</form>
<p class="soft">${escapeHtml(words.source)}</p>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function answersOf(answers: readonly string[], words: FormWords): [string, string][] {
  return [...answers.map((id): [string, string] => [id, wordFor(words.answer, id)]), ["unknown", words.unknown]];
}

function choice(name: string, question: string, answers: readonly (readonly [string, string])[]): string {
  const options = answers.map(([value, text]) => `<label><input type="radio" name="${name}" value="${value}"> ${escapeHtml(text)}</label>`);
  return `<fieldset><legend>${escapeHtml(question)}</legend>${options.join("")}</fieldset>`;
}

/** Runs in the browser of whoever answers. The id is made there, so that nobody can tell from it who that was. */
function scriptOf({ saved, missing }: FormWords, needsExample: boolean): string {
  const lacking = needsExample
    ? "!given.example.trim()"
    : '!Object.entries(given).some(([name, value]) => name !== "role" && name !== "example" && value !== "unknown")';
  const texts = JSON.stringify({ saved, missing }).replaceAll("<", "\\u003c");
  return `"use strict";
const texts = ${texts};
const form = document.getElementById("form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(form));
  const said = document.getElementById("said");
  if (!given.role || ${lacking}) { said.textContent = texts.missing; return; }
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const answer = { survey: form.dataset.survey, about: form.dataset.about, id, ...given, example: given.example.trim() };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answer, undefined, 1) + "\\n"], { type: "application/json" }));
  link.download = "answers-" + id.slice(0, 8) + ".json";
  link.click();
  said.textContent = texts.saved;
});`;
}

const STYLE = `
:root{--ink:#1c2a33;--paper:#fbfaf7;--line:#dfdcd3;--soft:#57626a;--meadow:#2a7247;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#141a1e;--line:#313b42;--soft:#a3adb3;--meadow:#7cc797}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:720px;margin:0 auto;padding:24px 20px 64px}h1{font-size:32px;line-height:1.2;margin:8px 0 12px}.soft{color:var(--soft);font-size:15px}.house{vertical-align:-5px;margin-right:8px}
fieldset{border:0;border-top:1px solid var(--line);padding:16px 0 8px;margin:0}legend,.example{font-weight:600;padding:0}legend{display:table;width:100%}
fieldset label{display:block;padding:5px 0}.example{display:block;border-top:1px solid var(--line);padding-top:16px}
textarea,button{font:inherit;color:inherit;background:transparent;border:1px solid var(--soft);border-radius:6px;padding:8px 12px}textarea{width:100%}
button{cursor:pointer;background:var(--meadow);border-color:var(--meadow);color:var(--paper);font-weight:600}:focus-visible{outline:3px solid var(--meadow);outline-offset:2px}
`;
