// Lines of a licence file that say whose it is: kept for each package, and taken out before texts are compared, so that the same text is the same.

const LINE =
  /^[\s*#/\->;.|"'_]*(?:copyright\b|\(c\)\s*(?:copyright\s*)?(?:19|20)\d\d|©|copr\.\s|portions (?:of this \w+ )?(?:are )?copyright\b)/i;
/** What stands in the licence texts themselves and names nobody. */
const TERMS =
  /copyright (?:notices?|holders?|owners?|licen[cs]e|law|act|statements?|interest|and (?:related|neighboring|license|permission)|in the|to (?:the|software)|is |or |disclaimer|rights?\b|claims|protection|treaty|ownership|management)|copyrights? (?:and|or|in|to)\b(?! \d)/i;
/** Where a name is to be filled in. */
const TEMPLATE =
  /^[\s*#/\->;.|]*copyright\b.{0,20}(?:\[yyyy\]|\[year\]|<year>|<years?>|\{yyyy\}|\{\{? ?year ?\}\}?|\byear\b|<copyright|\[fullname\]|\[name)/i;
const RESERVED = /^[\s*#/\->;.|]*all rights reserved\.?\s*$/i;
const LONGEST = 400;

export interface SplitText {
  /** Lines that name holders, each once, in the order of the file. */
  readonly copyrights: readonly string[];
  /** The text without them. A file with several notices keeps them where they stand: which is whose would be lost. */
  readonly body: string;
}

type Kind = "copyright" | "reserved" | "blank" | "text";

export function splitCopyrights(text: string): SplitText {
  const lines = text
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const kinds = lines.map((line, index) => (isOfTheText(lines, index) ? "text" : kindOf(line)));
  if (regionsOf(kinds) > 1) return { copyrights: [], body: tidy(lines) };
  const copyrights: string[] = [];
  const body = lines.filter((line, index) => {
    if (kinds[index] === "copyright") copyrights.push(cleaned(line));
    else if (kinds[index] === "reserved" && copyrights.length > 0) copyrights.push(`${copyrights.pop()} ${cleaned(line)}`);
    else return true;
    return false;
  });
  return { copyrights: [...new Set(copyrights)], body: tidy(body) };
}

/** `Copyright (C) 2007 Free Software Foundation` over the GPL is whose the licence text is, not whose the software is: it stays in it. */
function isOfTheText(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1, index + 6).join(" ");
  return /everyone is permitted to copy and distribute verbatim/i.test(next) && isCopyrightLine(lines[index] ?? "");
}

function kindOf(line: string): Kind {
  if (line.trim() === "") return "blank";
  if (RESERVED.test(line)) return "reserved";
  return isCopyrightLine(line) ? "copyright" : "text";
}

/** Stretches of copyright lines with nothing but blank lines between. */
function regionsOf(kinds: readonly Kind[]): number {
  const told = kinds.filter((kind) => kind === "copyright" || kind === "text");
  return told.filter((kind, index) => kind === "copyright" && told[index - 1] !== "copyright").length;
}

export function isCopyrightLine(line: string): boolean {
  if (line.length > LONGEST || !LINE.test(line) || isTemplateLine(line)) return false;
  // `Copyright (c) 2020 Ada` names somebody; what speaks of copyright in a sentence has neither year nor name behind it.
  if (TERMS.test(line)) return /(?:\(c\)|©|copyright)\s*(?:\(c\)|©)?\s*,?\s*(?:19|20)\d\d/i.test(line);
  return /[\p{L}\p{N}]/u.test(line.replace(/copyright|\(c\)|©/gi, ""));
}

/** `Copyright [yyyy] [name of copyright owner]`: whose it is was not filled in. */
export function isTemplateLine(line: string): boolean {
  return line.length <= LONGEST && TEMPLATE.test(line);
}

function cleaned(line: string): string {
  return line
    .replace(/^[\s*#/\->;|]+/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function tidy(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}
