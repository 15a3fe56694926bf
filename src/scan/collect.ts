// Repositories become facts: found, opened, read, closed, several at a time; what was read of an unchanged commit comes from the cache.
import {
  type Cache,
  collectInventory,
  collectRepositoryFacts,
  type FoundRepository,
  findRepositories,
  headOf,
  identifyTree,
  licenseProblems,
  localMavenCache,
  openFolderTree,
  type History,
  type MavenCache,
  openGitTree,
  readOrigin,
  practiceFacts,
  readHistory,
  type RepositoryFacts,
  secretsInTree,
  type Tree,
} from "#facts";
import { AllmendError, compareText, type Problem } from "#kit";
import type { Collected } from "./context.ts";
import { type SecretOptions, withSecrets } from "./secrets.ts";

export interface CollectOptions extends Omit<SecretOptions, "cache" | "scratch"> {
  /** Where what was read is remembered; absent: nothing is. */
  readonly cache?: Cache;
  /** Host names under these domains are ours, and internal when they stand in files. */
  readonly domains?: readonly string[];
  /** Of the organisation, for days. */
  readonly zone?: string;
  /** A glob that says which tags of a repository are releases, where a deliverable has one. */
  readonly tagPattern?: (repository: string) => string | undefined;
  /** Names the readers: what others read is not taken over. */
  readonly readers: string;
  /** How many repositories are read at the same time. */
  readonly jobs: number;
  /** Folder for shadow git directories. */
  readonly scratch: string;
  /** Maven repositories of this user in which parents and BOMs of POMs are looked for, the first that has one; absent: none. */
  readonly mavenFolders?: readonly string[];
  /** Reads the inventory alone: nothing of licences and repository practice. */
  readonly only?: "inventory";
  /** The moment for which the run answers, ISO 8601: histories are asked about the time before it. Absent: they are not read. */
  readonly now?: string;
  readonly onProgress?: (done: number, total: number, repository: string) => void;
}

/** A folder to scan, and the name that its only repository gets where it is one. */
export interface Target {
  readonly path: string;
  readonly id?: string;
}

export interface Collection {
  readonly repositories: readonly Collected[];
  readonly unreadable: number;
  /** Where each repository lies, by its id. */
  readonly locations: ReadonlyMap<string, string>;
  /** Histories by the id of their repository, as far as they were read. */
  readonly histories: ReadonlyMap<string, History>;
  readonly problems: readonly Problem[];
}

/** The repositories of all targets, each under a name of its own; nothing of them is read. */
export async function findTargets(targets: readonly Target[]): Promise<{ found: FoundRepository[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const found: FoundRepository[] = [];
  for (const target of targets) {
    const discovery = await findRepositories(target.path);
    problems.push(...discovery.problems);
    for (const repository of discovery.repositories) found.push(renamed(repository, target, discovery.repositories.length));
  }
  refuseTwins(found);
  return { found, problems };
}

export async function collect(targets: readonly Target[], options: CollectOptions): Promise<Collection> {
  const { found, problems } = await findTargets(targets);
  const histories = new Map<string, History>();
  const results = await inParallel(found, { problems, histories }, options);
  const repositories = results.filter((result) => result !== undefined).sort((a, b) => compareText(a.id, b.id));
  const locations = new Map(found.map(({ id, location }) => [id, location]));
  return { repositories, unreadable: found.length - repositories.length, locations, histories, problems };
}

function renamed(repository: FoundRepository, target: Target, siblings: number): FoundRepository {
  return target.id !== undefined && siblings === 1 ? { ...repository, id: target.id } : repository;
}

/** Two repositories under one name would share findings; the same folder given twice is one. */
function refuseTwins(found: FoundRepository[]): void {
  const seen = new Map<string, FoundRepository>();
  for (let i = 0; i < found.length; i++) {
    const repository = found[i];
    if (!repository) continue;
    const twin = seen.get(repository.id);
    if (twin === undefined) {
      seen.set(repository.id, repository);
    } else if (twin.location === repository.location) {
      found.splice(i--, 1);
    } else {
      throw new AllmendError(
        "two-repositories-one-name",
        "input",
        `${twin.location} and ${repository.location} would both be called ${repository.id}`,
        {
          hint: "Scan the folder that holds both, so that their names differ.",
        },
      );
    }
  }
}

async function inParallel(found: readonly FoundRepository[], sinks: Sinks, options: CollectOptions): Promise<(Collected | undefined)[]> {
  const results: (Collected | undefined)[] = found.map(() => undefined);
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let i = next++; i < found.length; i = next++) {
      const repository = found[i];
      if (!repository) continue;
      results[i] = await collectOne(repository, sinks, options);
      options.onProgress?.(++done, found.length, repository.id);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, worker));
  return results;
}

async function collectOne(found: FoundRepository, sinks: Sinks, options: CollectOptions): Promise<Collected | undefined> {
  const collected = await collectFiles(found, options, sinks.problems);
  if (!collected || options.only) return collected;
  const known = await searched(collected, found, sinks, options);
  return found.kind !== "git" || options.now === undefined ? known : withHistory(known, found, sinks, { ...options, now: options.now });
}

interface Sinks {
  readonly problems: Problem[];
  readonly histories: Map<string, History>;
}

/** A search that fails leaves secrets unknown, and everything else as it is. */
async function searched(collected: Collected, found: FoundRepository, { problems }: Sinks, options: CollectOptions): Promise<Collected> {
  try {
    return await withSecrets(collected, found, options, problems);
  } catch (error) {
    problems.push({ ...unreadable(found, error), code: "secrets-incomplete" });
    return collected;
  }
}

