// The program: the strategy as a picture, and each policy with the live state of every rule beside its sentence.
import { escapeHtml, type Language, localText, type MapLink, strategyMap, wordFor, wordsOf, menuWords } from "#look";
import type { Strategy } from "#program";
import type { ScanResult } from "#scan";
import { countStates, openFindings, worstState } from "../../shared/states.ts";
import { policies } from "../policies.ts";
import type { Section } from "./section.ts";

export const program: Section = {
  id: "program",
  title: (_result, language) => menuWords(language).program,
  render(result, language) {
    const words = wordsOf(language).report;
    const { strategy } = result.program;
    const map = strategy
      ? `<p>${escapeHtml(words.mapCaption)}</p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.program)}">${draw(strategy, result, language)}</div>`
      : `<p>${escapeHtml(words.noStrategy)}</p>`;
    return `<h2>${escapeHtml(words.program)}</h2>${map}${policies(result, language)}`;
  },
};

function draw(strategy: Strategy, result: ScanResult, language: Language): string {
  const { report, area: areas } = wordsOf(language);
  const policies = result.program.policies;
  const ofStrategy: MapLink[] = strategy.activities.flatMap((activity) =>
    Object.entries(activity.serves).map(([objective, strength]) => ({ from: `o:${objective}`, to: `a:${activity.id}`, strength })),
  );
  const ofPolicies = policies.flatMap((policy) => policy.serves.map((id) => ({ from: `a:${id}`, to: `p:${policy.area}`, strength: 1 })));
  const tones = worstByArea(result);
  return strategyMap({
    columns: [
      {
        title: report.objectives,
        nodes: strategy.objectives.map((item) => ({ id: `o:${item.id}`, label: localText(item.statement, language) ?? item.id })),
      },
      {
        title: report.activities,
        nodes: strategy.activities.map((item) => ({ id: `a:${item.id}`, label: localText(item.title, language) ?? item.id })),
      },
      {
        title: report.policies,
        nodes: policies.map((policy) => ({ id: `p:${policy.area}`, label: wordFor(areas, policy.area), tone: tones(policy.area) })),
      },
    ],
    links: [...ofStrategy, ...ofPolicies],
    description: report.mapCaption,
  });
}

function worstByArea(result: ScanResult): (area: string) => string {
  const open = openFindings(result);
  const summaries = new Map<string, string>(result.summary.areas.map((area) => [area.area, area.worst]));
  return (area) => worstState(countStates(open.filter((finding) => finding.area === area))) ?? summaries.get(area) ?? "none";
}
