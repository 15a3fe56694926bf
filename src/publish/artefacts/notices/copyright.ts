// Lines of a licence file that say whose it is: they are kept for each package, and taken out before texts are compared.

const LINE = /^[\s*#/\->;.|"'(]*(?:copyright\b|\(c\)\s|©|copr\.\s|portions (?:of this \w+ )?(?:are )?copyright\b|all (?:code|contributions|files) .{0,40}copyright\b)/i;
/** What stands in the licence texts themselves and names nobody. */
const TERMS =
  /copyright (?:notices?|holders?|owners?|licen[cs]e|law|act|statements?|interest|and (?:related|neighboring|license|permission)|in the|to (?:the|software)|is |or |disclaimer|rights?\b|claims|protection|treaty|ownership|management)|copyrights? (?:and|or|in|to)\b(?! \d)|\[yyyy\]|\[year\]|<year>|\{yyyy\}|<copyright holders?>|\[fullname\]|name of (?:copyright owner|author)/i;
const RESERVED = /^[\s*#/\->;.|]*all rights reserved\.?\s*$/i;
const LONGEST = 400;

export interface SplitText {
  /** Lines that name holders, trimmed, each once, in the order of the file. */
  readonly copyrights: readonly string[];
  /** The text without them. */
  readonly body: string;
}

export function splitCopyrights(text: string): SplitText {
  const copyrights: string[] = [];
  const body: string[] = [];
  for (const line of text.replaceAll(/\r\n?/g, "\n").split("\n")) {
    if (isCopyrightLine(line)) copyrights.push(cleaned(line));
    else if (!RESERVED.test(line)) body.push(line.trimEnd());
  }
  return { copyrights: [...new Set(copyrights)], body: tidy(body) };
}

export function isCopyrightLine(line: string): boolean {
  if (line.length > LONGEST || !LINE.test(line)) return false;
  // `Copyright (c) 2020 Ada` names somebody; what speaks of copyright in a sentence has neither year nor name behind it.
  if (TERMS.test(line)) return /(?:\(c\)|©|copyright)\s*(?:\(c\)|©)?\s*,?\s*(?:19|20)\d\d/i.test(line);
  return /[\p{L}\p{N}]/u.test(line.replace(/copyright|\(c\)|©/gi, ""));
}

function cleaned(line: string): string {
  return line.replace(/^[\s*#/\->;|]+/, "").replaceAll(/\s+/g, " ").trim();
}

function tidy(lines: readonly string[]): string {
  return lines.join("\n").replaceAll(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
}