/** Joins what the history says. It depends on the moment: it is computed anew in every run, from a history that is remembered. */
async function withHistory(
  collected: Collected,
  found: FoundRepository,
  { problems, histories }: Sinks,
  options: CollectOptions & { readonly now: string },
): Promise<Collected> {
  try {
    const history = await readHistory(found, { scratch: options.scratch, ...(options.cache ? { cache: options.cache } : {}) });
    if (!history) return collected;
    histories.set(found.id, history);
    problems.push(...history.problems);
    const tagPattern = options.tagPattern?.(found.id);
    const practice = await practiceFacts(history, {
      now: options.now,
      domains: options.domains ?? [],
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      ...(tagPattern === undefined ? {} : { tagPattern }),
      ...(collected.owners ? { maintainers: collected.owners } : {}),
    });
    return { ...collected, facts: { ...collected.facts, ...practice.facts }, evidence: { ...collected.evidence, ...practice.evidence } };
  } catch (error) {
    problems.push(unreadable(found, error));
    return collected;
  }
}

/** It stands in the configuration: it changes without a commit. */
function addressOf({ root, git }: FoundRepository): string {
  return (git && readOrigin(root, git.common)) ?? "";
}

async function collectFiles(found: FoundRepository, options: CollectOptions, problems: Problem[]): Promise<Collected | undefined> {
  try {
    const commit = found.kind === "git" ? (await headOf(found))?.commit : undefined;
    const key =
      commit && options.cache
        ? [
            "collected",
            options.readers,
            options.only ?? "all",
            (options.domains ?? []).join(),
            (options.mavenFolders ?? []).join("\n"),
            found.id,
            found.location,
            commit,
            addressOf(found),
          ]
        : undefined;
    const known = key && ((await options.cache?.get(key)) as Remembered | undefined);
    if (known && !(await hasCome(known.missed, options))) {
      problems.push(...known.problems);
      return known.collected;
    }
    const fresh = await readRepository(found, options);
    problems.push(...fresh.problems);
    if (key) await options.cache?.put(key, fresh);
    return fresh.collected;
  } catch (error) {
    problems.push(unreadable(found, error));
    return undefined;
  }
}

/** One repository that cannot be read does not end the run: it is told, with what the reader says of it. */
function unreadable(found: FoundRepository, error: unknown): Problem {
  const known = error instanceof AllmendError ? error : undefined;
  return {
    code: known?.code ?? "repository-unreadable",
    severity: "error",
    file: found.id,
    message: error instanceof Error ? error.message : String(error),
    hint: known?.hint ?? "The other repositories were read. Look at this one with git fsck, or leave it out.",
  };
}

interface Remembered {
  readonly collected: Collected;
  readonly problems: readonly Problem[];
  /** POMs that were looked for in the user's Maven repositories and were not there. */
  readonly missed: readonly string[];
}

/** Whether a POM that was missing is there now: somebody has built the project since, and more of it can be told. */
async function hasCome(missed: readonly string[], options: CollectOptions): Promise<boolean> {
  if (missed.length === 0) return false;
  const cache = mavenCacheOf(options.mavenFolders ?? [], new Set());
  for (const path of missed) if ((await cache(path)) !== undefined) return true;
  return false;
}

/** The first of the folders that has a POM answers for it. */
function mavenCacheOf(folders: readonly string[], missed: Set<string>): MavenCache {
  const caches = folders.map((folder) => localMavenCache(folder));
  return async (path) => {
    for (const cache of caches) {
      const text = await cache(path);
      if (text !== undefined) return text;
    }
    missed.add(path);
    return undefined;
  };
}

/** A file that stands for the whole: what is said of a repository needs a place that exists. */
function entryOf(paths: readonly string[]): { entry?: string } {
  const atRoot = paths.filter((path) => !path.includes("/"));
  const entry =
    atRoot.find((path) => /^readme(\.|$)/i.test(path)) ?? atRoot.find((path) => /^licen[cs]e(\.|$)/i.test(path)) ?? atRoot[0] ?? paths[0];
  return entry === undefined ? {} : { entry };
}

const NOTHING: RepositoryFacts = { facts: {}, evidence: {}, problems: [], failed: [] };

async function readRepository(found: FoundRepository, options: CollectOptions): Promise<Remembered> {
  const tree: Tree =
    found.kind === "git" ? await openGitTree(found, { scratch: options.scratch }) : await openFolderTree(found.location, found.id);
  try {
    const missed = new Set<string>();
    const inventory = await collectInventory(tree, { mavenCache: mavenCacheOf(options.mavenFolders ?? [], missed) });
    const files = options.only ? NOTHING : await collectRepositoryFacts(tree, { domains: options.domains ?? [] });
    const identified = options.only ? [] : await identifyTree(tree);
    const secrets = options.only ? undefined : await secretsInTree(tree, options.secrets);
    const licenses = identified.flatMap(({ path, licenses }) => licenses.map((match) => ({ ...match, path })));
    const collected: Collected = {
      id: found.id,
      kind: found.kind,
      ...(tree.commit === undefined ? {} : { commit: tree.commit }),
      ...(tree.origin === undefined ? {} : { origin: tree.origin }),
      files: tree.files.length,
      ...entryOf(tree.files.map((file) => file.path)),
      inventory,
      licenses,
      facts: files.facts,
      evidence: files.evidence,
      ...(files.failed.length === 0 ? {} : { failed: files.failed }),
      ...(files.owners === undefined ? {} : { owners: files.owners }),
      ...(secrets === undefined ? {} : { secrets }),
    };
    const problems = [...tree.problems, ...inventory.problems, ...files.problems, ...licenseProblems(found.id, identified)];
    return { collected, problems, missed: [...missed] };
  } finally {
    await tree.close();
  }
}
