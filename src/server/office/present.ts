// What is so of a component now, and which approvals it ends: they lapse when facts change, not by the calendar.
import { approvalsIn, type CaseState, standingOf } from "#decisions";
import type { CaseKind, LapseReason, RecordEntry } from "#program";
import type { AskedResult } from "#scan";

export interface PresentComponent {
  readonly license?: string;
  readonly archived?: boolean;
  readonly exploited?: boolean;
}

/** Only what a run has seen; that nothing is known of an exploit is no knowledge that there is none. */
export function presentOf(result: AskedResult, purl: string): PresentComponent {
  const found = result.components.find((component) => component.purl === purl);
  const exploited = result.vulnerabilities.some(
    ({ exploited: known, affects }) =>
      known !== undefined && affects.some(({ component, open }) => open && result.components[component]?.purl === purl),
  );
  const archived = found?.health?.deprecated;
  return {
    ...(found?.license === undefined ? {} : { license: found.license }),
    ...(archived === true ? { archived } : {}),
    ...(exploited ? { exploited } : {}),
  };
}

/** Facts that were known when it was approved do not end it. */
export function acceptedIn({ archived, exploited }: PresentComponent): string[] {
  return [...(archived ? ["archived"] : []), ...(exploited ? ["exploited"] : [])];
}

/** What ends the approval that a case gave; nothing where it holds. */
export function lapsesOf(
  kind: CaseKind,
  state: CaseState,
  records: readonly RecordEntry[],
  result: AskedResult,
  now: string,
): readonly LapseReason[] {
  const [approval] = approvalsIn(
    records.filter(({ id }) => id === state.id),
    now,
  );
  if (!approval) return [];
  const present = presentOf(result, approval.component);
  // How it is used is what the case says: a run that sees it otherwise is a finding of its own.
  const { modified, linkage, distribution } = approval;
  const used = {
    ...(modified === undefined ? {} : { modified }),
    ...(linkage === undefined ? {} : { linkage }),
    ...(distribution === undefined ? {} : { distribution }),
  };
  return standingOf(approval, { ...present, ...used }, kind).lapses;
}
