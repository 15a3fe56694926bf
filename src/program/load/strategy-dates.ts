// What the dates of a strategy say of each other: approval before review, beginnings before ends, phases one after the other.
import type { Checked } from "../read/check.ts";
import type { StrategyDocument } from "../schema/strategy.ts";
import { checkLife, checkOrder, type Context } from "./context.ts";
import { didYouMean, phrase, phraseList } from "#kit";

export function checkDates(document: Checked<StrategyDocument>, context: Context): void {
  const { value } = document;
  checkLife(document, context);
  for (const [index, { from, until }] of (value.activities ?? []).entries())
    checkOrder(document, [["activities", index, "from"], from], [["activities", index, "until"], until], context, true);
  for (const [index, { "key-results": results = [] }] of (value.objectives ?? []).entries()) {
    for (const [at, { due }] of results.entries())
      checkOrder(document, [["in-force"], value["in-force"]], [["objectives", index, "key-results", at, "due"], due], context);
  }
  checkPhases(document, context);
}

/** Each begins before it ends, none begins before the one above it has ended, and activities name those that there are. */
function checkPhases(document: Checked<StrategyDocument>, context: Context): void {
  const { phases, activities = [] } = document.value;
  if (!phases) return;
  for (const [index, { id, from, until }] of phases.entries()) {
    checkOrder(document, [["phases", index, "from"], from], [["phases", index, "until"], until], context, true);
    const before = phases[index - 1];
    const twice = phases.slice(0, index).some((phase) => phase.id === id);
    if (twice)
      context.problems.add("duplicate-id", document.position(["phases", index, "id"]), phrase`there is a second phase "${id}"`, {
        expected: phrase`each id once`,
      });
    if (before && from <= before.until)
      context.problems.add(
        "dates-out-of-order",
        document.position(["phases", index, "from"]),
        phrase`phase "${id}" begins on ${from}, and "${before.id}" ends on ${before.until}: they overlap`,
        { expected: phrase`a day after ${before.until}` },
      );
  }
  const ids = [...new Set(phases.map(({ id }) => id))];
  for (const [index, { phase }] of activities.entries()) {
    if (phase === undefined || ids.includes(phase)) continue;
    context.problems.add("unknown-reference", document.position(["activities", index, "phase"]), phrase`there is no phase "${phase}"`, {
      expected: phraseList(ids),
      hint: didYouMean(phase, ids),
    });
  }
}
