// The form with which somebody outside asks about licences, source or a project, as the kind of case asks it; and what it says once it was sent.
import { escapeHtml, fill, formatDate, type Language, localText, siteWords } from "#look";
import type { CaseField, CaseKind } from "#program";
import type { Page, SiteContext } from "./frame.ts";

/** Where the answer goes: from outside there is no account that would know it. */
export const CONTACT = "contact";
/** People do not see this field; what fills it in is a program. */
export const TRAP = "website";

/** What was typed, and what is wrong with it. */
export interface AskedBefore {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly problem: string;
}

export function askPage(kind: CaseKind, { language }: SiteContext, before?: AskedBefore): Page {
  const { ask } = siteWords(language);
  const fields = askedOutside(kind);
  return {
    path: "ask.html",
    title: ask.title,
    under: "ask",
    sends: true,
    body: `<h1>${escapeHtml(ask.title)}</h1><p class="lead">${escapeHtml(ask.lead)}</p>
${before ? `<p class="alert" role="alert">${escapeHtml(before.problem)}</p>` : ""}<form method="post" action="ask">
${fields.map((field) => fieldHtml(field, kind, language, before)).join("\n")}
<p class="trap" aria-hidden="true"><label for="${TRAP}">${escapeHtml(ask.leaveEmpty)}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></p>
<p class="note">${escapeHtml(ask.kept)}</p>
<p><button type="submit">${escapeHtml(ask.send)}</button></p>
</form>`,
  };
}

export function sentPage(asked: { readonly id: string; readonly contact: string; readonly by?: string }, context: SiteContext): Page {
  const { language, organization } = context;
  const { ask } = siteWords(language);
  const said = fill(ask.sentText, { organization, contact: asked.contact }, language);
  const by = asked.by === undefined ? "" : `<p>${escapeHtml(fill(ask.answerBy, { date: formatDate(asked.by, language) }, language))}</p>`;
  return {
    path: "ask.html",
    title: ask.sent,
    under: "ask",
    body: `<h1>${escapeHtml(ask.sent)}</h1><p class="lead"><bdi>${escapeHtml(said)}</bdi></p>${by}
<p class="note">${escapeHtml(fill(ask.number, { id: asked.id }, language))}</p><p><a href="ask.html">${escapeHtml(ask.another)}</a></p>`,
  };
}

/** Fields that somebody outside can fill in: what names things of the organisation stays inside. */
export function askedOutside({ fields }: CaseKind): readonly CaseField[] {
  return fields.filter(({ type }) => type === "text" || type === "choice");
}

export function fieldLabel(field: CaseField, language: Language): string {
  return field.id === CONTACT ? siteWords(language).ask.contact : (localText(field.label, language) ?? field.id);
}

function fieldHtml(field: CaseField, { fields }: CaseKind, language: Language, before: AskedBefore | undefined): string {
  const { ask } = siteWords(language);
  const { id } = field;
  const needed = id === CONTACT || (field.required && field.when === undefined);
  const hint = [
    id === CONTACT ? ask.contactHelp : (localText(field.help, language) ?? ""),
    onlyFor(field, fields, language),
    needed || field.when ? "" : ask.optional,
  ].filter((one) => one !== "");
  const hinted = hint.length === 0 ? "" : `<span class="hint" id="${id}-hint">${escapeHtml(hint.join(" "))}</span>`;
  const attributes = `id="${id}" name="${id}"${needed ? " required" : ""}${hint.length === 0 ? "" : ` aria-describedby="${id}-hint"`}${before?.wrong.includes(id) ? ' aria-invalid="true"' : ""}`;
  const label = `<label for="${id}">${escapeHtml(fieldLabel(field, language))}</label>${hinted}`;
  return `<p>${label}${controlHtml(field, attributes, before?.typed[id] ?? "", language)}</p>`;
}

function controlHtml(field: CaseField, attributes: string, typed: string, language: Language): string {
  if (field.type === "choice") {
    const of = Object.entries(field.options).map(
      ([value, text]) =>
        `<option value="${escapeHtml(value)}"${value === typed ? " selected" : ""}>${escapeHtml(localText(text, language) ?? value)}</option>`,
    );
    return `<select ${attributes}><option value="">${escapeHtml(siteWords(language).ask.choose)}</option>${of.join("")}</select>`;
  }
  if (field.id === CONTACT) return `<input type="email" autocomplete="email" maxlength="254" ${attributes} value="${escapeHtml(typed)}">`;
  if (field.id === "question") return `<textarea maxlength="4000" ${attributes}>${escapeHtml(typed)}</textarea>`;
  return `<input maxlength="300" ${attributes} value="${escapeHtml(typed)}">`;
}

/** Without a script every field is there: the page says for whom one is. */
function onlyFor({ when }: CaseField, fields: readonly CaseField[], language: Language): string {
  const named = Object.entries(when ?? {}).flatMap(([id, value]) => {
    const options = fields.find((one) => one.id === id)?.options ?? {};
    return [value].flat().flatMap((each) => (typeof each === "string" ? (localText(options[each], language) ?? each) : []));
  });
  return named.length === 0 ? "" : fill(siteWords(language).ask.onlyFor, { what: named.join(", ") }, language);
}
