// What is so of a component now, and which approvals it ends: they lapse when facts change, not by the calendar.
import { type Approval, approvalsIn, type CaseState, standingOf } from "#decisions";
import type { CaseKind, LapseReason, RecordEntry } from "#program";
import { type AskedResult, statedUses } from "#scan";

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
  // What a registry says of an old version is advice to take a newer one; of the newest it says that the project was given up.
  const archived = found?.health?.deprecated === true && found.health.latest === found.version;
  return {
    ...(found?.license === undefined ? {} : { license: found.license }),
    ...(archived ? { archived } : {}),
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
  return standingOf(approval, { ...presentOf(result, approval.component), ...usedAs(approval, result) }, kind).lapses;
}

/**
 * How it is used now: as the approval says while anything that is known of its product agrees, or nothing is known. What the program says (how deliverables leave the
 * house, what licenses.yaml states of single uses) counts, an ecosystem's usual linkage does not.
 */
function usedAs({ component, product, modified, linkage, distribution }: Approval, { components, uses, program }: AskedResult) {
  const deliverables = program.organization.products.find(({ id }) => id === product)?.deliverables ?? [];
  const used = uses.filter((use) => use.product === product && components[use.component]?.purl === component);
  const ways = deliverables.filter(({ id }) => used.some(({ deliverable }) => deliverable === id)).map((each) => each.distribution);
  const said = statedUses({ program }, used, components);
  return {
    ...now("modified", modified, said.modified),
    ...now("linkage", linkage, said.linkage),
    ...now("distribution", distribution, ways),
  };
}

/** What was approved where that is still so, or nothing else is known; else the first that is so instead. */
function now<K extends string, T>(key: K, approved: T | undefined, present: readonly T[]): { readonly [P in K]?: T } {
  if (approved === undefined) return {};
  const value = present.length === 0 || present.includes(approved) ? approved : present[0];
  return { [key]: value } as { readonly [P in K]?: T };
}
