// A history between two runs: what of it depends on nothing but ids, under the place of the repository.
import { sha256 } from "#kit";
import type { Cache } from "../cache.ts";
import type { FoundRepository } from "../git/found.ts";
import { shallowFile } from "../git/place.ts";
import type { CommitTable } from "./commit-table.ts";
import type { Identity } from "./identities.ts";
import { pack, unpack } from "./pack.ts";
import type { Table } from "./table.ts";
import type { TagObject } from "./tag-objects.ts";

/** Changed whenever readers would find something else in the same bytes. */
const FORMAT = "history/2";

export interface Remembered {
  /** Digest of HEAD and the commits that tags name, when this was read. */
  readonly tips: string;
  readonly commits: CommitTable;
  readonly identities: readonly Identity[];
  /** By id: a tag object, or the type of what is none. Numbers of taggers are those of `identities`. */
  readonly tags: ReadonlyMap<string, TagObject | string>;
  /** `.mailmap` at a commit. */
  readonly mailmap: { readonly commit: string; readonly text: string };
  /** What HEAD reaches (1), and of which commit HEAD was. */
  readonly onDefaultBranch: Uint8Array;
  readonly head: string;
  readonly oddTimes: OddTimes;
  /** Messages that were too long to be read whole, so far. */
  readonly cut: number;
}

export interface OddTimes {
  /** Commits without a time that can be read. */
  readonly unreadable: number;
  /** Commits of 1970 or before. */
  readonly early: number;
}

interface Head {
  readonly head: string;
  readonly oddTimes: OddTimes;
  readonly tips: string;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly tags: readonly (readonly [string, TagObject | string])[];
  readonly mailmap: Remembered["mailmap"];
  readonly cut: number;
}

/** A history that was deepened or cut since is another: the commits below would be missing from what is known. */
export function keyOf(found: FoundRepository): readonly string[] {
  return [FORMAT, found.location, sha256(shallowFile(found)?.bytes ?? "")];
}

export async function recall(cache: Cache | undefined, key: readonly string[]): Promise<Remembered | undefined> {
  const bytes = await cache?.getBytes(key);
  const whole = bytes && unpack(bytes);
  if (!whole) return undefined;
  const head = whole.head as Head;
  const { onDefaultBranch, ...commits } = whole.table;
  return {
    tips: head.tips,
    commits: commits as unknown as CommitTable,
    onDefaultBranch: onDefaultBranch as Uint8Array,
    head: head.head,
    oddTimes: head.oddTimes,
    identities: head.names.map((name, at) => ({ name, email: head.emails[at] as string })),
    tags: new Map(head.tags.map(([id, tag]) => [id, typeof tag === "string" ? tag : { ...tag, time: tag.time ?? Number.NaN }])),
    mailmap: head.mailmap,
    cut: head.cut,
  };
}

export async function remember(cache: Cache | undefined, key: readonly string[], value: Remembered): Promise<void> {
  if (!cache) return;
  const head: Head = {
    tips: value.tips,
    head: value.head,
    oddTimes: value.oddTimes,
    names: value.identities.map((identity) => identity.name),
    emails: value.identities.map((identity) => identity.email),
    tags: [...value.tags],
    mailmap: value.mailmap,
    cut: value.cut,
  };
  await cache.putBytes(key, pack(head, { ...(value.commits as unknown as Table), onDefaultBranch: value.onDefaultBranch }));
}
