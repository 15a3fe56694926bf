// What both generations of yarn.lock come down to before scopes are known.
import type { Source } from "../shared/npm.ts";

export interface YarnEntry {
  /** The first of its descriptors: unique in the file. */
  readonly key: string;
  /** `name@range`, as dependencies ask for it. */
  readonly descriptors: readonly string[];
  /** The real name, where the descriptor is an alias. */
  readonly name: string;
  readonly version: string;
  readonly line: number | undefined;
  readonly dependencies: readonly (readonly [string, string])[];
  readonly optionalDependencies: readonly (readonly [string, string])[];
  readonly integrity: string | undefined;
  readonly source: Source | undefined;
  /** The folder of a workspace, or of a linked package, relative to the lockfile. */
  readonly folder?: string;
}
