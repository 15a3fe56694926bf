// A mail as text and as a page, from the same parts: what people wrote stands in both as text. The page brings nothing along and fetches nothing; it leaves
// its colours to the mail program, so that it is dark where that is.
import { escapeHtml, type Language } from "#look";

export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  /** Below everything else, small. */
  readonly end: LetterEnd;
}

export interface LetterPart {
  readonly title: string;
  /** Where it leads; of our own making. */
  readonly address?: string;
  readonly text?: string;
  /** What is asked, with the one way to answer it. */
  readonly action?: LetterAction;
}

export interface LetterAction {
  readonly question: string;
  /** Before the address, where there are no buttons. */
  readonly lead: string;
  readonly label: string;
  readonly note: string;
  readonly address: string;
}

export interface LetterEnd {
  readonly text: string;
  readonly address?: string;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function written(letter: Letter): WrittenLetter {
  return { subject: letter.subject, text: textOf(letter), html: pageOf(letter) };
}

function textOf({ parts, end }: Letter): string {
  return [
    ...parts.flatMap(({ title, text, address, action }) => [
      `- ${title}`,
      ...(text === undefined ? [] : text.split("\n").map((line) => `  ${line}`)),
      ...(address === undefined ? [] : [`  ${address}`]),
      ...(action ? [`  ${action.question}`, `  ${action.lead}`, `  ${action.address}`] : []),
    ]),
    "",
    end.address === undefined ? end.text : `${end.text} ${end.address}`,
    "",
  ].join("\n");
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d5c47;color:#ffffff;font-weight:600;text-decoration:none";

function pageOf({ language, subject, parts, end }: Letter): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>:root { color-scheme: light dark; }</style>
</head>
<body style="margin:0;padding:24px 16px;${FONT}">
<div style="max-width:36em;margin:0 auto">
${parts.map(partOf).join("\n")}
<p style="margin:32px 0 0;font-size:13px">${escapeHtml(end.text)}${end.address === undefined ? "" : ` ${link(end.address, end.address)}`}</p>
</div>
</body>
</html>
`;
}

function partOf({ title, text, address, action }: LetterPart): string {
  const head = address === undefined ? escapeHtml(title) : link(address, title);
  return `<div style="margin:0 0 24px">
<p style="margin:0;font-weight:600">${head}</p>
${text === undefined ? "" : `<p style="margin:4px 0 0">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`}
${action ? asked(action) : ""}
</div>`;
}

function asked({ question, label, note, address }: LetterAction): string {
  return `<p style="margin:12px 0 0;font-size:18px;font-weight:600">${escapeHtml(question)}</p>
<p style="margin:12px 0 0"><a href="${escapeHtml(address)}" style="${BUTTON}">${escapeHtml(label)}</a></p>
<p style="margin:8px 0 0;font-size:13px">${escapeHtml(note)}</p>`;
}

function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}
