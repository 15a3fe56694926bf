import type { boardsWords } from "@allmend/look/words/portal/boards";
import type { components } from "../../../api/schema.generated.ts";
import type { Speech } from "../../../parts/use-words.ts";

type Line = components["schemas"]["BoardLine"];
type Words = (typeof boardsWords)["en"];
type Said = Pick<Speech, "say" | "date" | "language">;

const NTH = ["first", "second", "third", "fourth"] as const;

/** When a board meets, as far as it is written down. */
export function meetingText({ meets: written, rhythm, next }: Line, words: Words, speech: Said): string {
  const { say, date } = speech;
  if (written === undefined) return words.meetsNever;
  const meets = rhythm ? rhythmText(rhythm, words.rhythm, speech) : withDays(written, date);
  if (!next) return say(words.meets, { meets });
  return say(next.exact ? words.meetsExactly : words.meetsEarliest, { meets, date: date(next.date) });
}

function rhythmText(
  { every, weekday, nth = 1, from }: NonNullable<Line["rhythm"]>,
  words: Words["rhythm"],
  { say, date, language }: Said,
): string {
  // 1 November 2026 was a Sunday.
  const day = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2026, 10, 1 + weekday)));
  return say(words[every], { day, nth: words.nth[NTH[nth - 1] ?? "first"], date: from === undefined ? "" : date(from) });
}

/** As it is written, with its days as the reader writes them. */
function withDays(written: string, date: Speech["date"]): string {
  return written.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => (Number.isNaN(Date.parse(day)) ? day : date(day)));
}
