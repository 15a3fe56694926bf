// record report KIND: a report went out. What the office says of itself every year, and what executives saw, stands on record so that a gap shows.
import { AllmendError, didYouMean, inEnglish } from "#kit";
import type { RecordKind } from "./kind.ts";

/** Reports that are told to somebody. */
const REPORTS = ["executive", "strategy", "policies", "open-source", "conformance", "analysis", "site"];

export const report: RecordKind = {
  id: "report",
  say(id) {
    if (REPORTS.includes(id)) return { subject: "organization", data: {} };
    throw new AllmendError("unknown-report", "not-found", `there is no report "${id}"`, {
      hint: inEnglish(didYouMean(id, REPORTS)) ?? `There are: ${REPORTS.join(", ")}.`,
    });
  },
};
