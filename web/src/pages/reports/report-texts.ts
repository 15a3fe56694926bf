import type { reportsPageWords } from "@allmend/look/words/portal/reports";

type Words = (typeof reportsPageWords)["en"];

/** Title of a report and what it says; one that has no words yet is called by its id. */
export function reportTexts({ kinds }: Words, id: string): readonly [string, string] {
  const [title = id, what = ""] = Object.hasOwn(kinds, id) ? kinds[id as keyof typeof kinds] : [];
  return [title, what];
}
