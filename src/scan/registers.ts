// What the office's registers say, as facts. A register that is not there says nothing: its facts stay unknown, with that reason.
import { type Agreements, PurlIndex } from "#policy";
import { coverageOf, isInForce, type Program, type Registers } from "#program";
import type { Facts } from "#facts";
import { daysBetween, type ScanContext } from "./context.ts";
import { withoutVersion } from "./without-version.ts";

type Values = NonNullable<Facts[string]>;

/** The namespace `registers`; undefined where no register is there. */
export function registerFacts({ program, now }: Pick<ScanContext, "program" | "now">): Values | undefined {
  const { registers } = program;
  if (!registers) return undefined;
  const { catalogue, owners, forks, agreements, training, events } = registers;
  return {
    ...(catalogue ? { catalogue: catalogue.components?.length ?? 0 } : {}),
    ...(owners ? { owners: new Set(owners.owners.map(({ component }) => withoutVersion(component))).size } : {}),
    ...(forks ? { forks: forks.forks.length, forksWithoutPlan: forksWithoutPlan(forks, now) } : {}),
    ...(agreements ? { agreementsOnFile: Object.values(agreements.agreements).filter((each) => isInForce(each, now)).length } : {}),
    ...(training ? { training: Object.keys(training.trainings).length } : {}),
    ...(events ? { events: Object.keys(events.events).length } : {}),
  };
}

function forksWithoutPlan({ forks }: NonNullable<Registers["forks"]>, now: string): string[] {
  return forks
    .filter(({ plan, review }) => plan === undefined && (review === undefined || daysBetween(now, review) < 0))
    .map(({ upstream }) => upstream);
}

/** Facts of the organisation itself. */
export function organizationRegisterFacts({ program }: Pick<ScanContext, "program">): Values {
  const { catalogue, memberships, collaborations, training } = program.registers ?? {};
  const members = Object.entries(memberships?.memberships ?? {});
  return {
    ...(catalogue ? { trustedSources: (catalogue["trusted-sources"] ?? []).map(({ name }) => name) } : {}),
    ...(memberships ? { memberships: members.length } : {}),
    ...(memberships
      ? { membershipsWithoutOwner: members.filter(([, each]) => each.owner === undefined || each.case === undefined).map(([id]) => id) }
      : {}),
    ...(collaborations ? { collaborations: Object.keys(collaborations.collaborations).length } : {}),
    ...(training ? trainedShare(training, program) : {}),
  };
}

/** Of the people whom organization.yaml names; none where it names nobody. */
function trainedShare({ trainings }: NonNullable<Registers["training"]>, { organization }: Program): Values {
  const people = peopleOf(organization);
  const trained = new Set(
    Object.values(trainings).flatMap(({ evidence }) => evidence.filter(({ result }) => result === "passed").map(({ person }) => person)),
  );
  return people.length === 0 ? {} : { trainedShare: people.filter((person) => trained.has(person)).length / people.length };
}

/** Facts of a product; `used` says whether it has a component of that range already. */
export function productRegisterFacts(
  product: string,
  { program, now }: Pick<ScanContext, "program" | "now">,
  used: (range: string) => boolean = () => false,
): Values {
  const { agreements, catalogue } = program.registers ?? {};
  const gives = Object.values(agreements?.agreements ?? {}).some(
    (each) =>
      each.direction === "inbound" &&
      each.relicensing === true &&
      isInForce(each, now) &&
      (each.products === undefined || each.products.includes(product)),
  );
  return {
    ...(agreements ? { inboundRights: gives } : {}),
    ...(catalogue
      ? {
          alternativesInvestigated: (catalogue.investigations ?? []).some((each) => each.product === product),
          approvedAlternatives: (catalogue.components ?? [])
            .filter(({ state, replaces = [], component }) => state === "approved" && replaces.includes(product) && !used(component))
            .map(({ component }) => component),
        }
      : {}),
  };
}

/** Facts of a component, for a product or for none. */
export function componentRegisters({
  program,
  now,
}: Pick<ScanContext, "program" | "now">): (purl: string, product: string | undefined) => Values {
  const { catalogue, owners, forks, support } = program.registers ?? {};
  const byCatalogue = new PurlIndex(catalogue?.components ?? [], ({ component }) => component);
  const byOwner = new PurlIndex(owners?.owners ?? [], ({ component }) => component);
  const bySupport = new PurlIndex(support?.support ?? [], ({ component }) => component);
  const forked = new Set(forks?.forks.map(({ upstream }) => upstream));
  return (purl, product) => {
    const [entry] = byCatalogue.holding(purl);
    const owned = byOwner.holding(purl);
    const own =
      owned.find((each) => each.product !== undefined && each.product === product) ?? owned.find((each) => each.product === undefined);
    const [plan] = bySupport.holding(purl);
    return {
      // What is in use and not written down is known, and no more than that.
      ...(catalogue ? { catalogue: entry?.state ?? "known" } : {}),
      ...(entry?.evaluated === undefined ? {} : { evaluatedDays: daysBetween(entry.evaluated, now) }),
      ...(owners ? { owner: own?.owner ?? "" } : {}),
      ...(forks ? { forked: forked.has(withoutVersion(purl)) } : {}),
      ...(plan ? { supportPlan: plan.plan } : {}),
    };
  };
}

/** Whether somebody who answers for a component said so in the last year; undefined without a register of owners. */
export function confirmedOwners({
  program,
  components,
  now,
}: Pick<ScanContext, "program" | "components" | "now">): ((component: number, product: string | undefined) => boolean) | undefined {
  const { owners } = program.registers ?? {};
  if (!owners) return undefined;
  const index = new PurlIndex(owners.owners, ({ component }) => component);
  return (component, product) =>
    index.holding(components[component]?.purl ?? "").some(({ product: only, confirmed }) => {
      const age = confirmed === undefined ? Number.NaN : daysBetween(confirmed, now);
      return (only === undefined || only === product) && age >= 0 && age <= 365;
    });
}

/** How many different owners and deputies a component has for a product; undefined without a register of owners. */
export function ownersOf({
  program,
  components,
}: Pick<ScanContext, "program" | "components">): ((component: number, product: string | undefined) => number) | undefined {
  const { owners } = program.registers ?? {};
  if (!owners) return undefined;
  const index = new PurlIndex(owners.owners, ({ component }) => component);
  return (component, product) => {
    const here = index.holding(components[component]?.purl ?? "").filter((each) => each.product === undefined || each.product === product);
    return new Set(here.flatMap(({ owner, deputy }) => [owner, ...(deputy === undefined ? [] : [deputy])])).size;
  };
}

/** People of the organisation's teams. */
export function peopleOf({ teams }: Program["organization"]): string[] {
  return [...new Set(teams.flatMap(({ lead, members }) => [...(lead === undefined ? [] : [lead]), ...members]))];
}

/** Whether products of one component may have different owners. */
export function ownersDiffer({ program }: Pick<ScanContext, "program">): boolean {
  return program.registers?.owners?.owners.some(({ product }) => product !== undefined) ?? false;
}

/** `registers.agreements.covers(person, upstream)`; the person as an id, an address or a login. */
export function agreementsOf({ registers }: Pick<Program, "registers">, now: string): { readonly agreements?: Agreements } {
  if (!registers?.agreements) return {};
  return {
    agreements: {
      covers: (person, project) =>
        coverageOf(
          registers,
          { person, login: person, ...(person.includes("@") ? { email: person } : {}) },
          {
            direction: "outbound",
            about: project,
            on: now,
          },
        ) !== undefined,
    },
  };
}
