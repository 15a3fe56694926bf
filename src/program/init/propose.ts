// A proposal of products, deliverables and owners from what is there, so that nobody types a list that exists.
// The table of products counts most, then the catalogue, then folders and names of repositories.
import { compareText, type Problem, sortBy, textOfTable } from "#kit";
import { idFrom } from "../load/organization.ts";
import { type Catalog, type CatalogComponent, readCatalog } from "./backstage.ts";
import { ownerByCodeowners } from "./codeowners.ts";
import { type CsvProduct, readProductTable } from "./csv/products.ts";
import type { FoundRepository, Proposal, ProposedDeliverable, ProposedProduct, ProposedTeam } from "./found.ts";
import { groupRepositories } from "./group.ts";
import { type PublicCode, readPubliccode } from "./publiccode.ts";
import { signalOf } from "./signals/index.ts";

export interface ProposeInput {
  readonly repositories: readonly FoundRepository[];
  /** A table of products, and its name for messages. */
  readonly table?: { readonly file: string; readonly content: string | Uint8Array };
}

export interface Proposed {
  readonly proposal: Proposal;
  /** What is not understood in the table, with row and column. */
  readonly problems: readonly Problem[];
}

/** What is known of one repository. */
interface Known {
  readonly repository: FoundRepository;
  readonly signal: Awaited<ReturnType<typeof signalOf>>;
  readonly owner?: string;
  readonly component?: CatalogComponent;
  readonly publicCode?: PublicCode;
}

export async function propose({ repositories, table }: ProposeInput): Promise<Proposed> {
  const catalog = await readCatalog(repositories);
  const known = new Map<string, Known>();
  for (const repository of sortBy(repositories, ({ id }) => id)) known.set(repository.id, await lookAt(repository, catalog));
  const read = table ? readProductTable(table.file, textOfTable(table.content)) : { products: [], problems: [] };
  const rest = new Set([...known.keys()].filter((id) => !isMeta(id)));
  const fromTable = read.products.map((product) => productOfTable(product, known, rest));
  const products = [
    ...fromTable,
    ...productsOfCatalog(catalog, known, rest),
    ...groupRepositories([...rest], (id) => forgeOf(known.get(id)?.repository.origin)).map((group) =>
      productOf(group.id, group.repositories, group.because, known),
    ),
  ];
  const unique = withUniqueIds(products);
  return {
    proposal: {
      ...organizationOf(known),
      forges: forgesOf(repositories),
      units: unitsOf(read.products, catalog),
      teams: teamsOf(unique, catalog),
      products: unique,
      leftOut: [...known.keys()].filter(isMeta).map((repository) => ({ repository, because: "it is about the organisation itself" })),
    },
    problems: read.problems,
  };
}

/** `.github`, `.gitlab-profile`: about the organisation, not one of its products. */
function isMeta(id: string): boolean {
  return id.slice(id.lastIndexOf("/") + 1).startsWith(".");
}

async function lookAt(repository: FoundRepository, catalog: Catalog): Promise<Known> {
  const [signal, owner, publicCode] = [await signalOf(repository), await ownerByCodeowners(repository), await readPubliccode(repository)];
  const component = catalog.components.find((candidate) => candidate.repository === repository.id);
  return {
    repository,
    signal,
    ...(owner === undefined ? {} : { owner }),
    ...(component ? { component } : {}),
    ...(publicCode ? { publicCode } : {}),
  };
}

