// The elite gap: for each of eight behaviours where this run sees us, and the office's own four keys.
import { escapeHtml, fill, type Language, officeWords, type State, stateMark } from "#look";
import type { ScanResult } from "#scan";
import { type Behaviour, eliteGap as gapOf } from "../../office/elite-gap.ts";
import { flowKeys } from "../../office/flow-keys.ts";
import type { Section } from "./section.ts";

const MARKS: Readonly<Record<Behaviour["state"], State>> = { reached: "allow", gap: "review", unknown: "unknown" };

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

function flow(result: ScanResult, language: Language): string {
  const words = officeWords(language);
  const rows = flowKeys(result, language).map(({ name, value, sample, doraName, beside }) => {
    const of = sample === undefined ? "" : ` <span class="note">${escapeHtml(sample)}</span>`;
    return `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}${of}</td><td>${escapeHtml(doraName)}: <span class="note">${escapeHtml(beside)}</span></td></tr>`;
  });
  return `<h3>${escapeHtml(words.flowTitle)}</h3><p>${escapeHtml(words.flowLead)}</p><div class="scroll"><table><thead><tr><th scope="col">${escapeHtml(words.flowKey)}</th><th scope="col">${escapeHtml(words.here)}</th><th scope="col">${escapeHtml(words.flowBeside)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
