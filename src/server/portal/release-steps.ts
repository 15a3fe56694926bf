// The next step of a release, and what stands against it by what is known now: asked of the same machine that takes the step when it is said.
import { advance, isRefusal, type RefusalReason, type Release, type ReleaseState, type ReleaseStep, releaseStates } from "#program";
import { deliveredUses, type Held, inventoryDigest } from "#scan";

/** What is open in the product now. */
export interface OpenNow {
  /** Whether anything of it was read: without, there is nothing to freeze. */
  readonly read: boolean;
  readonly findings: number;
  readonly duties: number;
}

export interface NextStep {
  readonly to: ReleaseState;
  readonly against: readonly { readonly reason: Reason; readonly count: number }[];
}

/** What can be known before a step is said. Files and where they are kept come with it. */
export const reasonsAgainst = [
  "no-inventory",
  "inventory-changed",
  "findings-open",
  "unknown-licences",
  "obligations-open",
] as const satisfies readonly RefusalReason[];
type Reason = (typeof reasonsAgainst)[number];

/** How a figure would be where its guard is met: what else stands against the step is said, too. */
const MET: Readonly<Partial<Record<Reason, Partial<ReleaseStep>>>> = {
  "findings-open": { findingsOpen: 0 },
  "unknown-licences": { unknownLicenses: 0 },
};

/** Whether what a product holds is asked before the next step. */
export function asksInventory({ state }: Release): boolean {
  return state === "planned" || state === "frozen";
}

/** Undefined where its way has ended. */
export function nextStep(release: Release, held: Held, open: OpenNow, at: string): NextStep | undefined {
  const to = releaseStates[releaseStates.indexOf(release.state) + 1];
  if (to === undefined) return undefined;
  const { product } = release;
  const figures = {
    ...(open.read ? { inventory: inventoryDigest(held, product) } : {}),
    findingsOpen: open.findings,
    obligationsOpen: open.duties,
    unknownLicenses: unknownIn(held, product),
  };
  const counts: Partial<Record<Reason, number>> = {
    "findings-open": open.findings,
    "unknown-licences": figures.unknownLicenses,
    "obligations-open": open.duties,
  };
  return { to, against: refusals(release, { to, at, ...figures }).map((reason) => ({ reason, count: counts[reason] ?? 0 })) };
}

function refusals(release: Release, step: ReleaseStep): Reason[] {
  const next = advance(release, step);
  const reason = isRefusal(next) ? reasonsAgainst.find((each) => each === next.refused) : undefined;
  if (reason === undefined) return [];
  const met = MET[reason];
  return [reason, ...(met === undefined ? [] : refusals(release, { ...step, ...met }))];
}

function unknownIn(held: Held, product: string): number {
  const delivered = new Set(deliveredUses(held, product).map(({ component }) => component));
  return [...delivered].filter((index) => held.components[index]?.license === undefined).length;
}