function productOfTable(row: CsvProduct, known: ReadonlyMap<string, Known>, rest: Set<string>): ProposedProduct {
  const parts = row.parts.map((part) => ({ ...part, repositories: part.repositories.map((name) => matching(name, known) ?? name) }));
  const repositories = parts.flatMap((part) => part.repositories);
  for (const id of repositories) rest.delete(id);
  const deliverables = parts.flatMap((part): ProposedDeliverable[] => {
    if (part.repositories.length === 0) return [];
    const derived = deliverablesOf(part.repositories, known);
    if (part.distribution === undefined && part.deliverable === undefined) return derived;
    const [first] = derived;
    const kind = part.kind ?? first?.kind ?? "code";
    return [
      {
        id: idFrom(part.deliverable ?? kind),
        kind,
        distribution: part.distribution ?? first?.distribution ?? "internal",
        repositories: part.repositories,
        because: ["the table"],
      },
    ];
  });
  const owner = row.owner ?? majority(repositories.flatMap((id) => ownerOf(known.get(id)) ?? []));
  return {
    id: idFrom(row.product),
    ...(row.name === undefined ? {} : { name: row.name }),
    ...(row.unit === undefined ? {} : { unit: idFrom(row.unit) }),
    ...(owner === undefined ? {} : { owner: idFrom(owner) }),
    ...(row.criticality === undefined ? {} : { criticality: row.criticality }),
    models: row.models,
    deliverables: merged(
      deliverables.length > 0
        ? deliverables
        : [
            {
              id: "code",
              kind: "code",
              distribution: row.parts[0]?.distribution ?? "internal",
              repositories: [`${idFrom(row.product)}*`],
              because: ["the table names no repository"],
            },
          ],
    ),
    because: "the table",
  };
}

/** A name of the table among the repositories found: exactly, without regard to case, or by its last part. */
function matching(name: string, known: ReadonlyMap<string, Known>): string | undefined {
  if (known.has(name)) return name;
  const lower = name.toLowerCase();
  const last = (id: string) => id.slice(id.lastIndexOf("/") + 1).toLowerCase();
  const same = [...known.keys()].filter((id) => id.toLowerCase() === lower || last(id) === lower);
  return same.length === 1 ? same[0] : undefined;
}

function productsOfCatalog(catalog: Catalog, known: ReadonlyMap<string, Known>, rest: Set<string>): ProposedProduct[] {
  const bySystem = new Map<string, Set<string>>();
  for (const { system, repository } of catalog.components) {
    if (system === undefined || !rest.has(repository)) continue;
    bySystem.set(system, (bySystem.get(system) ?? new Set()).add(repository));
  }
  return [...bySystem]
    .sort(([a], [b]) => compareText(a, b))
    .map(([system, repositories]) => {
      for (const id of repositories) rest.delete(id);
      const entry = catalog.systems.get(system);
      const product = productOf(system, [...repositories].sort(compareText), "system of catalog-info.yaml", known);
      return {
        ...product,
        ...(entry?.title === undefined ? {} : { name: entry.title }),
        ...(entry?.owner === undefined ? {} : { owner: idFrom(entry.owner) }),
      };
    });
}

function productOf(name: string, repositories: readonly string[], because: string, known: ReadonlyMap<string, Known>): ProposedProduct {
  const owner = majority(repositories.flatMap((id) => ownerOf(known.get(id)) ?? []));
  const publicName = repositories.length === 1 ? known.get(repositories[0] ?? "")?.publicCode?.name : undefined;
  return {
    id: idFrom(name),
    ...(publicName === undefined ? {} : { name: publicName }),
    ...(owner === undefined ? {} : { owner: idFrom(owner) }),
    models: [],
    deliverables: deliverablesOf(repositories, known),
    because,
  };
}

function ownerOf(known: Known | undefined): string | undefined {
  return known?.component?.owner ?? known?.owner;
}

function majority(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, first], [b, second]) => second - first || compareText(a, b))[0]?.[0];
}

/** One deliverable for each kind and way of reaching people. */
function deliverablesOf(repositories: readonly string[], known: ReadonlyMap<string, Known>): ProposedDeliverable[] {
  return merged(
    repositories.map((id) => {
      const { signal, component, publicCode } = known.get(id) ?? {};
      const declared = publicCode?.kind ? publicCode : component?.kind ? component : undefined;
      const kind = declared?.kind ?? signal?.kind ?? "code";
      const distribution = declared?.distribution ?? signal?.distribution ?? "internal";
      const because =
        declared === undefined ? (signal?.because ?? ["not found"]) : [publicCode?.kind ? "publiccode.yml" : "catalog-info.yaml"];
      return { id: kind, kind, distribution, repositories: [id], because };
    }),
  );
}

