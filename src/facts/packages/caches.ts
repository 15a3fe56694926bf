// Which folders of the user are read for what packages say: the usual ones, others that are named, or none. Nothing outside them is looked at.
import { realpathSync } from "node:fs";
import { AllmendError } from "#kit";
import { packageSources } from "./sources.ts";
import type { UserEnvironment } from "./types.ts";

/** One folder with packages of one ecosystem. */
export interface CacheFolder {
  /** purl type. */
  readonly type: string;
  /** Absolute real path. */
  readonly folder: string;
}

/**
 * The folders that a setting names: `usual` (also where nothing is set), `none`, `TYPE=FOLDER`, or several of them with commas between. Those that do not
 * exist are left out. Throws `bad-caches` (blame `input`) for what is none of that.
 */
export function cacheFolders(setting: string | undefined, environment: UserEnvironment): CacheFolder[] {
  const folders: CacheFolder[] = [];
  for (const part of (setting ?? "usual").split(",").map((text) => text.trim())) {
    if (part === "" || part === "none") continue;
    if (part === "usual") {
      for (const source of packageSources) for (const folder of source.caches(environment)) folders.push({ type: source.type, folder });
      continue;
    }
    const equals = part.indexOf("=");
    const type = part.slice(0, Math.max(0, equals));
    if (!packageSources.some((source) => source.type === type)) throw badSetting(part);
    folders.push({ type, folder: part.slice(equals + 1) });
  }
  return existing(folders);
}

function existing(folders: readonly CacheFolder[]): CacheFolder[] {
  const seen = new Set<string>();
  return folders.flatMap(({ type, folder }) => {
    try {
      const real = realpathSync.native(folder);
      const key = `${type} ${real}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ type, folder: real }];
    } catch {
      return [];
    }
  });
}

function badSetting(part: string): AllmendError {
  const types = packageSources.map((source) => source.type).join(", ");
  return new AllmendError("bad-caches", "input", `"${part}" names no cache of packages`, {
    hint: `Write usual, none, or TYPE=FOLDER with one of these types: ${types}.`,
  });
}
