// Readers that are loaded when there is something to read: most runs find every repository unchanged and need none of them.
import type { FactOptions, RepositoryFacts } from "./files/index.ts";
import type { History } from "./history/index.ts";
import type { importedFrom as ImportedFrom } from "./imports/imported.ts";
import type { Identification, IdentifyPathsOptions } from "./licenses/index.ts";
import type { PracticeFacts, PracticeOptions } from "./practice/index.ts";
import { normalizeDeclared } from "./licenses/declared/declared.ts";
import type { readBill as ReadBill } from "./inventory/bill.ts";
import type { LockfileFormat } from "./lockfiles/types.ts";
import type { CacheFolder } from "./packages/caches.ts";
import type { standardTexts as StandardTexts } from "./licenses/standard-texts.ts";
import type { readLegalFiles as ReadLegalFiles } from "./packages/legal.ts";
import type { readPackages as ReadPackages } from "./packages/read.ts";
import type { UserEnvironment } from "./packages/types.ts";
import type { RegistryAddress } from "./registries/addresses.ts";
import type { askRegistries as AskRegistries } from "./registries/ask.ts";
import type { readSbomManifest as ReadSbomManifest } from "./sboms/locked.ts";
import type { readSbom as ReadSbom } from "./sboms/read.ts";
import type { secretsInHistory as SecretsInHistory, TreeSecrets } from "./secrets/index.ts";
import type { readDelivery as ReadDelivery } from "./supplied/read-delivery.ts";
import type { readAnswers as ReadAnswers } from "./surveys/read-answers.ts";
import type { Tree } from "./tree.ts";

/** Facts that the files of a tree answer. */
export async function collectRepositoryFacts(tree: Tree, options?: FactOptions): Promise<RepositoryFacts> {
  return (await import("./files/index.ts")).collectRepositoryFacts(tree, options);
}

/** Secrets in the files of a tree; `folder` remembers which blobs were searched. */
export async function secretsInTree(tree: Tree, folder: string | undefined): Promise<TreeSecrets> {
  const { openBlobLog, rulesStamp, secretsInTree: search } = await import("./secrets/index.ts");
  return search(tree, await openBlobLog(tree.kind === "git" ? folder : undefined, tree.location, rulesStamp));
}

/** Secrets in every blob of a repository. */
export async function secretsInHistory(...given: Parameters<typeof SecretsInHistory>): ReturnType<typeof SecretsInHistory> {
  return (await import("./secrets/index.ts")).secretsInHistory(...given);
}

/** Facts that a history answers at a moment. */
export async function practiceFacts(history: History, options: PracticeOptions): Promise<PracticeFacts> {
  return (await import("./practice/index.ts")).practiceFacts(history, options);
}

/** Licences of the licence files of a tree: at its root, and in LICENSES/. */
export async function identifyTree(tree: Tree): Promise<Identification[]> {
  return (await import("./licenses/index.ts")).identifyTree(tree);
}

/** Licences of files and folders on disk, in the order in which they are found. */
export async function* identifyPaths(paths: readonly string[], options?: IdentifyPathsOptions): AsyncGenerator<Identification> {
  yield* (await import("./licenses/index.ts")).identifyPaths(paths, options);
}

/**
 * Reads a manifest's licence field. Fields that hold a whole licence text need the reader of texts; it is loaded where `texts` has such a field.
 */
export async function licenseFieldReader(texts: Iterable<string>): Promise<(text: string) => { readonly expression: string } | undefined> {
  for (const text of texts) if (text.length >= QUOTES_TEXT) return (await import("./licenses/field.ts")).readLicenseField;
  return normalizeDeclared;
}

/** Shorter fields name a licence. */
const QUOTES_TEXT = 150;

/** Every lockfile and manifest format that is read. */
export async function lockfileFormats(): Promise<readonly LockfileFormat[]> {
  return (await import("./lockfiles/registry.ts")).loadFormats();
}

/** What installed and cached packages say of their licences. */
export async function readPackages(...given: Parameters<typeof ReadPackages>): ReturnType<typeof ReadPackages> {
  return (await import("./packages/index.ts")).readPackages(...given);
}

/** Licence texts and notices that lie beside installed and cached packages. */
export async function readLegalFiles(...given: Parameters<typeof ReadLegalFiles>): ReturnType<typeof ReadLegalFiles> {
  return (await import("./packages/index.ts")).readLegalFiles(...given);
}

/** Texts of the SPDX list by atom; see licenses/standard-texts.ts. */
export async function standardTexts(...given: Parameters<typeof StandardTexts>): ReturnType<typeof StandardTexts> {
  return (await import("./licenses/standard-texts.ts")).standardTexts(...given);
}

/** Names the licence in a text; null where none is recognised. */
export async function identifyLicense(): Promise<(text: string) => string | null> {
  const { identifyText } = await import("./licenses/index.ts");
  return (text) => identifyText(text).expression;
}

/** The folders of the user that a setting names; see packages/caches.ts. */
export async function cacheFolders(setting: string | undefined, environment: UserEnvironment): Promise<CacheFolder[]> {
  return (await import("./packages/caches.ts")).cacheFolders(setting, environment);
}

/** What package registries know of components. */
export async function askRegistries(...given: Parameters<typeof AskRegistries>): ReturnType<typeof AskRegistries> {
  return (await import("./registries/index.ts")).askRegistries(...given);
}

/** The registries that a setting names; see registries/addresses.ts. */
export async function registryAddresses(setting: string | undefined): Promise<RegistryAddress[]> {
  return (await import("./registries/index.ts")).registryAddresses(setting);
}

/** What was imported and counts today. */
export async function importedFrom(...given: Parameters<typeof ImportedFrom>): Promise<ReturnType<typeof ImportedFrom>> {
  return (await import("./imports/imported.ts")).importedFrom(...given);
}

/** A file that a supplier sent, checked: a bill of materials or a declaration. */
export async function readDelivery(...given: Parameters<typeof ReadDelivery>): ReturnType<typeof ReadDelivery> {
  return (await import("./supplied/read-delivery.ts")).readDelivery(...given);
}

/** Answers of a survey in filled-in forms. */
export async function readAnswers(...given: Parameters<typeof ReadAnswers>): Promise<ReturnType<typeof ReadAnswers>> {
  return (await import("./surveys/read-answers.ts")).readAnswers(...given);
}

export async function readSbom(...given: Parameters<typeof ReadSbom>): ReturnType<typeof ReadSbom> {
  return (await import("./sboms/read.ts")).readSbom(...given);
}

export async function readSbomManifest(...given: Parameters<typeof ReadSbomManifest>): ReturnType<typeof ReadSbomManifest> {
  return (await import("./sboms/locked.ts")).readSbomManifest(...given);
}

export async function readBill(...given: Parameters<typeof ReadBill>): ReturnType<typeof ReadBill> {
  return (await import("./inventory/bill.ts")).readBill(...given);
}

/** How many likely secrets a text holds. */
export async function secretsInText(text: string): Promise<number> {
  return (await import("./secrets/search.ts")).secretsInText(text);
}
