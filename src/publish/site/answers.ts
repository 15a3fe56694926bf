// What a server answers to a form of the site: the same page with what is wrong, or that it was taken.
import type { Language } from "#look";
import type { CaseKind } from "#program";
import type { ScanResult } from "#scan";
import { type AskedBefore, askPage, sentPage } from "./ask.ts";
import { frame } from "./frame.ts";
import { publicPart } from "./public.ts";
import { siteContext } from "./site.ts";

export { type AskedBefore, askedOutside, CONTACT, fieldLabel, TRAP } from "./ask.ts";
export { siteFiles } from "./site.ts";

export function askAgain(result: ScanResult, kind: CaseKind, language: Language, before: AskedBefore): string {
  const context = siteContext(result, publicPart(result), language, true);
  return frame(askPage(kind, context, before), context);
}

export function askSent(result: ScanResult, language: Language, asked: Parameters<typeof sentPage>[0]): string {
  const context = siteContext(result, publicPart(result), language, true);
  return frame(sentPage(asked, context), context);
}
