// One key of delivery performance as a line: its name, where it stands among the bands, its figure.
import { bandsTrack, escapeHtml, type Language, wordsOf } from "#look";
import type { DeliveryEntry, DeliveryKey } from "#measures";
import { levelText, sampleText, valueText } from "./figures.ts";
import { markOf, segmentsOf } from "./scales.ts";

export function keyRow(entry: DeliveryEntry, key: DeliveryKey, language: Language): string {
  const words = wordsOf(language).delivery;
  const metric = entry.metrics[key];
  const [value, level] = [valueText(entry, key, language), levelText(metric, language)];
  const spoken = `${words.key[key]}: ${value}, ${level}`;
  const track = bandsTrack(segmentsOf(entry, key, language), markOf(entry, key), spoken);
  return `<div class="key"><span class="key-name">${escapeHtml(words.key[key])}</span>${track}<span class="key-value"><b>${escapeHtml(value)}</b> ${escapeHtml(level)} <span class="note">${escapeHtml(sampleText(entry, key, language))}</span></span></div>`;
}
