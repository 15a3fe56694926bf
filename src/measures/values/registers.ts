// Figures of what the office wrote down itself: K-03, K-07 with two owners each, K-51, K-52, K-57. A register that is not there gives none.
import { SMALLEST_GROUP } from "../community/organizations.ts";
import { componentsByProduct, share, subjectOf } from "./by-product.ts";
import type { Figure, Formula, MeasureInput } from "./types.ts";

const YEAR = 365 * 86_400_000;
const ORGANIZATION = "organization";

/** Whether a day lies in the year before now. */
function isRecent(day: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(day);
  return age >= 0 && age <= YEAR;
}

function withoutSource(subject: string): Figure {
  return { subject, value: null, reason: "no-source" };
}

export const alternativesInvestigated: Formula = {
  measure: "consumption.alternatives-investigated",
  compute({ registers, products, now }) {
    if (!registers?.catalogue) return [withoutSource(ORGANIZATION)];
    const looked = new Set((registers.catalogue.investigations ?? []).filter(({ on }) => isRecent(on, now)).map(({ product }) => product));
    return [share(ORGANIZATION, products.filter(({ id }) => looked.has(id)).length, products.length)];
  },
};

export const ownerCoverage: Formula = {
  measure: "consumption.owner-coverage",
  compute: (input) => inProduction(input, input.confirmedOwner),
};

export const twoOwners: Formula = {
  measure: "consumption.two-owners",
  compute: (input) => {
    const { ownersOf } = input;
    return inProduction(input, ownersOf && ((component, product) => ownersOf(component, product) >= 2));
  },
};

/** Of the components in production, by product and together, the share for which something holds. */
function inProduction(input: MeasureInput, holds: ((component: number, product: string | undefined) => boolean) | undefined): Figure[] {
  const uses = input.uses.filter(({ scope }) => scope === "production");
  return [...componentsByProduct({ ...input, uses })].map(([product, components]) => {
    const subject = subjectOf(product);
    if (!holds) return withoutSource(subject);
    const used = new Set(uses.filter((use) => product === "" || use.product === product).map(({ component }) => component));
    const shipped = components.filter((component) => used.has(component));
    return share(subject, shipped.filter((component) => holds(component, product === "" ? undefined : product)).length, shipped.length);
  });
}

export const trainedShare: Formula = {
  measure: "culture.trained-share",
  compute({ registers, people = [], now }) {
    if (!registers?.training) return [withoutSource(ORGANIZATION)];
    const evidence = Object.values(registers.training.trainings).flatMap((training) => training.evidence);
    const trained = new Set(evidence.filter(({ on }) => isRecent(on, now)).map(({ person }) => person));
    if (people.length > 0 && people.length < SMALLEST_GROUP)
      return [{ subject: ORGANIZATION, value: null, of: people.length, reason: "group-too-small" }];
    return [share(ORGANIZATION, people.filter((person) => trained.has(person)).length, people.length)];
  },
};

export const talksAndEvents: Formula = {
  measure: "culture.talks-and-events",
  compute({ registers, now }) {
    if (!registers?.events) return [withoutSource(ORGANIZATION)];
    const recent = Object.values(registers.events.events).filter(({ on }) => isRecent(on, now));
    const kinds = Map.groupBy(recent, ({ kind }) => kind);
    return [{ subject: ORGANIZATION, value: recent.length, detail: sorted([...kinds].map(([kind, list]) => [kind, list.length])) }];
  },
};

export const spendPerObjective: Formula = {
  measure: "executive.spend-per-objective",
  compute({ registers }) {
    if (!registers?.memberships) return [withoutSource(ORGANIZATION)];
    const { memberships = {}, sponsorships = {} } = registers.memberships;
    const paid = [...Object.values(memberships), ...Object.values(sponsorships)].flatMap(({ cost, objective }) =>
      cost ? [{ ...cost, objective: objective ?? "none" }] : [],
    );
    const currencies = new Set(paid.map(({ currency }) => currency));
    const [currency] = currencies;
    if (currency === undefined) return [{ subject: ORGANIZATION, value: null, of: 0, reason: "nothing-to-measure" }];
    if (currencies.size > 1) return [{ subject: ORGANIZATION, value: null, of: paid.length, reason: "several-currencies" }];
    const sum = (list: typeof paid) => list.reduce((total, { amount }) => total + amount, 0);
    const byObjective = [...Map.groupBy(paid, ({ objective }) => objective)].map(([objective, list]): [string, number] => [
      objective,
      sum(list),
    ]);
    return [{ subject: ORGANIZATION, value: sum(paid), of: paid.length, detail: { ...sorted(byObjective), currency } }];
  },
};

function sorted(entries: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
