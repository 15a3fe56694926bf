// Delivery performance: how the organisation is spread over levels, then the profile of four of each product or repository among the bands. Never one pooled level.
import {
  escapeHtml,
  menuWords,
  fill,
  formatDate,
  formatNumber,
  type Language,
  type LevelPart,
  levelsBar,
  shorten,
  wordFor,
  wordsOf,
} from "#look";
import { DEFAULT_WINDOW_DAYS, type DeliveryEntry, deliveryKeys, levels } from "#measures";
import type { ScanResult } from "#scan";
import { countLevels, flaggedLines, openText, overallText, subjectName } from "../../delivery/figures.ts";
import { keyRow } from "../../delivery/key-row.ts";
import type { Section } from "./section.ts";

const MOST_ENTRIES = 200;
const MOST_OPEN = 3;
const MOST_FLAGGED = 10;

export const delivery: Section = {
  id: "delivery",
  title: (result, language) => (result.deliveries.length === 0 ? "" : menuWords(language).delivery),
  render(result, language) {
    const { deliveries } = result;
    if (deliveries.length === 0) return "";
    const words = wordsOf(language).delivery;
    const year = String(deliveries[0]?.year ?? "");
    const intro = fill(words.intro, { days: DEFAULT_WINDOW_DAYS, date: formatDate(result.now, language), year }, language);
    const shown = deliveries.slice(0, MOST_ENTRIES).map((entry, index) => profile(entry, index < MOST_OPEN, language));
    const more = deliveries.length - shown.length;
    const rest =
      more > 0 ? `<p class="note">${escapeHtml(fill(wordsOf(language).report.moreExamples, { count: more }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.name)}</h2><p>${escapeHtml(intro)} <span class="soft">${escapeHtml(words.notRegulation)}</span></p>${spread(result, language)}<p class="note">${escapeHtml(words.hollow)}</p>${shown.join("")}${rest}`;
  },
};

/** For each key how many have which level. */
function spread({ deliveries }: ScanResult, language: Language): string {
  if (deliveries.length < 2) return "";
  const words = wordsOf(language).delivery;
  const rows = deliveryKeys.map((key) => {
    const counts = countLevels(deliveries, key);
    const parts = [...levels, "none" as const].map((level): LevelPart => {
      const name = level === "none" ? words.noLevel : words.level[level];
      return { tone: TONES[level], value: counts[level], label: `${formatNumber(counts[level], language)} ${name}` };
    });
    return `<div class="spread"><p class="strong">${escapeHtml(words.key[key])}</p>${levelsBar(parts, words.key[key])}</div>`;
  });
  return `<h3>${escapeHtml(words.distribution)}</h3><div class="spreads">${rows.join("")}</div><p class="note">${escapeHtml(words.distributionNote)}</p>`;
}

const TONES = { elite: "b1", high: "b2", medium: "b3", low: "b4", none: "b0" } as const;

function profile(entry: DeliveryEntry, open: boolean, language: Language): string {
  const words = wordsOf(language).delivery;
  const name = `<bdi>${escapeHtml(shorten(subjectName(entry.subject), 120))}</bdi>`;
  const source = escapeHtml(wordFor(words.source, entry.source));
  const rows = deliveryKeys.map((key) => keyRow(entry, key, language));
  const notes = [overallText(entry, language), openText(entry, language), entry.source === "tags" ? words.noteEstimate : ""].filter(
    (note) => note !== "",
  );
  const below = notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join("");
  return `<details class="policy"${open ? " open" : ""}><summary><b>${name}</b> <span class="note">${source}</span></summary><div><div class="keys">${rows.join("")}</div>${below}${flagged(entry, language)}</div></details>`;
}

function flagged(entry: DeliveryEntry, language: Language): string {
  return flaggedLines(entry, MOST_FLAGGED, language)
    .map(({ title, lines, more }) => {
      const rest =
        more > 0 ? `<li class="soft">${escapeHtml(fill(wordsOf(language).report.moreExamples, { count: more }, language))}</li>` : "";
      return `<p class="note">${escapeHtml(title)}</p><ul class="plain note">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}${rest}</ul>`;
    })
    .join("");
}
