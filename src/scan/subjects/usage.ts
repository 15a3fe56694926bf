// One subject per use of a component in a deliverable. Facts that many uses share are one object, so that memory follows what differs.
import { type Evidence, type Facts, type Subject, libyearsOf } from "#facts";
import { isPrerelease, parsePurl } from "#kit";
import type { Place } from "../assign.ts";
import { daysBetween, type ScanContext } from "../context.ts";
import type { ResultComponent, ResultUse } from "../result.ts";
import { usageId } from "../usage-id.ts";
import { withoutVersion } from "../without-version.ts";
import { givenLicense } from "../conclude.ts";
import { bothLicenses } from "./both-licenses.ts";
import { lifecycleFacts } from "../imports/lifecycles.ts";
import { scorecardFact } from "../imports/scorecards.ts";
import { approvedUses } from "../approved.ts";
import { componentRegisters, ownersDiffer, registerFacts } from "../registers.ts";
import { organizationFacts } from "./organization.ts";
import { type ObligationBook, obligationBook } from "../obligations/derive.ts";
import { compatibilityBook, type CompatibilityOfUse } from "../obligations/compatibility.ts";
import { type UsesOf, usesOf } from "../obligations/statements.ts";
import { productFacts } from "./product.ts";
import { repositoryFacts } from "./repository.ts";

type Values = NonNullable<Facts[string]>;

/** Lazily, because a large organisation has a million of them. */
export function* usageSubjects(context: ScanContext): Generator<Subject> {
  const shared = sharedFacts(context);
  for (const use of context.uses) {
    const component = context.components[use.component];
    if (component) yield usageSubject(use, component, shared);
  }
}

/** Facts by what they are about, made once. */
interface Shared {
  readonly organization: Values;
  readonly registers: Values | undefined;
  readonly approved: ReturnType<typeof approvedUses>;
  /** Made for those that are asked about: a question about one component meets few of a thousand. */
  readonly repository: (id: string) => Values | undefined;
  readonly product: ReadonlyMap<string, Values>;
  readonly deliverable: ReadonlyMap<string, Values>;
  readonly component: (component: ResultComponent, index: number, product: string | undefined) => Values;
  readonly usesOf: UsesOf;
  readonly book: ObligationBook;
  readonly compatible: CompatibilityOfUse;
}

function sharedFacts(context: ScanContext): Shared {
  const places: Place[] = [...context.places.values()].flat();
  const spread = componentSpread(context);
  const health = upstreamHealth(context);
  const registered = componentRegisters(context);
  const owned = ownersDiffer(context);
  const made = new Map<string, Values>();
  return {
    usesOf: usesOf(context),
    book: obligationBook(context),
    compatible: compatibilityBook(context),
    organization: organizationFacts(context),
    registers: registerFacts(context),
    approved: approvedUses(context.program, context.now),
    repository: repositoryById(context),
    product: new Map(context.organization.products.map((product) => [product.id, productFacts(product, context)])),
    deliverable: new Map(
      places.map(({ product, deliverable }) => [
        `${product.id}/${deliverable.id}`,
        { id: deliverable.id, kind: deliverable.kind ?? "", distribution: deliverable.distribution },
      ]),
    ),
    component(component, index, product) {
      // What a product said of a vulnerability, and who owns a component in it, holds for itself.
      const key = owned || context.vulnerabilities.differs(index) ? `${index} ${product ?? ""}` : String(index);
      const known = made.get(key);
      if (known) return known;
      const values = {
        ...componentFacts(component, spread(component, index), context.now),
        ...health(component),
        ...context.vulnerabilities.of(index, product),
        ...scorecardFact(component.purl, context),
        ...lifecycleFacts(component.purl, context),
        ...registered(component.purl, product),
      };
      made.set(key, values);
      return values;
    },
  };
}

function repositoryById(context: ScanContext): (id: string) => Values | undefined {
  const byId = new Map(context.repositories.map((found) => [found.id, found]));
  return (id) => {
    const found = byId.get(id);
    return found && repositoryFacts(found, context);
  };
}

/** What the history of its upstream says, by package. */
function upstreamHealth({ upstreams }: ScanContext): (component: ResultComponent) => Values {
  const byPackage = new Map(upstreams.projects.flatMap((project) => project.packages.map((purl) => [purl, project] as const)));
  return ({ purl }) => {
    const project = byPackage.get(withoutVersion(purl));
    return { absenceFactor: project?.involvement?.absenceFactor ?? undefined, singleVendor: project?.singleVendor };
  };
}

