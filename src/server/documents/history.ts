// The life of one document: each version in which it changed, and what changed.
import { keeping } from "#kit";
import type { Language } from "#look";
import { departuresBetween, type Program } from "#program";
import { type DocumentChange, type DocumentName, portalPages } from "#publish";
import { filesDigest, type ProgramFiles } from "#store";
import type { Deps } from "../deps.ts";
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
}

/** As many answers as a morning of reading asks for. */
const KEPT = 32;
const kept = keeping<DocumentHistory>(KEPT);

/** Worked out once for the versions that there are: loading many programs takes seconds. */
export async function documentHistory(need: Need, document: DocumentName, language: Language): Promise<DocumentHistory> {
  const [server, git] = await Promise.all([serverVersions(need), gitVersions(need)]);
  const key = [document, language, ...[...server, ...git].map(({ id, at }) => `${id} ${at}`)].join("\n");
  return kept(key, () => workOut(need, server, git, document, language));
}

async function workOut(
  need: Need,
  server: readonly PastVersion[],
  git: readonly PastVersion[],
  document: DocumentName,
  language: Language,
): Promise<DocumentHistory> {
  const entries = [...(await entriesOf(need, server, document, language)), ...(await entriesOf(need, git, document, language))];
  return {
    entries: entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    versions: server.length + git.length,
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
    const digest = filesDigest(documentsOf(document, own));
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
    ...changesIn(await departuresBetween(before, after), document, { after, before }, language),
  ];
}

/** What a document depends on: its own pages, and which packs and parameters the organisation takes. */
function documentsOf(document: DocumentName, files: ProgramFiles): ProgramFiles {
  const page = document === "strategy" ? /^strategy\.(?:\w\w\.)?md$/ : new RegExp(`^policies/${document}\\.(?:\\w\\w\\.)?md$`);
  return Object.fromEntries(Object.entries(files).filter(([path]) => path === "organization.yaml" || page.test(path)));
}
