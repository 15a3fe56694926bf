// The life of one document: each version in which it changed, what changed, and how it departs from the pack that it comes from.
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "#look";
import { departuresBetween, diffAgainstPack, type Program } from "#program";
import { type DocumentChange, type DocumentName, portalPages } from "#publish";
import { filesDigest, layDown, type ProgramFiles } from "#store";
import type { Deps } from "../deps.ts";
import { loadOptions } from "../judging/load-options.ts";
import { gitVersions, type PastVersion, programOf, serverVersions } from "./past-programs.ts";

type Need = Pick<Deps, "database" | "home" | "programFolder">;

export interface HistoryEntry extends Omit<PastVersion, "files"> {
  /** It is the first that is known. */
  readonly first: boolean;
  /** Who approved the document, as its head says. */
  readonly approvedBy?: string;
  readonly changes: readonly DocumentChange[];
}

export interface DocumentHistory {
  /** Versions in which the document changed, the newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Versions that were looked at. */
  readonly versions: number;
  readonly pack?: { readonly names: readonly string[]; readonly changes: readonly DocumentChange[] };
}

export async function documentHistory(need: Need, document: DocumentName, language: Language): Promise<DocumentHistory> {
  const [server, git] = await Promise.all([serverVersions(need), gitVersions(need)]);
  const entries = [...(await entriesOf(need, server, document, language)), ...(await entriesOf(need, git, document, language))];
  const [current] = server;
  const pack = current && (await againstPack(need, await current.files(), document, language));
  return {
    entries: entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    versions: server.length + git.length,
    ...(pack ? { pack } : {}),
  };
}

async function entriesOf(
  need: Need,
  versions: readonly PastVersion[],
  document: DocumentName,
  language: Language,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let before: { readonly digest: string; readonly program: Program | undefined } | undefined;
  for (const { files, ...version } of versions.toReversed()) {
    const own = await files();
    const digest = filesDigest(own);
    if (before?.digest === digest) continue;
    const program = await programOf(need, own);
    const first = before?.program === undefined;
    const changes = program ? await changesOf(before?.program, program, document, language) : [];
    before = { digest, program: program ?? before?.program };
    if (!program || (changes.length === 0 && !first)) continue;
    const approvedBy =
      program.policies.find(({ area }) => area === document)?.approvedBy ??
      (document === "strategy" ? program.strategy?.sponsor : undefined);
    entries.push({ ...version, first, ...(approvedBy === undefined ? {} : { approvedBy }), changes: first ? [] : changes });
  }
  return entries.reverse();
}

async function changesOf(
  before: Program | undefined,
  after: Program,
  document: DocumentName,
  language: Language,
): Promise<DocumentChange[]> {
  const { changesIn, headChanges } = await portalPages();
  if (!before) return headChanges(undefined, after, document, language);
  return [
    ...headChanges(before, after, document, language),
    ...changesIn(await departuresBetween(before, after), document, after, language),
  ];
}

async function againstPack(
  { home }: Need,
  files: ProgramFiles,
  document: DocumentName,
  language: Language,
): Promise<DocumentHistory["pack"]> {
  const folder = await mkdtemp(join(home, "past-"));
  try {
    await layDown(folder, files);
    const { diff } = await diffAgainstPack(folder, loadOptions()).catch(() => ({ diff: undefined }));
    const program = diff && (await programOf({ home }, files));
    if (!diff || !program) return undefined;
    const { changesIn } = await portalPages();
    return { names: diff.packs, changes: changesIn(diff.departures, document, program, language) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
