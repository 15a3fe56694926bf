// Filling what lockfiles do not say: packages are asked themselves, where they are installed or cached; then, only on request, their registries.
import {
  type AskOptions,
  askRegistries,
  type CacheFolder,
  licenseFieldReader,
  type PackageQuestion,
  type PackageRepository,
  readPackages,
  type RegistryAnswer,
} from "#facts";
import { compareText, type Problem } from "#kit";
import type { Collection, CollectOptions } from "./collect.ts";
import type { Merged } from "./merge.ts";
import { type Saying, withPackages } from "./packages.ts";
import type { ResultComponent } from "./result.ts";

export interface FillOptions extends CollectOptions {
  /** Caches of the user that are read for what packages say of their licences; none unless told. */
  readonly caches?: readonly CacheFolder[];
  /** Registries that are asked; without it nothing is. */
  readonly online?: Pick<AskOptions, "addresses" | "userAgent" | "onProgress">;
  /** ISO 8601; the moment for which the run answers. */
  readonly now: string;
  /** What imported results say of packages. */
  readonly imported?: (component: ResultComponent) => Saying | undefined;
}

export interface Filled {
  readonly components: readonly ResultComponent[];
  readonly problems: readonly Problem[];
}

/** The components with what the packages and their registries say. */
export async function fillLicenses(
  merged: Merged,
  collection: Pick<Collection, "repositories" | "locations">,
  options: FillOptions,
): Promise<Filled> {
  const { cache, readers, caches = [], online, now } = options;
  const remember = cache ? { cache } : {};
  const folders = foldersOf(collection);
  // Of a large bill of materials that nobody has packages of, the questions alone would take a second.
  const questions = folders.length + caches.length === 0 ? [] : questionsOf(merged);
  const packages = await readPackages(questions, folders, { caches, readers, ...remember });
  const asked = online && (await askRegistries(publicPurls(merged, online), { ...online, now, ...remember }));
  const sayings = new Map<string, readonly Saying[]>();
  for (const component of merged.components) {
    const { purl } = component;
    const imported = options.imported?.(component);
    const own = packages.get(purl);
    const registry = asked?.answers.get(purl);
    const said = [...(own ? [own] : []), ...(registry ? [sayingOf(registry)] : []), ...(imported ? [imported] : [])];
    if (said.length > 0) sayings.set(purl, said);
  }
  const read = await licenseFieldReader([...sayings.values()].flatMap((list) => list.flatMap(({ declared }) => declared ?? [])));
  const filled = withPackages(merged.components, sayings, read);
  const components = asked ? filled.map((component) => withHealth(component, asked.answers.get(component.purl))) : filled;
  return { components, problems: asked?.problems ?? [] };
}

/** What comes from elsewhere than the usual registry is not asked for there: its name may be nobody's business. A mirror of one's own may know it. */
function publicPurls({ components }: Merged, { addresses }: Pick<AskOptions, "addresses">): string[] {
  const own = new Set(addresses.filter(({ configured }) => configured).map(({ type }) => type));
  return components
    .filter(({ source, type }) => source === undefined || (source === "registry" && own.has(type)))
    .map((component) => component.purl);
}

function sayingOf({ declared, texts, version = "" }: RegistryAnswer): Saying {
  return { ...(declared === undefined ? {} : { declared }), texts, version, from: "registry" };
}

function withHealth(component: ResultComponent, answer: RegistryAnswer | undefined): ResultComponent {
  return answer && Object.keys(answer.health).length > 0 ? { ...component, health: answer.health } : component;
}

function questionsOf({ components, uses }: Merged): PackageQuestion[] {
  const users = components.map(() => new Set<string>());
  for (const { component, repository } of uses) users[component]?.add(repository);
  return components.map(({ purl }, index) => ({ purl, repositories: [...(users[index] ?? [])].sort(compareText) }));
}

function foldersOf({ repositories, locations }: Pick<Collection, "repositories" | "locations">): PackageRepository[] {
  return repositories.flatMap(({ id, inventory }) => {
    const location = locations.get(id);
    const folders = new Set(inventory.manifests.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/")))));
    return location === undefined ? [] : [{ id, location, folders: [...folders] }];
  });
}
