// A result as the rules of messages and asks see it: what they read more than once is worked out once.
import { type Language, localText } from "#look";
import type { ObjectiveProgress } from "#measures";
import type { Finding } from "#policy";
import type { ScanResult } from "#scan";
import { freshFindings } from "../shared/states.ts";
import type { ReportInput } from "./input.ts";
import { objectivesOf, type Snapshot, snapshotOf } from "./snapshot.ts";

export interface View {
  readonly result: ScanResult;
  readonly language: Language;
  /** Findings that count and that no baseline knows. */
  readonly fresh: readonly Finding[];
  readonly objectives: readonly ObjectiveProgress[];
  /** The strategy holds: what is not reached is behind only then. */
  readonly holds: boolean;
  readonly now: Snapshot;
  readonly before?: Snapshot;
}

export function viewOf({ result, language, against }: ReportInput): View {
  return {
    result,
    language,
    fresh: freshFindings(result),
    objectives: objectivesOf(result),
    holds: isHeld(result),
    now: snapshotOf(result),
    ...(against ? { before: snapshotOf(against) } : {}),
  };
}

/** Whether a strategy is in force: a draft has no objective that anybody could be behind. */
export function isHeld({ program: { strategy } }: ScanResult): boolean {
  return strategy?.state === "in-force" || strategy?.state === "review-due";
}

/** Names of products in the reader's language, few of them; the rest is counted by the caller. */
export function productNames({ result, language }: View, ids: readonly (string | undefined)[]): string {
  const names = new Map(
    result.program.organization.products.map((product) => [product.id, localText(product.name, language) ?? product.id]),
  );
  const told = [...new Set(ids.flatMap((id) => (id === undefined ? [] : (names.get(id) ?? id))))];
  return told.slice(0, 3).join(", ") + (told.length > 3 ? ", …" : "");
}
