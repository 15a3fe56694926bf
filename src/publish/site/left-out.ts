// What is named and not shown, said to whoever writes the site.
import { fill, type Language, shorten, siteWords } from "#look";
import type { LeftOut } from "./public.ts";

export function leftOutText({ what, why }: LeftOut, language: Language): string {
  return fill(siteWords(language).leftOut[why], { what: shorten(what, 120) }, language);
}
