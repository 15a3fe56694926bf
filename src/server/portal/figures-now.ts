// Figures that change between runs: a result comes from a run, and a run knows neither what is decided here nor since when something is open.
import { agesAsked, limitOf, olderKey } from "#measures";
import { outcomes } from "#program";
import type { ScanResult } from "#scan";
import { findingsStanding, type StandingFindings } from "#store";
import type { Caller } from "../access/caller.ts";
import { seenFigures } from "../access/visible-program.ts";
import type { Deps } from "../deps.ts";
import { withOfficeFlow } from "./office-flow.ts";

type Measures = ScanResult["measures"];
const OPEN_FINDINGS = "compliance.open-findings";

/** The same, as somebody sees it where units are kept apart. */
export async function figuresFor(deps: Deps, result: ScanResult, caller: Caller): Promise<ScanResult> {
  const now = await withFiguresNow(deps, result);
  return { ...now, measures: seenFigures(now, caller) };
}

/** The result with the office's own keys, and with what is open now in place of what was open when it was made. */
export async function withFiguresNow<R extends Pick<ScanResult, "measures" | "program">>(deps: Deps, result: R): Promise<R> {
  const [measures, open] = await Promise.all([withOfficeFlow(deps, result.measures), openNow(deps, result.program)]);
  return { ...result, measures: open.length === 0 ? measures : [...measures.filter(({ measure }) => measure !== OPEN_FINDINGS), ...open] };
}

async function openNow({ database, clock }: Deps, { strategy, organization }: ScanResult["program"]): Promise<Measures> {
  const now = clock().toISOString();
  const ages = agesAsked(strategy).flatMap((age) => {
    const limit = limitOf(age, now);
    return limit === undefined ? [] : [{ age, limit: new Date(limit) }];
  });
  const { groups, since } = await findingsStanding(
    database.sql,
    ages.map(({ limit }) => limit),
  );
  if (since === undefined) return [];
  const subjects = ["organization", ...organization.products.map(({ id }) => `product:${id}`)];
  return subjects.map((subject) => {
    const here = groups.filter(({ product }) => subject === "organization" || subject === `product:${product}`);
    const older = ages.map(({ age, limit }, index) => [olderKey(age), olderThan(here, index, since > limit)] as const);
    const byOutcome = outcomes.map((outcome) => [outcome, sum(here, (one) => (one.outcome === outcome ? one.open : 0))] as const);
    return {
      measure: OPEN_FINDINGS,
      version: 1,
      subject,
      value: sum(here, ({ open }) => open),
      detail: Object.fromEntries([...byOutcome, ...older].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  });
}

/** Null where the office is younger than the age, and something was there when it began: nobody knows how old that is. */
function olderThan(groups: readonly StandingFindings[], index: number, young: boolean): number | null {
  const old = sum(groups, ({ older }) => older[index] ?? 0);
  return old === 0 && young && sum(groups, ({ fromTheFirst }) => fromTheFirst) > 0 ? null : old;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
