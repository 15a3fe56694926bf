// The places that a finding points to: a bounded, sorted list, the same whatever the order in which uses came.
import type { Evidence, Subject } from "#facts";
import { compareText } from "#kit";

/** More places than anybody looks at; the first ones in their order are kept. */
const MOST = 20;

/** Where the facts that were read stand; where the subject as a whole stands, if nothing says more. */
export function evidenceFor(subject: Subject, facts: readonly { readonly name: string }[]): readonly Evidence[] {
  const { evidence } = subject;
  if (!evidence) return [];
  let specific: readonly Evidence[] = [];
  for (const { name } of facts) {
    const places = Object.hasOwn(evidence, name) ? evidence[name] : undefined;
    if (places) specific = specific.length === 0 ? places : [...specific, ...places];
  }
  return specific.length > 0 ? specific : (evidence[""] ?? []);
}

/** Adds places to a sorted list without repeating any. */
export function addEvidence(list: readonly Evidence[], added: readonly Evidence[]): readonly Evidence[] {
  if (added.length === 0 || list === added) return list;
  if (list.length === 0 && added.length === 1) return added;
  const sorted = [...list, ...added].sort(compareEvidence);
  return sorted.filter((one, i) => i === 0 || compareEvidence(one, sorted[i - 1] as Evidence) !== 0).slice(0, MOST);
}

function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    compareText(a.repository ?? "", b.repository ?? "") ||
    compareText(a.path ?? "", b.path ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.note ?? "", b.note ?? "")
  );
}
