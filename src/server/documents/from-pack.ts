// How a document that is in force departs from the packs that the program builds on.
import type { Language } from "#look";
import { diffAgainstPack, type PackDiff } from "#program";
import { type DocumentChange, type DocumentName, portalPages } from "#publish";
import { filesOf, inForce, layDown } from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { loadOptions } from "../judging/load-options.ts";
import { inFolder } from "../uploads/folder.ts";

export interface FromPack {
  readonly packs: readonly string[];
  readonly changes: readonly DocumentChange[];
}

type Need = Pick<Deps, "database" | "home" | "program">;

let last: { readonly version: string; readonly diff: Promise<PackDiff | undefined> } | undefined;

/** No packs where the program builds on none. */
export async function fromPack(need: Need, document: DocumentName, language: Language): Promise<FromPack> {
  const version = await inForce(need.database.sql);
  if (!version) throw notThere("program in force");
  if (last?.version !== version.id) {
    last = { version: version.id, diff: compared(need, version.id) };
    last.diff.catch(() => (last = undefined));
  }
  const [diff, { program }, { changesIn }] = await Promise.all([last.diff, need.program(), portalPages()]);
  return diff
    ? { packs: diff.packs, changes: changesIn(diff.departures, document, { after: program }, language) }
    : { packs: [], changes: [] };
}

async function compared({ database, home }: Need, version: string): Promise<PackDiff | undefined> {
  return inFolder(home, "pack", async (folder) => {
    await layDown(folder, (await filesOf(database.sql, version)) ?? {});
    // A program without a pack has nothing to be compared with.
    return (await diffAgainstPack(folder, loadOptions()).catch(() => undefined))?.diff;
  });
}
