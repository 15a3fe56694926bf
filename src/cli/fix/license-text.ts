// The text of a licence, with year and holder filled in where the text has places for them.
import { createRequire } from "node:module";

/** Undefined for what is on no list. */
export function licenseText(id: string, holder: string, year: string): string | undefined {
  if (!/^[\w.+-]{1,60}$/.test(id)) return undefined;
  try {
    const { licenseText: text } = createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`) as { licenseText: string };
    return filled(text, holder, year);
  } catch {
    return undefined;
  }
}

function filled(text: string, holder: string, year: string): string {
  return text
    .replaceAll(/<year>|\[yyyy\]|\[year\]|<yyyy>|\bYEAR\b/gi, () => year)
    .replaceAll(
      /<copyright holders?>|\[name of copyright owner\]|\[fullname\]|<owner>|<name of author>|<author's name or designee>/gi,
      () => holder,
    );
}
