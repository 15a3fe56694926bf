// Plain text in columns of a terminal: width, wrapping, padding. Text from elsewhere is made visible and short first.
import { shorten, visible } from "#look";

export const WIDTH = 100;

/** A name from elsewhere on one line. */
export function name(text: string, most = 60): string {
  return shorten(visible(text.slice(0, 4 * most).replaceAll(/\s+/g, " ")).trim(), most);
}

/** Columns that a text takes: letters of East Asia and pictures take two, marks that combine none. */
export function columns(text: string): number {
  let total = 0;
  for (const character of text) total += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return total;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - columns(text))) + text;
}

/** Lines of at most `width` columns; the first begins with `first`, the others with `rest`. A word that is longer than a line is broken. */
export function wrap(text: string, first: string, rest: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = "";
  const narrow = width - Math.max(columns(first), columns(rest));
  const words = text.split(/[ \t\r\n]+/).filter((part) => part !== "");
  for (const word of words.flatMap((part) => pieces(part, narrow))) {
    const room = width - columns(lines.length === 0 ? first : rest);
    if (line !== "" && columns(line) + 1 + columns(word) > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((content, index) => (index === 0 ? first : rest) + content);
}

/** A word in pieces that fit. */
function pieces(word: string, room: number): string[] {
  if (columns(word) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const character of word) {
    const added = columns(character);
    if (width + added > room) {
      parts.push(part);
      part = "";
      width = 0;
    }
    part += character;
    width += added;
  }
  return [...parts, part];
}
