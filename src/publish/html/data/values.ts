// Values of facts as people read them.
import { type FactValue, factDefinition } from "#facts";
import { formatNumber, formatShare, type Language, shorten, wordsOf } from "#look";

const MOST_ITEMS = 12;

export function valueText(name: string, value: FactValue, language: Language): string {
  if (typeof value === "boolean") return value ? wordsOf(language).report.yes : wordsOf(language).report.no;
  if (typeof value === "number") {
    const share = factDefinition(name)?.unit === "share";
    return share ? formatShare(value, language) : formatNumber(Math.round(value * 1000) / 1000, language);
  }
  if (typeof value === "string") return value === "" ? '""' : shorten(value, 400);
  const items = value.slice(0, MOST_ITEMS).map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  if (value.length > MOST_ITEMS) items.push("…");
  return items.length === 0 ? "[]" : shorten(items.join(", "), 800);
}
