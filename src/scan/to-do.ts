// The ten things to do first: findings of one rule have one remedy, so they are one thing. Worst first, then most.
import { compareText } from "#kit";
import type { Finding } from "#policy";
import { outcomes } from "#program";
import type { ToDo } from "./result.ts";

const MOST = 10;
const EXAMPLES = 3;

export function firstThings(counting: readonly Finding[]): ToDo[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of counting) {
    if (finding.outcome === "allow") continue;
    const key = `${finding.rule}\n${finding.outcome}\n${finding.because}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(thing).sort(byUrgency).slice(0, MOST);
}

function thing(group: readonly Finding[]): ToDo {
  const first = group[0] as Finding;
  const labels = [...new Set(group.map((finding) => finding.subject.label))].sort(compareText);
  return {
    rule: first.rule,
    area: first.area,
    outcome: first.outcome,
    because: first.because,
    count: group.length,
    products: [...new Set(group.flatMap((finding) => finding.subject.product ?? []))].sort(compareText),
    examples: labels.slice(0, EXAMPLES),
    findings: group.map((finding) => finding.id),
  };
}

/** What is known to be wrong comes before what is only not known: it can be mended today. */
function byUrgency(a: ToDo, b: ToDo): number {
  return (
    outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome) || known(b) - known(a) || b.count - a.count || compareText(a.rule, b.rule)
  );
}

function known(item: ToDo): number {
  return item.because === "matched" || item.because === "waiver-expired" ? 1 : 0;
}
