// Filling what lockfiles do not say: packages are asked themselves, where they are installed or cached.
import { type CacheFolder, licenseFieldReader, type PackageQuestion, type PackageRepository, readPackages } from "#facts";
import { compareText } from "#kit";
import type { Collection, CollectOptions } from "./collect.ts";
import type { Merged } from "./merge.ts";
import { withPackages } from "./packages.ts";
import type { ResultComponent } from "./result.ts";

export interface FillOptions extends CollectOptions {
  /** Caches of the user that are read for what packages say of their licences; none unless told. */
  readonly caches?: readonly CacheFolder[];
}

/** The components with what the packages say. */
export async function fillLicenses(
  merged: Merged,
  collection: Pick<Collection, "repositories" | "locations">,
  { cache, readers, caches = [] }: FillOptions,
): Promise<readonly ResultComponent[]> {
  const answers = await readPackages(questionsOf(merged), foldersOf(collection), { caches, readers, ...(cache ? { cache } : {}) });
  const read = await licenseFieldReader([...answers.values()].flatMap((answer) => answer.declared ?? []));
  return withPackages(merged.components, answers, read);
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
