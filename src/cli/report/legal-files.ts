// What lies beside the packages of a product: licence texts and notices from where they are installed or cached, and the SPDX list's texts for the rest.
import { findRepositories, type LegalFile, type PackageRepository, readLegalFiles, standardTexts } from "#facts";
import { compareText } from "#kit";
import { deliveredUses, type ScanResult, takenLicenses, type Target } from "#scan";
import { ownCache, packageCaches } from "../environment.ts";
import { readersStamp } from "../stamp.ts";
import type { ScanFlags } from "../options.ts";

export interface LegalTexts {
  readonly files: ReadonlyMap<string, readonly LegalFile[]>;
  readonly standard: ReadonlyMap<string, string>;
}

/** Without targets (an answer from the stored result) installed packages are not known; caches of the user are. */
export async function legalTexts(result: ScanResult, product: string, targets: readonly Target[], flags: ScanFlags): Promise<LegalTexts> {
  const users = new Map<number, Set<string>>();
  for (const { component, repository } of deliveredUses(result, product)) {
    const known = users.get(component) ?? new Set<string>();
    users.set(component, known.add(repository));
  }
  const questions = [...users].flatMap(([index, repositories]) => {
    const purl = result.components[index]?.purl;
    return purl === undefined ? [] : [{ purl, repositories: [...repositories].sort(compareText) }];
  });
  const cache = await ownCache(flags);
  const options = { caches: await packageCaches(flags.caches), readers: readersStamp(), ...(cache ? { cache } : {}) };
  const files = await readLegalFiles(questions, await repositoriesIn(targets, result), options);
  const licenses = new Set([...users.keys()].flatMap((index) => result.components[index]?.license ?? []));
  const atoms = [...licenses].flatMap((license) => takenLicenses(result, license, product));
  return { files, standard: await standardTexts(atoms) };
}

async function repositoriesIn(targets: readonly Target[], result: ScanResult): Promise<PackageRepository[]> {
  const folders = new Map(
    result.repositories.map(({ id, manifests }) => [id, manifests.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/"))))]),
  );
  const found = await Promise.all(targets.map(({ path }) => findRepositories(path)));
  return found.flatMap(({ repositories }) =>
    repositories.map(({ id, location }) => ({ id, location, folders: [...new Set(folders.get(id) ?? [])] })),
  );
}
