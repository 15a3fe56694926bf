// The figures of a period beside those of the last.
import { fill, formatNumber, reportWords } from "#look";
import type { FigureItem } from "../artefacts/blocks.ts";
import type { Snapshot } from "./snapshot.ts";
import type { View } from "./view.ts";

const KEYS = ["denied", "review", "duties", "unknownLicenses", "vulnerabilities", "onTrack"] as const satisfies readonly (keyof Snapshot)[];

export function trends({ now, before, holds, language }: View): FigureItem[] {
  const words = reportWords(language).trend;
  // Nothing is on track to what nobody has decided yet.
  return KEYS.filter((key) => key !== "onTrack" || holds).map((key) => {
    const value = now[key];
    const measured = key === "onTrack" && value !== undefined ? [fill(words.ofMeasured, { count: now.measured }, language)] : [];
    return {
      label: words[key],
      value: value === undefined ? "?" : formatNumber(value, language),
      note: [...measured, noteOf(value, before && { value: before[key] }, language)].filter((part) => part !== "").join("; "),
    };
  });
}

function noteOf(value: number | undefined, before: { readonly value: number | undefined } | undefined, language: View["language"]): string {
  const words = reportWords(language).trend;
  // That there is nothing to compare with is said once, below.
  if (!before) return "";
  if (before.value === undefined || value === undefined) return words.notBefore;
  const difference = value - before.value;
  if (difference === 0) return words.same;
  const change = `${difference > 0 ? "+" : "−"}${formatNumber(Math.abs(difference), language)}`;
  return fill(words.before, { change, value: before.value }, language);
}
