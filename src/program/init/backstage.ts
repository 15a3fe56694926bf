// catalog-info.yaml: what a Backstage catalogue says of components, systems and groups.
import type { Distribution } from "../model.ts";
import { ProblemList } from "../read/problems.ts";
import { isMap } from "../read/remains.ts";
import { readYaml } from "../read/yaml.ts";
import type { DeliverableKind, FoundRepository } from "./found.ts";

export interface CatalogComponent {
  readonly repository: string;
  readonly name: string;
  readonly system?: string;
  readonly owner?: string;
  readonly kind?: DeliverableKind;
  readonly distribution?: Distribution;
}

export interface Catalog {
  readonly components: readonly CatalogComponent[];
  /** Titles and owners of systems, by name. */
  readonly systems: ReadonlyMap<string, { readonly title?: string; readonly owner?: string; readonly domain?: string }>;
  /** Groups by name, with their parent. */
  readonly groups: ReadonlyMap<string, { readonly title?: string; readonly type?: string; readonly parent?: string }>;
}

const maxEntities = 5_000;

export async function readCatalog(repositories: readonly FoundRepository[]): Promise<Catalog> {
  const components: CatalogComponent[] = [];
  const systems = new Map<string, { title?: string; owner?: string; domain?: string }>();
  const groups = new Map<string, { title?: string; type?: string; parent?: string }>();
  for (const repository of repositories) {
    for (const path of catalogFiles(repository)) {
      for (const entity of entitiesOf((await repository.text(path)) ?? "", path).slice(0, maxEntities)) {
        const { kind, name, title, spec } = entity;
        if (kind === "Component") components.push(componentOf(repository.id, name, spec));
        else if (kind === "System") systems.set(name, present({ title, owner: nameOf(spec["owner"]), domain: nameOf(spec["domain"]) }));
        else if (kind === "Group")
          groups.set(name, present({ title: title ?? profileName(spec), type: textOf(spec["type"]), parent: nameOf(spec["parent"]) }));
      }
    }
  }
  return { components, systems, groups };
}

/** The catalogue's files at the root, and those of catalogue repositories. */
function catalogFiles({ files }: FoundRepository): string[] {
  return files.filter((path) => /(?:^|\/)catalog-info\.ya?ml$/.test(path) && path.split("/").length < 5).slice(0, 500);
}

interface Entity {
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Entities of a file, several documents of YAML; what cannot be read is left out. */
function entitiesOf(text: string, file: string): Entity[] {
  return text.split(/^---[ \t]*$/m).flatMap((part): Entity[] => {
    if (part.trim() === "" || part.length > 1_000_000) return [];
    const { value } = readYaml({ file, text: part, place: (line, column) => ({ line, column }) }, new ProblemList());
    if (!isMap(value) || typeof value["kind"] !== "string" || !isMap(value["metadata"])) return [];
    const name = textOf(value["metadata"]["name"]);
    const title = textOf(value["metadata"]["title"]);
    if (name === undefined) return [];
    return [{ kind: value["kind"], name, ...(title === undefined ? {} : { title }), spec: isMap(value["spec"]) ? value["spec"] : {} }];
  });
}

const kinds: Readonly<Record<string, { readonly kind: DeliverableKind; readonly distribution?: Distribution }>> = {
  service: { kind: "service", distribution: "hosted" },
  website: { kind: "web", distribution: "browser" },
  library: { kind: "library" },
  "mobile-app": { kind: "app", distribution: "distributed" },
  mobile: { kind: "app", distribution: "distributed" },
  documentation: { kind: "documents" },
};

function componentOf(repository: string, name: string, spec: Readonly<Record<string, unknown>>): CatalogComponent {
  const type = textOf(spec["type"])?.toLowerCase();
  const known = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return { repository, name, ...present({ system: nameOf(spec["system"]), owner: nameOf(spec["owner"]), ...known }) };
}

/** `group:default/claims` and `claims` both name `claims`. A `user:` is no team. */
function nameOf(reference: unknown): string | undefined {
  const text = textOf(reference);
  if (text === undefined || text.startsWith("user:")) return undefined;
  return /([A-Za-z0-9][A-Za-z0-9._-]{0,79})$/.exec(text)?.[1];
}

function profileName(spec: Readonly<Record<string, unknown>>): string | undefined {
  return isMap(spec["profile"]) ? textOf(spec["profile"]["displayName"]) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** Without what is undefined. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
