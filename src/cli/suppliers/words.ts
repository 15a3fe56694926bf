// What is said when a delivery came in: its state, and what it lacks.
import { fill, type Language, wordFor, supplierWords } from "#look";
import type { Received } from "./receive.ts";

export function deliveryWords({ delivery, components, known, kept }: Received, item: string, language: Language): string[] {
  const words = supplierWords(language);
  const { gaps = [], version, state } = delivery;
  const head = fill(
    known ? words.cameBefore : words.came,
    { item, version, components, state: wordFor(words.state, state), kept },
    language,
  );
  if (gaps.length === 0) return [head];
  const lines = gaps.map((gap) => `  - ${gapSentence(gap, language)}`);
  return [head, ...lines, fill(words.sendBack, { item }, language)];
}

function gapSentence(gap: NonNullable<Received["delivery"]["gaps"]>[number], language: Language): string {
  const words = supplierWords(language);
  const sentence = wordFor(words.gap, gap.code);
  const count = gap.count === undefined ? "" : ` ${fill(words.gapCount, { count: gap.count, of: gap.of ?? gap.count }, language)}`;
  const examples = gap.examples && gap.examples.length > 0 ? ` (${gap.examples.join(", ")})` : "";
  return `${sentence}${count}${examples}`;
}
