// Obligations after judging: of an OR the branch that the rules took is the one whose duties count.
import type { Verdict } from "#policy";
import type { ResultObligation } from "../result.ts";
import { usageId } from "../usage-id.ts";
import { type ObligationContext, obligationBook } from "./derive.ts";

export function obligationsIn(context: ObligationContext, verdicts: readonly Verdict[]): readonly ResultObligation[] {
  const chosen = new Map(verdicts.flatMap(({ subject, license }) => (license?.chosen === undefined ? [] : [[subject, license.chosen]])));
  // Only where there was something to choose: a million uses have a million names.
  return obligationBook(context).all((use, component) =>
    chosen.size === 0 || !hasChoice(component.license) ? undefined : chosen.get(usageId(use, component)),
  );
}

function hasChoice(license: string | undefined): boolean {
  return license !== undefined && / or /i.test(license);
}
