// A result is brought in beside what is there: components into the dictionary, their uses onto the stage, portion by portion.
import type { Kysely } from "kysely";
import { type ResultComponent, type ScanResult, withoutVersion } from "#scan";
import type { Tables } from "../database/tables.ts";
import type { StoredOutcome } from "./codes.ts";
import { type KnownVersion, saveVersions } from "./dictionary.ts";
import { portionsOf } from "./portions.ts";
import { twoAtOnce } from "./two-at-once.ts";
import { usesStage } from "./uses.ts";

interface BringIn {
  /** Number of the result. */
  readonly id: number;
  readonly repositories: ReadonlyMap<string, number>;
  readonly at: Date;
  readonly unsaid: StoredOutcome;
  /** Empties components and uses of the result while they are written. */
  readonly letGo: boolean;
  /** Components that are written at a time. */
  readonly portion: number;
}

export interface BroughtIn {
  /** Number of the version of a component, by its index in the result. */
  readonly versionOf: (component: number) => number | undefined;
  /** Number of a component, by purl without version. */
  readonly components: ReadonlyMap<string, number>;
}

export async function bringIn(db: Kysely<Tables>, result: ScanResult, options: BringIn): Promise<BroughtIn> {
  const versions = new Int32Array(result.components.length);
  const components = new Map<string, number>();
  const stage = await usesStage(db, result, options);
  await twoAtOnce(portionsOf(result, { size: options.portion, letGo: options.letGo }), async ({ from, components: some, uses }) => {
    const known = await saveVersions(db, some, options.at);
    for (const [index, version] of known.entries()) versions[from + index] = version?.id ?? 0;
    if (!options.letGo) nameAll(components, some, known);
    await stage(uses, (component) => {
      const [one, version] = [some[component - from], known[component - from]];
      return one && version && { component: one, version };
    });
  });
  return { versionOf: (component) => versions[component] || undefined, components };
}

function nameAll(components: Map<string, number>, some: readonly ResultComponent[], known: readonly (KnownVersion | undefined)[]): void {
  for (const [index, { purl }] of some.entries()) {
    const version = known[index];
    if (version) components.set(withoutVersion(purl), version.component);
  }
}
