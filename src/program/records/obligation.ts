// Records of kind `obligation`: what was done about what a licence asks of a product. Obligations themselves are derived; only their state is said.
import { z } from "zod";
import type { RecordEntry } from "../model.ts";
import { licenseExpression, purlRange } from "../schema/references.ts";
import { date, expecting, id, oneOf, text, written } from "../schema/text.ts";

export const obligationStates = ["open", "fulfilled", "not-applicable"] as const;
export type ObligationState = (typeof obligationStates)[number];

export const obligationData = expecting(
  'a state with its evidence ("fulfilled") or its reason ("not-applicable")',
  z
    .strictObject({
      state: oneOf(obligationStates).describe("open, fulfilled (with evidence) or not-applicable (with because)."),
      evidence: text("what shows it").optional().describe("What shows that it was done: a file, an address, a ticket."),
      because: text("a reason").optional().describe("Why it does not apply here."),
      license: licenseExpression.optional().describe("Only what this licence asks."),
      component: purlRange.optional().describe("Only for this component or range."),
      owner: id("a team or person").optional().describe("Who sees to it."),
      due: z
        .union([date("a day"), written("a version")])
        .optional()
        .describe("Release or day by which it is done."),
      release: written("a version").optional().describe("Only for this release; without it, for every one."),
    })
    .refine(({ state, evidence }) => state !== "fulfilled" || evidence !== undefined, { error: "is fulfilled without evidence" })
    .refine(({ state, because }) => state !== "not-applicable" || because !== undefined, { error: "is not applicable without a reason" }),
);

export interface ObligationRecord extends z.output<typeof obligationData> {
  readonly product: string;
  /** Kind of the obligation: `source`, `license-text`, … */
  readonly obligation: string;
  readonly at: string;
  readonly by?: string;
}

/** Every record of an obligation, as they stand. One that lacks what it must have says nothing; loading has reported it. */
export function obligationRecords(records: readonly RecordEntry[]): ObligationRecord[] {
  return records.flatMap(({ kind, subject, id: obligation, data, at, by }) => {
    if (kind !== "obligation" || obligation === undefined || !subject?.startsWith("product:")) return [];
    const parsed = obligationData.safeParse(data);
    if (!parsed.success) return [];
    return [{ ...parsed.data, product: subject.slice("product:".length), obligation, at, ...(by === undefined ? {} : { by }) }];
  });
}