function usageSubject(use: ResultUse, component: ResultComponent, shared: Shared): Subject {
  const place = use.product === undefined ? undefined : `${use.product}/${use.deliverable}`;
  const product = use.product === undefined ? undefined : shared.product.get(use.product);
  const deliverable = place === undefined ? undefined : shared.deliverable.get(place);
  return {
    kind: "usage",
    id: usageId(use, component),
    label: component.version ? `${component.name} ${component.version}` : component.name,
    ...(use.product === undefined ? {} : { product: use.product }),
    facts: {
      organization: shared.organization,
      ...(shared.registers ? { registers: shared.registers } : {}),
      ...(product ? { product } : {}),
      ...(deliverable ? { deliverable } : {}),
      repository: shared.repository(use.repository),
      component: componentInUse(use, component, deliverable, shared),
      use: useFacts(use, component, shared),
    },
    evidence: {
      "": use.manifests.map((manifest): Evidence => ({ repository: use.repository, ...manifest })),
      ...(component.licenseDiffers === true ? { "component.licenseDiffers": bothLicenses(use, component) } : {}),
    },
  };
}

/** A decision names a use, so whether there is one differs between the uses of a component. */
function componentInUse(use: ResultUse, component: ResultComponent, deliverable: Values | undefined, shared: Shared): Values {
  const facts = shared.component(component, use.component, use.product);
  if (!shared.approved) return facts;
  const { modified, linkage } = shared.usesOf(use, component);
  const approved = shared.approved(component.purl, {
    modified,
    linkage,
    ...(component.license === undefined ? {} : { license: component.license }),
    ...(use.product === undefined ? {} : { product: use.product }),
    ...(typeof deliverable?.distribution === "string" ? { distribution: deliverable.distribution } : {}),
    ...(typeof facts.exploited === "boolean" ? { exploited: facts.exploited } : {}),
    ...(typeof facts.archived === "boolean" ? { archived: facts.archived } : {}),
  });
  return { ...facts, approved };
}

function componentFacts(component: ResultComponent, spread: { versions: number; products: number }, now: string): Values {
  const namespace = parsePurl(component.purl)?.namespace ?? "";
  return {
    purl: component.purl,
    type: component.type,
    namespace,
    name: namespace ? component.name.slice(namespace.length + 1) : component.name,
    version: component.version,
    ...licenseFacts(component),
    ...healthFacts(component, now),
    pinned: component.pinned,
    source: component.source ?? "registry",
    integrity: component.integrity !== undefined,
    versionsInUse: spread.versions,
    products: spread.products,
    ...(component.version
      ? { prerelease: isPrerelease(component.type, component.version), zeroVersion: /^v?0([.\-+]|$)/.test(component.version) }
      : {}),
  };
}

/** What a registry said: it is asked only on request. */
function healthFacts({ health }: ResultComponent, now: string): Values {
  if (!health) return {};
  const { published, latest, latestPublished, deprecated, withdrawn, maintainers } = health;
  return {
    latest,
    deprecated,
    withdrawn,
    maintainers,
    libyears: libyearsOf(health),
    versionDays: published === undefined ? undefined : daysBetween(published, now),
    latestDays: latestPublished === undefined ? undefined : daysBetween(latestPublished, now),
  };
}

/** Rules are given what the files say: they conclude by the curations themselves, and say so in their findings. */
function licenseFacts(component: ResultComponent): Values {
  const { license, notion } = givenLicense(component);
  const differs = component.licenseDiffers === undefined ? {} : { licenseDiffers: component.licenseDiffers };
  return license === undefined ? { licenseNotion: "none", ...differs } : { license, licenseNotion: notion, ...differs };
}

function useFacts(use: ResultUse, component: ResultComponent, { usesOf, book, compatible }: Shared): Values {
  const { place, modified, linkage } = usesOf(use, component);
  const open = book.open(use, component);
  const together = compatible(use, component);
  return {
    scope: use.scope,
    ...(use.direct === undefined ? {} : { direct: use.direct }),
    ...(use.path ? { depth: use.path.length, path: use.path } : {}),
    place,
    modified,
    linkage,
    manifests: use.manifests.length,
    ...(together?.compatible === undefined ? {} : { compatible: together.compatible }),
    ...(together === undefined ? {} : { compatibility: together.reason }),
    ...(open === undefined ? {} : { obligationsOpen: open }),
  };
}

/** In how many versions, and in how many products, a component is used. */
function componentSpread(context: ScanContext): (component: ResultComponent, index: number) => { versions: number; products: number } {
  const versions = new Map<string, number>();
  for (const component of context.components) {
    const name = withoutVersion(component.purl);
    versions.set(name, (versions.get(name) ?? 0) + 1);
  }
  const products = new Map<number, Set<string>>();
  for (const use of context.uses) {
    const set = products.get(use.component);
    if (set) set.add(use.product ?? "");
    else products.set(use.component, new Set([use.product ?? ""]));
  }
  return (component, index) => ({ versions: versions.get(withoutVersion(component.purl)) ?? 1, products: products.get(index)?.size ?? 0 });
}
