// Whether the program lies in one of the repositories that are scanned: then what is said of the program has a place in that repository.
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";

export interface Inside {
  readonly repository: string;
  /** With forward slashes; empty for the repository's root. */
  readonly folder: string;
}

/** `locations`: absolute real paths by repository. */
export async function insideOf(program: string, locations: ReadonlyMap<string, string>): Promise<Inside | undefined> {
  const real = await realpath(program).catch(() => program);
  for (const [repository, location] of locations) {
    const folder = relative(location, real).replaceAll(sep, "/");
    if (folder !== ".." && !folder.startsWith("../") && !isAbsolute(folder)) return { repository, folder };
  }
  return undefined;
}
