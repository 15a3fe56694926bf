// Whose delivery it is: products, and repositories that belong to none. Exports name products, repositories, addresses, or only a commit.
import { commitOfId, type Deployment, type History, type Incident } from "#facts";

export interface DeliveryUnit {
  /** `product:ID` or `repository:ID`. */
  readonly subject: string;
  /** Id and names of the product; empty for a repository. */
  readonly names: readonly string[];
  readonly repositories: readonly UnitRepository[];
}

export interface UnitRepository {
  readonly id: string;
  readonly origin?: string;
}

/** Finds units by what others call them. */
export class UnitIndex {
  readonly #units: readonly DeliveryUnit[];
  readonly #byName = new Map<string, DeliveryUnit[]>();

  constructor(units: readonly DeliveryUnit[]) {
    this.#units = units;
    for (const unit of units) {
      for (const name of new Set([unit.subject, ...unit.names, ...unit.repositories.flatMap(namesOf)].map(plain))) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), unit]);
      }
    }
  }

  /** The units of this name: several where products share a repository. */
  named(name: string): readonly DeliveryUnit[] {
    return this.#byName.get(plain(name)) ?? this.#byName.get(plain(addressOf(name))) ?? [];
  }

  /** Of all units; the only one, where there is one. */
  get only(): DeliveryUnit | undefined {
    return this.#units.length === 1 ? this.#units[0] : undefined;
  }

  get all(): readonly DeliveryUnit[] {
    return this.#units;
  }
}

export interface Assigned<T> {
  readonly byUnit: ReadonlyMap<string, readonly T[]>;
  /** Belong to nothing that was found. */
  readonly nobodys: readonly T[];
}

/** Deployments by unit: by product, by repository, by the history that holds their commit, or the only unit that there is. */
export function assignDeployments(
  deployments: readonly Deployment[],
  index: UnitIndex,
  histories: readonly History[],
): Assigned<Deployment> {
  return assign(deployments, (deployment) => {
    const names = [deployment.product, ...deployment.commits.map(({ repository }) => repository)].filter((name) => name !== undefined);
    const known = names.flatMap((name) => index.named(name));
    // A product that nobody knows is told; a repository may be called otherwise elsewhere, and its commits still say which it is.
    if (known.length > 0 || deployment.product !== undefined) return known;
    const shas = deployment.commits.flatMap(({ sha }) => sha ?? []);
    const holding = histories
      .filter((history) => shas.some((sha) => commitOfId(history, sha) >= 0))
      .flatMap(({ repository }) => index.named(repository));
    return holding.length > 0 ? holding : perhaps(deployment.perhaps, names.length > 0, index);
  });
}

export function assignIncidents(incidents: readonly Incident[], index: UnitIndex, deployed: Assigned<Deployment>): Assigned<Incident> {
  return assign(incidents, (incident) => {
    const names = [incident.product, incident.repository].filter((name) => name !== undefined);
    const known = names.flatMap((name) => index.named(name));
    if (known.length > 0 || incident.product !== undefined) return known;
    const causes = new Set(incident.causes);
    const caused = [...deployed.byUnit].filter(([, list]) =>
      list.some(({ id, commits }) => causes.has(id) || commits.some(({ sha = "", tag = "" }) => causes.has(sha) || causes.has(tag))),
    );
    const units = caused.flatMap(([subject]) => index.all.filter((unit) => unit.subject === subject));
    return units.length > 0 ? units : perhaps(incident.perhaps, names.length > 0, index);
  });
}

/** By a component, a label or an address; else the only unit, unless another was named. */
function perhaps(names: readonly string[] = [], named: boolean, index: UnitIndex): DeliveryUnit | readonly DeliveryUnit[] {
  const found = names.flatMap((name) => index.named(name));
  return found.length > 0 || named ? found : (index.only ?? []);
}

function assign<T>(items: readonly T[], unitsOf: (item: T) => DeliveryUnit | readonly DeliveryUnit[]): Assigned<T> {
  const byUnit = new Map<string, T[]>();
  const nobodys: T[] = [];
  for (const item of items) {
    const units = new Set([unitsOf(item)].flat());
    if (units.size === 0) nobodys.push(item);
    for (const { subject } of units) {
      const list = byUnit.get(subject);
      if (list) list.push(item);
      else byUnit.set(subject, [item]);
    }
  }
  return { byUnit, nobodys };
}

function namesOf({ id, origin }: UnitRepository): string[] {
  return [id, `repository:${id}`, id.slice(id.lastIndexOf("/") + 1), ...(origin === undefined ? [] : [origin, addressOf(origin)])];
}

/** What follows a repository in the addresses of its entries. */
const ENTRY = /\/(?:-|issues|pull|releases|deployments|commit|tree|actions)\//;

/** `owner/name` of an address such as `https://github.com/owner/name.git`, `git@host:owner/name`, `…/owner/name/-/tree/main`, `https://api.github.com/repos/owner/name`, or a reference `owner/name#12`. */
function addressOf(address: string): string {
  const path = address
    .replace(/^[a-z+]+:\/\/[^/]+\//i, "")
    .replace(/^[^@\s/]+@[^:/]+:/, "")
    .replace(/^(?:api\/v3\/)?repos\//, "");
  return (path.split(ENTRY)[0] ?? path).replace(/#\d+$/, "").replace(/\.git$/, "");
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
