// The public address that a repository's own configuration names; files are read, git is not asked.
import { join } from "node:path";
import { parseConfig } from "./config-file.ts";
import { readInside } from "./inside.ts";
import { originOf } from "./origin.ts";

const MAX_CONFIG_BYTES = 1024 * 1024;

/** `common`: the folder that holds its `config`. Undefined where there is none that can be read. */
export function readOrigin(root: string, common: string): string | undefined {
  const bytes = readInside(root, join(common, "config"), MAX_CONFIG_BYTES);
  return typeof bytes === "string" ? undefined : originOf(parseConfig(bytes.toString("utf8")));
}
