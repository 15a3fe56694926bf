// Projects that we depend on: those that the strategy names, and those whose clones were given. And which of the others to clone first.
import { compareText, parsePurl } from "#kit";
import type { Involvement } from "#measures";
import { type Organization, type Product, type Rung, rungs, type UpstreamWish } from "#program";
import { criticalities } from "../criticalities.ts";
import type { ResultComponent, ResultUse } from "../result.ts";
import { withoutVersion } from "../without-version.ts";
import type { Agreement, UpstreamClone } from "./clones.ts";

export interface Upstream {
  /** As the strategy names it; else its address, or the package that we use. */
  readonly project: string;
  /** Id of its clone; absent: none was given. */
  readonly clone?: string;
  /** Where that was cloned from. */
  readonly origin?: string;
  /** Package URLs without version that we use of it. */
  readonly packages: readonly string[];
  readonly products: number;
  readonly uses: number;
  readonly criticality: Product["criticality"];
  readonly wanted?: Rung;
  /** On which rung we stand, and whether that is lower than wanted; absent where it is not known. */
  readonly rung?: Rung;
  readonly below?: boolean;
  readonly license?: string;
  readonly agreement?: Agreement;
  readonly involvement?: Involvement;
  /** One organisation makes nearly all of it and takes copyright assignment; absent where one of the two is not known. */
  readonly singleVendor?: boolean;
}

export interface CloneFirst {
  readonly package: string;
  readonly products: number;
  readonly uses: number;
  readonly criticality: Product["criticality"];
}

export interface Upstreams {
  readonly projects: readonly Upstream[];
  /** Up to twenty packages without a clone, those first on which most depends. */
  readonly cloneFirst: readonly CloneFirst[];
}

interface Inventory {
  readonly organization: Organization;
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
}

const MOST = 20;
/** From this share on, one organisation makes nearly all of a project. */
const NEARLY_ALL = 0.9;

/** Types of JavaScript packages, thousands of them, are one project: DefinitelyTyped. */
function isTypes(purl: string): boolean {
  return purl.startsWith("pkg:npm/%40types/");
}

/** A package that holds the build of another one for one system (`@esbuild/linux-x64`): no project of its own to clone. */
const ONE_PLATFORM =
  /^pkg:npm\/.*(?:aix|android|darwin|freebsd|linux|linuxmusl|netbsd|openbsd|openharmony|sunos|win32|windows)-(?:arm|arm64|armv\d\w?|ia32|x64|x86|x86_64|loong64|mips64el|ppc64|ppc64le|powerpc64le|riscv64|s390x|universal)(?:-(?:gnu|gnueabi|gnueabihf|musl|musleabi|musleabihf|msvc|eabi))?$/;

export function upstreamsOf(inventory: Inventory, wishes: readonly UpstreamWish[], clones: readonly UpstreamClone[]): Upstreams {
  const dependence = new Dependence(inventory);
  const projects = new Map<string, Upstream>();
  const matched = new Set<string>();
  for (const wish of wishes) {
    const clone = clones.find((one) => isSame(wish.project, one));
    if (clone) matched.add(clone.id);
    projects.set(wish.project, upstream(wish.project, clone, wish.wanted, dependence));
  }
  for (const clone of clones) {
    if (matched.has(clone.id)) continue;
    const project = clone.origin ?? clone.packages.find((purl) => dependence.has(purl)) ?? clone.id;
    if (!projects.has(project)) projects.set(project, upstream(project, clone, undefined, dependence));
  }
  const sorted = [...projects.values()].sort((a, b) => dependence.compare(a, b) || compareText(a.project, b.project));
  return { projects: sorted, cloneFirst: dependence.first(new Set(clones.flatMap(({ packages }) => packages))) };
}

function upstream(project: string, clone: UpstreamClone | undefined, wanted: Rung | undefined, dependence: Dependence): Upstream {
  const packages = [...new Set([withoutVersion(project), ...(clone?.packages ?? [])])]
    .filter((purl) => dependence.has(purl))
    .sort(compareText);
  const rung = clone?.involvement.ours?.rung;
  return {
    project,
    packages,
    ...dependence.of(packages),
    ...(wanted === undefined ? {} : { wanted }),
    ...(rung === undefined ? {} : { rung }),
    ...(rung === undefined || wanted === undefined ? {} : { below: rungs.indexOf(rung) < rungs.indexOf(wanted) }),
    ...(clone ? ofClone(clone) : {}),
  };
}

function ofClone({ id, origin, license, agreement, involvement }: UpstreamClone): Partial<Upstream> {
  const { largestShare } = involvement;
  const single = largestShare === null || agreement === undefined ? undefined : largestShare >= NEARLY_ALL && agreement === "required";
  return {
    clone: id,
    ...(origin === undefined ? {} : { origin }),
    ...(license === undefined ? {} : { license }),
    ...(agreement === undefined ? {} : { agreement }),
    involvement,
    ...(single === undefined ? {} : { singleVendor: single }),
  };
}

