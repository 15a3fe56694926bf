// Kinds of subjects that no source gives yet. Rules about them are not idle: they have an answer to give and wait for a source, and the result says for which.
import type { Need } from "#facts";
import type { SubjectKind } from "#kit";
import type { RuleTally } from "#policy";

/** What each kind waits for. A kind that gets a collector (subjects/) loses its line here. */
const waiting: Readonly<Partial<Record<SubjectKind, Need>>> = {
  // A contribution is asked for: what clones show of ours stands in the facts of upstream projects.
  contribution: "cases",
  release: "releases",
  delivery: "supplier",
};

/** Tallies of rules about such kinds, with the reason for their silence (of no subject: there is none to count). */
export function withReasons(tallies: readonly RuleTally[]): RuleTally[] {
  return tallies.map((tally) => {
    const need = waiting[tally.about];
    return tally.subjects > 0 || need === undefined ? tally : { ...tally, reasons: { [`needs-${need}`]: 0 } };
  });
}

/** A rule that gave no answer for anything, and not for want of anything to judge. */
export function isUnanswered(tally: RuleTally): boolean {
  return tally.matched + tally.notMatched === 0 && (tally.subjects > 0 || Object.keys(tally.reasons).length > 0);
}

/** A rule that has nothing to judge: an organisation without such a thing. */
export function isIdle(tally: RuleTally): boolean {
  return tally.subjects === 0 && Object.keys(tally.reasons).length === 0;
}
