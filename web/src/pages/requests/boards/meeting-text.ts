import type { boardsWords } from "@allmend/look/words/portal/boards";
import type { components } from "../../../api/schema.generated.ts";
import type { Speech } from "../../../parts/use-words.ts";

/** When a board meets, as far as it is written down. */
export function meetingText(
  { meets: written, next }: components["schemas"]["BoardLine"],
  words: (typeof boardsWords)["en"],
  { say, date }: Pick<Speech, "say" | "date">,
): string {
  if (written === undefined) return words.meetsNever;
  const meets = written.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => (Number.isNaN(Date.parse(day)) ? day : date(day)));
  if (!next) return say(words.meets, { meets });
  return say(next.exact ? words.meetsExactly : words.meetsEarliest, { meets, date: date(next.date) });
}
