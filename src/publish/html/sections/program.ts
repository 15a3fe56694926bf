// The program: the strategy as a picture, and each policy with the live state of every rule beside its sentence.
import { escapeHtml, menuWords, wordsOf } from "#look";
import { strategyPicture } from "../../shared/strategy-picture.ts";
import { policies } from "../policies.ts";
import type { Section } from "./section.ts";

export const program: Section = {
  id: "program",
  title: (_result, language) => menuWords(language).program,
  render(result, language) {
    const words = wordsOf(language).report;
    const { strategy } = result.program;
    const map = strategy
      ? `<p>${escapeHtml(words.mapCaption)}</p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.program)}">${strategyPicture(result, language)}</div>`
      : `<p>${escapeHtml(words.noStrategy)}</p>`;
    return `<h2>${escapeHtml(words.program)}</h2>${map}${policies(result, language)}`;
  },
};
