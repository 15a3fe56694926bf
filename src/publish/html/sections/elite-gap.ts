// The elite gap: for each of eight behaviours where this run sees us, and the office's own four keys.
import { escapeHtml, fill, type Language, officeWords, type State, stateMark, wordsOf } from "#look";
import { findMeasure, levels } from "#measures";
import type { ScanResult } from "#scan";
import { type Behaviour, eliteGap as gapOf } from "../../office/elite-gap.ts";
import { countLevels } from "../../delivery/figures.ts";
import { figureText } from "../../shared/figures.ts";
import type { Section } from "./section.ts";

const MARKS: Readonly<Record<Behaviour["state"], State>> = { reached: "allow", gap: "review", unknown: "unknown" };

/** Measures behind the office's four keys, and the key of DORA that each is shaped after. */
const FLOW = {
  requests: { measure: "flow.request-frequency", dora: "deploymentFrequency" },
  "lead-time": { measure: "flow.decision-lead-time", dora: "leadTime" },
  overturned: { measure: "flow.overturned-share", dora: "changeFailureRate" },
  restore: { measure: "flow.time-to-conform", dora: "timeToRestore" },
} as const;

export const eliteGap: Section = {
  id: "elite-gap",
  title: ({ program }, language) => (program.policies.length > 0 ? officeWords(language).gapTitle : ""),
  render(result, language) {
    if (result.program.policies.length === 0) return "";
    const words = officeWords(language);
    const gap = gapOf(result);
    const count = (state: Behaviour["state"]) => gap.filter((one) => one.state === state).length;
    const lead = fill(words.gapLead, { reached: count("reached"), gap: count("gap"), unknown: count("unknown") }, language);
    return `<h2>${escapeHtml(words.gapTitle)}</h2><p>${escapeHtml(lead)}</p><div class="scroll"><table><thead><tr><th scope="col">${escapeHtml(words.behaviour)}</th><th scope="col">${escapeHtml(words.here)}</th></tr></thead><tbody>${gap.map((one) => row(one, language)).join("")}</tbody></table></div>${flow(result, language)}`;
  },
};

function row({ id, state, seen, counts }: Behaviour, language: Language): string {
  const words = officeWords(language);
  const answer = `${stateMark(MARKS[state])}<span class="state s-${MARKS[state]}">${escapeHtml(words.gapState[state])}</span>`;
  return `<tr><th scope="row">${escapeHtml(words.behaviours[id])}</th><td>${answer}<br><span class="note">${escapeHtml(fill(words.seen[seen], counts, language))}</span></td></tr>`;
}

/** The office's keys, each beside the key of DORA after which it is shaped, with how many of ours stand on which level. */
function flow({ measures, deliveries }: ScanResult, language: Language): string {
  const words = officeWords(language);
  const { key: names, level } = wordsOf(language).delivery;
  const rows = Object.entries(FLOW).map(([key, { measure: id, dora }]) => {
    const measure = findMeasure(id);
    const value = measures.find((one) => one.measure === id && one.subject === "organization");
    const text = measure && value ? figureText(value, measure, language) : words.noCases;
    const of =
      value?.of === undefined || value.value === null
        ? ""
        : ` <span class="note">${escapeHtml(fill(wordsOf(language).figures.sample, { count: value.of }, language))}</span>`;
    const counts = countLevels(deliveries, dora);
    const beside = levels.filter((name) => counts[name] > 0).map((name) => `${level[name]} ${counts[name]}`);
    return `<tr><th scope="row">${escapeHtml(words.flow[key as keyof typeof FLOW])}</th><td>${escapeHtml(text)}${of}</td><td>${escapeHtml(names[dora])}: <span class="note">${escapeHtml(beside.join(" · ") || words.notMeasured)}</span></td></tr>`;
  });
  return `<h3>${escapeHtml(words.flowTitle)}</h3><p>${escapeHtml(words.flowLead)}</p><div class="scroll"><table><thead><tr><th scope="col">${escapeHtml(words.flowKey)}</th><th scope="col">${escapeHtml(words.here)}</th><th scope="col">${escapeHtml(words.flowBeside)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