/** Deliverables that are alike together; ids that stay unlike get the distribution added. */
function merged(deliverables: readonly ProposedDeliverable[]): ProposedDeliverable[] {
  const groups = new Map<string, ProposedDeliverable>();
  for (const each of deliverables) {
    const key = `${each.id}\u0000${each.distribution}`;
    const before = groups.get(key);
    groups.set(
      key,
      before
        ? {
            ...before,
            repositories: [...new Set([...before.repositories, ...each.repositories])],
            because: [...new Set([...before.because, ...each.because])].slice(0, 3),
          }
        : each,
    );
  }
  const ids = [...groups.values()].map(({ id }) => id);
  return [...groups.values()].map((each) =>
    ids.filter((id) => id === each.id).length > 1 ? { ...each, id: `${each.id}-${each.distribution}` } : each,
  );
}

function withUniqueIds(products: readonly ProposedProduct[]): ProposedProduct[] {
  const seen = new Map<string, number>();
  return products.map((product) => {
    const count = (seen.get(product.id) ?? 0) + 1;
    seen.set(product.id, count);
    return count === 1 ? product : { ...product, id: `${product.id}-${count}` };
  });
}

function organizationOf(known: ReadonlyMap<string, Known>): { readonly organization?: string } {
  const name = majority([...known.values()].flatMap(({ publicCode }) => publicCode?.organization ?? []));
  return name === undefined ? {} : { organization: name };
}

/** `github.com/seeland` for origins on forges, the most frequent first; single clones from elsewhere are not ours. */
/** `github.com/owner` of an origin; undefined where there is none. */
function forgeOf(origin = ""): string | undefined {
  const found = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?::\d+)?[/:]([^/\s]+)\//i.exec(origin);
  return found?.[1] && found[2] ? `${found[1].toLowerCase()}/${found[2]}` : undefined;
}

function forgesOf(repositories: readonly FoundRepository[]): string[] {
  const counts = new Map<string, number>();
  for (const { origin } of repositories) {
    const forge = forgeOf(origin);
    if (forge !== undefined) counts.set(forge, (counts.get(forge) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || compareText(a, b))
    .filter(([, count], index) => index === 0 || count >= total / 10)
    .map(([forge]) => forge);
}

function unitsOf(rows: readonly CsvProduct[], catalog: Catalog): { readonly id: string; readonly name: string }[] {
  const units = new Map<string, string>();
  for (const { unit } of rows) if (unit !== undefined && !units.has(idFrom(unit))) units.set(idFrom(unit), unit);
  for (const [name, { title, type }] of catalog.groups)
    if (type !== undefined && /^(?:business-)?unit$|^department$|^division$/i.test(type)) units.set(idFrom(name), title ?? name);
  return sortBy(
    [...units].map(([id, name]) => ({ id, name })),
    ({ id }) => id,
  );
}

/** Teams that own a product, and those of the catalogue. */
function teamsOf(products: readonly ProposedProduct[], catalog: Catalog): ProposedTeam[] {
  const teams = new Map<string, ProposedTeam>();
  for (const [name, { type, parent }] of catalog.groups) {
    if (type !== undefined && !/^(?:team|squad|product-?team)$/i.test(type)) continue;
    const unit = parent !== undefined && catalog.groups.get(parent)?.type?.match(/unit|department|division/i) ? idFrom(parent) : undefined;
    teams.set(idFrom(name), { id: idFrom(name), ...(unit === undefined ? {} : { unit }), because: "catalog-info.yaml" });
  }
  for (const { owner, because } of products) {
    if (owner !== undefined && !teams.has(owner))
      teams.set(owner, { id: owner, because: because === "the table" ? "the table" : "CODEOWNERS or catalog-info.yaml" });
  }
  return sortBy(teams.values(), ({ id }) => id);
}
