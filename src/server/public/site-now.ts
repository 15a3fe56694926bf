// What everybody may read, as it stands now: made once for each change of the program or of what is known.
import { AllmendError } from "#kit";
import { publicSite } from "#publish";
import type { CaseKind } from "#program";
import type { ScanResult } from "#scan";
import type { Deps } from "../deps.ts";
import { standingOf } from "../portal/standing.ts";

export interface SiteNow {
  readonly files: ReadonlyMap<string, string>;
  readonly result: ScanResult;
  /** The kind of case that somebody outside opens with a question, where the program has one. */
  readonly ask?: CaseKind;
}

const kept = new WeakMap<Deps, { readonly of: string; readonly site: SiteNow }>();

/** Undefined where organization.yaml has no `site`: then nothing is public. */
export async function siteNow(deps: Deps): Promise<SiteNow | undefined> {
  const program = await inForce(deps);
  if (program?.organization.site === undefined) return undefined;
  const { result, asOf } = await standingOf(deps);
  // Without a result the page is one of today.
  const of = `${result.program.digest} ${asOf ?? result.now.slice(0, 10)} ${result.repositories.length}`;
  const known = kept.get(deps);
  if (known?.of === of) return known.site;
  const ask = result.program.cases?.find(({ kind, openBy }) => kind === "ask" && openBy.includes("public"));
  const { siteFiles } = await publicSite();
  const site = { files: siteFiles(result, ask).files, result, ...(ask ? { ask } : {}) };
  kept.set(deps, { of, site });
  return site;
}

async function inForce({ program }: Deps) {
  try {
    return (await program()).program;
  } catch (error) {
    if (error instanceof AllmendError && error.code === "no-program-in-force") return undefined;
    throw error;
  }
}