/** Whether a clone is the project of this package URL or address. */
function isSame(project: string, { origin, packages, id }: UpstreamClone): boolean {
  if (project.startsWith("pkg:")) return packages.includes(withoutVersion(project)) || addressOfPurl(project) === plain(origin ?? "");
  return plain(project) === plain(origin ?? id);
}

/** pkg:github/owner/name is an address. */
function addressOfPurl(purl: string): string | undefined {
  const parsed = parsePurl(purl);
  const host = { github: "github.com", bitbucket: "bitbucket.org", gitlab: "gitlab.com" }[parsed?.type ?? ""];
  return host && parsed?.namespace ? `${host}/${parsed.namespace}/${parsed.name}`.toLowerCase() : undefined;
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^[a-z+]+:\/\/(?:www\.)?/, "")
    .replace(/(?:\.git)?\/*$/, "");
}

type Sum = Pick<CloneFirst, "products" | "uses" | "criticality">;

/** How much depends on packages, by package URL without version. */
class Dependence {
  readonly #byPackage = new Map<string, { products: ReadonlySet<string>; uses: number; isShipped: boolean }>();
  readonly #levels: ReadonlyMap<string, number>;

  constructor({ organization, components, uses }: Inventory) {
    this.#levels = new Map(organization.products.map(({ id, criticality }) => [id, criticalities.indexOf(criticality)]));
    const sets = new ProductSets();
    const names = components.map(({ purl }) => withoutVersion(purl));
    for (const { component, product, scope } of uses) {
      const name = names[component] as string;
      const known = this.#byPackage.get(name) ?? { products: NONE, uses: 0, isShipped: false };
      if (known.uses === 0) this.#byPackage.set(name, known);
      known.uses += 1;
      known.isShipped ||= scope !== "development";
      if (product !== undefined && !known.products.has(product)) known.products = sets.with(known.products, product);
    }
  }

  has(purl: string): boolean {
    return this.#byPackage.has(purl);
  }

  of(packages: readonly string[]): Sum {
    const found = packages.flatMap((purl) => this.#byPackage.get(purl) ?? []);
    const products = new Set(found.flatMap((one) => [...one.products]));
    const level = Math.max(0, ...[...products].map((product) => this.#levels.get(product) ?? 0));
    return { products: products.size, uses: found.reduce((sum, one) => sum + one.uses, 0), criticality: criticalities[level] ?? "unknown" };
  }

  #ofOne(purl: string): Sum {
    const { products, uses } = this.#byPackage.get(purl) ?? { products: NONE, uses: 0 };
    let level = 0;
    for (const product of products) level = Math.max(level, this.#levels.get(product) ?? 0);
    return { products: products.size, uses, criticality: criticalities[level] ?? "unknown" };
  }

  /** By the most critical product, then products, then uses: the most first. */
  compare(a: Sum, b: Sum): number {
    const level = ({ criticality }: Sum) => criticalities.indexOf(criticality);
    return level(b) - level(a) || b.products - a.products || b.uses - a.uses;
  }

  /** Of equally critical ones, what reaches users goes before tools of the build. */
  first(cloned: ReadonlySet<string>): CloneFirst[] {
    const critical = ({ criticality }: Sum) => criticalities.indexOf(criticality);
    const shipped = (purl: string) => Number(this.#byPackage.get(purl)?.isShipped);
    const order = (a: CloneFirst, b: CloneFirst) =>
      critical(b) - critical(a) || shipped(b.package) - shipped(a.package) || this.compare(a, b) || compareText(a.package, b.package);
    const best: CloneFirst[] = [];
    let types: CloneFirst | undefined;
    for (const purl of this.#byPackage.keys()) {
      if (cloned.has(purl) || ONE_PLATFORM.test(purl)) continue;
      const one = { package: purl, ...this.#ofOne(purl) };
      if (!isTypes(purl)) keepBest(best, one, order);
      else if (!types || order(one, types) < 0) types = one;
    }
    if (types) keepBest(best, types, order);
    return best;
  }
}

/** `best`: the first of all so far. To sort everything for them would take a second of a large inventory. */
function keepBest(best: CloneFirst[], one: CloneFirst, order: (a: CloneFirst, b: CloneFirst) => number): void {
  const last = best[MOST - 1];
  if (last && order(one, last) >= 0) return;
  const at = best.findIndex((other) => order(one, other) < 0);
  best.splice(at < 0 ? best.length : at, 0, one);
  if (best.length > MOST) best.pop();
}

const NONE: ReadonlySet<string> = new Set();

/** Most packages stand in one product: those of the same one share a set. */
class ProductSets {
  readonly #ofOne = new Map<string, ReadonlySet<string>>();

  with(known: ReadonlySet<string>, product: string): ReadonlySet<string> {
    if (known.size > 1) return (known as Set<string>).add(product);
    if (known.size === 1) return new Set([...known, product]);
    const alone = this.#ofOne.get(product) ?? new Set([product]);
    this.#ofOne.set(product, alone);
    return alone;
  }
}
