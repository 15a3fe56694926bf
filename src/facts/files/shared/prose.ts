// Reading documents for people: headings, words, sentences. Line by line, so that the time grows with the length and nothing else.

export interface Heading {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface Line {
  readonly text: string;
  readonly line: number;
  /** Inside a fenced or literal block. */
  readonly code: boolean;
}

const MAX_LINE = 4000;
const MAX_TEXT = 256 * 1024;

/** The lines of a document, told apart into prose and code. Very long lines and texts are cut. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let fence: string | undefined;
  for (const raw of text.slice(0, MAX_TEXT).split("\n")) {
    const line = raw.slice(0, MAX_LINE).trimEnd();
    const mark = /^\s{0,3}(`{3,}|~{3,}|-{4,}$)/.exec(line)?.[1];
    const opens = fence === undefined && mark !== undefined && (mark[0] !== "-" || isBlockAttribute(lines.at(-1)));
    const code = fence !== undefined || opens || /^(?: {4}|\t)\s*\S/.test(line);
    lines.push({ text: line, line: lines.length + 1, code });
    if (opens) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence)) fence = undefined;
  }
  return lines;
}

/** In AsciiDoc `----` opens a listing below `[source]`; elsewhere that line underlines a heading. */
function isBlockAttribute(line: Line | undefined): boolean {
  return line !== undefined && /^\[[^\]]*\]$/.test(line.text.trim());
}

/** Headings in Markdown, AsciiDoc and reStructuredText style, and those of HTML on one line. */
export function headingsOf(lines: readonly Line[]): Heading[] {
  const headings: Heading[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (!line.code) {
      const direct = /^\s{0,3}(?:#{1,6}|={1,6})\s+(\S.*)$/.exec(line.text)?.[1] ?? /<h[1-6][^>]{0,200}>([^<]{1,200})/i.exec(line.text)?.[1];
      if (direct !== undefined) headings.push({ text: plain(direct.replace(/\s[#=]+$/, "")), line: line.line });
      else if (previous && isUnderline(line.text, previous)) headings.push({ text: plain(previous.text), line: previous.line });
    }
    previous = line;
  }
  return headings;
}

function isUnderline(text: string, previous: Line): boolean {
  const mark = text[0];
  if (mark === undefined || !"=-~^*+\"'`#:.".includes(mark) || text.length < 3) return false;
  if (previous.code || previous.text.trim() === "" || /^\W+$/.test(previous.text)) return false;
  for (const character of text) if (character !== mark) return false;
  return true;
}

/** Without markup: link targets, images, badges, tags, emphasis. */
export function plain(text: string): string {
  return text
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,600}\)/g, " ")
    .replace(/!\[[^\]]{0,300}\]\[[^\]]{0,300}\]/g, " ")
    .replace(/\[([^\]]{0,300})\](?:\([^)]{0,600}\)|\[[^\]]{0,300}\])/g, "$1")
    .replace(/^\s*\[[^\]]{1,300}\]:\s.*$/, " ")
    .replace(/^\s*\.\. .*$/, " ")
    .replace(/<[^>]{1,600}>/g, " ")
    .replace(/\bhttps?:\/\/[^\s)>\]]+/g, " ")
    .replace(/[*_`~|]+/g, " ")
    .trim();
}

/** Words of prose: letters or digits in one piece, as people count them. */
export function countWords(lines: readonly Line[]): number {
  let words = 0;
  for (const line of lines) if (!line.code) words += plain(line.text).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return words;
}

/** Paragraphs as single lines (prose only), each with the line on which it starts. List items are paragraphs of their own. */
export function paragraphsOf(lines: readonly Line[]): { readonly text: string; readonly line: number }[] {
  const paragraphs: { text: string; line: number }[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.code ? "" : plain(line.text);
    const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line.text);
    if (text === "") open = false;
    else if (open && !item && (paragraphs.at(-1) as { text: string }).text.length < MAX_LINE) {
      (paragraphs.at(-1) as { text: string }).text += ` ${text}`;
    } else {
      paragraphs.push({ text, line: line.line });
      open = true;
    }
  }
  return paragraphs;
}
