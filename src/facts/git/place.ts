// A found repository as git may see it: vetted object store, vetted list of the commits at which the history was cut.
import { join } from "node:path";
import type { FoundRepository } from "./found.ts";
import { readInside, realInside } from "./inside.ts";
import { objectStore } from "./objects.ts";
import type { GitPlace } from "./run.ts";

const MAX_SHALLOW_BYTES = 16 * 1024 * 1024;

/** `commit` is any id of the repository: its length says the object format. Throws `git-objects-refused` (blame `input`). */
export function placeOf(
  found: FoundRepository,
  commit: string,
  options: { readonly scratch?: string; readonly signal?: AbortSignal },
): GitPlace {
  const shallow = shallowFile(found);
  return {
    root: found.root,
    format: commit.length === 64 ? "sha256" : "sha1",
    objects: objectStore(found),
    ...(shallow === undefined ? {} : { shallow: shallow.path }),
    ...(options.scratch === undefined ? {} : { scratch: options.scratch }),
    ...(options.signal ? { signal: options.signal } : {}),
  };
}

/** Where and what the list of cut commits is; undefined where the history is whole, or the file not to be read. */
export function shallowFile(found: FoundRepository): { readonly path: string; readonly bytes: Buffer } | undefined {
  if (!found.git) return undefined;
  const file = join(found.git.common, "shallow");
  const bytes = readInside(found.root, file, MAX_SHALLOW_BYTES);
  const path = typeof bytes === "string" ? undefined : realInside(found.root, file);
  return path === undefined ? undefined : { path, bytes: bytes as Buffer };
}
