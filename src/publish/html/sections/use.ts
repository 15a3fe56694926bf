// What we use, and what its licences ask of us in plain words: for those who have never heard of SPDX.
import { type Bar, bars, ecosystemName, escapeHtml, fill, formatNumber, shortWord, visible, wordsOf, menuWords } from "#look";
import type { Language } from "#look";
import type { ScanResult } from "#scan";
import { licenseKinds, licenseNames, strengthWord } from "../../shared/licenses.ts";
import { whatSentence } from "../../shared/sentences.ts";
import type { Section } from "./section.ts";

const MOST_KINDS = 10;
const MOST_NAMES = 4;

export const use: Section = {
  id: "use",
  title: (_result, language) => menuWords(language).use,
  render(result, language) {
    const words = wordsOf(language).report;
    const sentence = escapeHtml(whatSentence(result, language));
    if (result.components.length === 0) return `<h2>${escapeHtml(words.what)}</h2><p>${sentence}</p>`;
    return `<h2>${escapeHtml(words.what)}</h2><p class="lead">${sentence}</p><div class="two"><div><h3>${escapeHtml(words.licenses)}</h3>${bars(licenseBars(result, language), language)}</div><div><h3>${escapeHtml(words.ecosystems)}</h3>${bars(ecosystemBars(result, language), language)}</div></div>`;
  },
};

function licenseBars(result: ScanResult, language: Language): Bar[] {
  return licenseKinds(result).map((kind) => {
    const word = strengthWord(kind.strength, language);
    const asks = word.slice(shortWord(word).length).replace(/^ \(|\)$/g, "");
    const names = licenseNames(
      kind,
      MOST_NAMES,
      language,
      (license, count) => `${visible(license).slice(0, 60)} ${formatNumber(count, language)}`,
    );
    return { label: shortWord(word), value: kind.components, tone: kind.strength, note: asks, below: names };
  });
}

function ecosystemBars(result: ScanResult, language: Language): Bar[] {
  const { ecosystems } = result.summary;
  const told = ecosystems.slice(0, MOST_KINDS).map((entry): Bar => ({ label: ecosystemName(entry.type), value: entry.components }));
  const rest = ecosystems.slice(MOST_KINDS);
  if (rest.length === 0) return told;
  const value = rest.reduce((sum, entry) => sum + entry.components, 0);
  return [...told, { label: fill(wordsOf(language).report.licensesMore, { count: rest.length }, language), value, tone: "none" }];
}
