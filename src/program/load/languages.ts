// In which language a page is, and which pages say the same in others: `compliance.md`, `compliance.de.md`.
import { phrase } from "#kit";
import { type Language, languages } from "../model.ts";
import type { Checked } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import type { Context } from "./context.ts";

export interface Translation {
  readonly path: string;
  readonly language: Language;
  readonly content: string;
}

/** Pages `<stem>.<language>.md` beside `<stem>.md`. */
export function translationsOf(stem: string, files: Files): Translation[] {
  return languages.flatMap((language) => {
    const path = `${stem}.${language}.md`;
    const content = files.get(path);
    return content === undefined ? [] : [{ path, language, content }];
  });
}

/** The language of a page: as it says; else the first of the organisation's for which there is no page of its own. */
export function languageOf(
  document: Checked<{ readonly language?: Language | undefined }>,
  translations: readonly Translation[],
  context: Context,
): Language {
  const others = translations.map((translation) => translation.language);
  const said = document.value.language;
  if (said === undefined)
    return (
      context.languages.find((language) => !others.includes(language)) ?? languages.find((language) => !others.includes(language)) ?? "en"
    );
  const twin = translations.find((translation) => translation.language === said);
  if (twin)
    context.problems.add("contradiction", document.position(["language"]), phrase`this page is in "${said}", and so is ${twin.path}`);
  return said;
}
