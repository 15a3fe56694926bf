// Does the project ask for help, and does it say when to expect an answer? Signals from its own words.
import type { Entry, FileIndex } from "../shared/file-index.ts";
import { headingsOf, linesOf, paragraphsOf } from "../shared/prose.ts";
import type { Evidence } from "../../subjects.ts";
import type { Check } from "../types.ts";
import { contributingFile } from "./contributing.ts";
import { readmeFile } from "./readme.ts";

const INVITES: readonly RegExp[] = [
  /\b(?:contributions?|pull requests?|merge requests?|patches|PRs?|bug reports?|issues?|feedback|help)\b[^.!?]{0,60}\b(?:welcome|appreciated|encouraged|wanted)\b/i,
  /\b(?:welcome|appreciate|encourage|love|accept|looking for|happy (?:to|about))s?\b[^.!?]{0,60}\b(?:contribut\w+|pull requests?|merge requests?|patches|PRs?|maintainers|help)\b/i,
  /\bhelp[- ]wanted\b|\bgood[- ]first[- ]issues?\b|\bwant to (?:help|contribute)\b|\bfeel free to (?:contribute|open|submit|send|fork)\b|\bhow (?:to|can I|you can) contribute\b/i,
  /\b(?:beiträge|mithilfe|pull requests?)\b[^.!?]{0,60}\bwillkommen\b|\bmitmachen\b/i,
];
const INVITING_HEADING = /\bcontribut(?:e|ing|ions?)\b|\bget(?:ting)? involved\b|\bhelp wanted\b|\bmitmachen\b|\bbeitragen\b/i;
const UNINVITING =
  /\b(?:not|n't|no longer|closed to|cannot|nicht)\b[^.!?]{0,40}\b(?:accept\w*|welcome|open to|tak(?:e|ing)|looking for)\b/i;

const ANSWER =
  /\b(?:respon(?:d|se|ses|sive)|repl(?:y|ies)|answer\w*|acknowledg\w*|get back to you|triag\w*|review\w*|antwort\w*|reagier\w*|rückmeldung)\b/i;
// Over text in which every run of spaces is one: no part may match spaces in two ways.
const WHEN =
  /\b(?:within|in|up to|at least|at most|after|every|innerhalb von|innert|binnen|spätestens nach) (?:(?:an?|one|two|three|four|five|seven|ten|\d{1,3}|a few|a couple of|ein\w{0,2}|zwei|drei|fünf)(?: ?(?:-|–|to|bis|or) ?\d{1,3})?[ -])?(?:business |working |calendar )?(?:hours?|days?|weeks?|months?|stunden?|tage?n?|wochen?|arbeitstage?n?|werktage?n?)\b|\bbest[- ]effort\b/i;

interface Document {
  readonly path: string;
  readonly paragraphs: readonly { readonly text: string; readonly line: number }[];
  readonly headings: readonly { readonly text: string; readonly line: number }[];
}

export const invitation: Check = {
  id: "invitation",
  facts: ["readmeInvitesContributions", "statesResponseTimes"],
  async collect(files, answers) {
    const readme = await read(files, readmeFile(files));
    const contributing = await read(files, contributingFile(files));
    const support = await read(files, files.document(/^support(?:[-_.]|$)/i));
    const all = [readme, contributing, support].filter((document) => document !== undefined);
    if (all.length === 0) return;
    const invited = [readme, contributing].map((document) => document && invitationIn(document)).find((place) => place !== undefined);
    answers.set("readmeInvitesContributions", invited !== undefined, invited);
    const stated = all.map(responseIn).find((place) => place !== undefined);
    answers.set("statesResponseTimes", stated !== undefined, stated);
  },
};

async function read(files: FileIndex, file: Entry | undefined): Promise<Document | undefined> {
  const text = await files.text(file);
  if (!file || text === undefined) return undefined;
  const lines = linesOf(text);
  return { path: file.path, paragraphs: paragraphsOf(lines), headings: headingsOf(lines) };
}

function invitationIn({ path, paragraphs, headings }: Document): Evidence | undefined {
  const refused = paragraphs.some(({ text }) => UNINVITING.test(text) && /contribut|pull request|beitr/i.test(text));
  const place = paragraphs.find(({ text }) => INVITES.some((pattern) => pattern.test(text)) && !UNINVITING.test(text));
  const heading = refused ? undefined : headings.find(({ text }) => INVITING_HEADING.test(text));
  const found = place ?? heading;
  return found && { path, line: found.line };
}

function responseIn({ path, paragraphs }: Document): Evidence | undefined {
  const place = paragraphs.find(({ text }) => sentences(text).some((sentence) => ANSWER.test(sentence) && WHEN.test(sentence)));
  return place && { path, line: place.line };
}

function sentences(text: string): string[] {
  return text.replace(/\s+/g, " ").split(/(?<=[.!?]) /);
}
