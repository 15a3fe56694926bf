// Where a history is kept between two runs: one entry with all of it under the place of the repository, then one for what each run added, each under a name
// that only the one before it knows. Every entry is written whole or not at all, and nothing is written over: a killed run leaves its part out, and of two
// runs at once the later one's part counts. When there are many parts, all is written anew and they go.
import { randomBytes } from "node:crypto";
import { sha256 } from "#kit";
import type { Cache } from "../cache.ts";
import type { FoundRepository } from "../git/found.ts";
import { shallowFile } from "../git/place.ts";
import type { CommitTable, ReadCommits } from "./commit-table.ts";
import { type Delta, newsOf } from "./delta.ts";
import { IdIndex } from "./id-index.ts";
import type { Identity } from "./identities.ts";
import { pack, unpack } from "./pack.ts";
import type { OddTimes } from "./problems.ts";
import { grow, type Indexed, type KnownTags, type State } from "./state.ts";
import type { Table } from "./table.ts";
import type { TagObject } from "./tag-objects.ts";

/** Changed whenever readers would find something else in the same bytes. */
const FORMAT = "history/4";
const MOST_PARTS = 16;
/** Parts together are at most this share of the whole. */
const SHARE = 1 / 4;

export interface Recalled extends Indexed {
  readonly chain: Chain;
}

/** The entries that were read: how large the first is, and the others together; the keys of these; the id of the last one. */
interface Chain {
  readonly size: number;
  readonly added: number;
  readonly keys: readonly (readonly string[])[];
  readonly last: string;
}

/** What both kinds of entries begin with. */
interface Head extends Pick<State, "tips" | "head" | "cut"> {
  /** By which the next entry is found. */
  readonly id: string;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly tags: readonly (readonly [string, TagObject | string])[];
}

interface WholeHead extends Head, Pick<State, "mailmap"> {
  readonly oddTimes: OddTimes;
}

interface PartHead extends Head, Pick<Delta, "mailmap"> {
  readonly gone: readonly string[];
}

/** A history that was deepened or cut since is another: the commits below would be missing from what is known. */
export function keyOf(found: FoundRepository): readonly string[] {
  return [FORMAT, found.location, sha256(shallowFile(found)?.bytes ?? "")];
}

function keyAfter(id: string): readonly string[] {
  return [FORMAT, "after", id];
}

export async function recall(cache: Cache | undefined, key: readonly string[]): Promise<Recalled | undefined> {
  const bytes = await cache?.getBytes(key);
  const whole = bytes && unpack(bytes);
  if (!whole) return undefined;
  const head = whole.head as WholeHead;
  const { onDefaultBranch, ...commits } = whole.table;
  const state: State = {
    ...stateOf(head),
    mailmap: head.mailmap,
    commits: commits as unknown as CommitTable,
    onDefaultBranch: onDefaultBranch as Uint8Array,
    oddTimes: head.oddTimes,
  };
  const { deltas, ...chain } = await partsAfter(cache, head.id, bytes.length);
  const first = { state, index: new IdIndex(state.commits.ids, head.head.length / 2) };
  const news = newsOf(state, deltas);
  return { ...(news ? grow(first, news) : first), chain };
}

async function partsAfter(cache: Cache | undefined, first: string, size: number): Promise<Chain & { readonly deltas: readonly Delta[] }> {
  const deltas: Delta[] = [];
  const keys: (readonly string[])[] = [];
  let [last, added] = [first, 0];
  while (keys.length < MOST_PARTS) {
    const key = keyAfter(last);
    const bytes = await cache?.getBytes(key);
    const part = bytes && unpack(bytes);
    if (!part) break;
    const head = part.head as PartHead;
    deltas.push({ ...stateOf(head), mailmap: head.mailmap, gone: head.gone, commits: part.table as unknown as ReadCommits });
    keys.push(key);
    last = head.id;
    added += bytes.length;
  }
  return { deltas, keys, last, size, added };
}

/** Keeps what was added, where it is known and little, and all of it else. Never throws. */
export async function remember(
  cache: Cache | undefined,
  key: readonly string[],
  state: State,
  known?: { readonly chain: Chain; readonly delta?: Delta },
): Promise<void> {
  if (!cache) return;
  const id = randomBytes(16).toString("hex");
  const chain = known?.chain;
  if (chain && known.delta && chain.keys.length < MOST_PARTS) {
    const { mailmap, gone, commits } = known.delta;
    const parts = pack({ ...headOf(known.delta, id), mailmap, gone } satisfies PartHead, commits as unknown as Table);
    const size = parts.reduce((sum, part) => sum + part.length, chain.added);
    if (size <= chain.size * SHARE) return cache.putBytes(keyAfter(chain.last), parts);
  }
  const table = { ...(state.commits as unknown as Table), onDefaultBranch: state.onDefaultBranch };
  await cache.putBytes(key, pack({ ...headOf(state, id), mailmap: state.mailmap, oddTimes: state.oddTimes } satisfies WholeHead, table));
  for (const part of chain?.keys ?? []) await cache.drop(part);
}

type Told = Pick<State, "tips" | "head" | "cut" | "identities" | "tags">;

function headOf({ tips, head, cut, identities, tags }: Told, id: string): Head {
  const names = identities.map((identity) => identity.name);
  const emails = identities.map((identity) => identity.email);
  return { id, tips, head, cut, names, emails, tags: [...tags] };
}

function stateOf({ tips, head, cut, names, emails, tags }: Head): Told {
  return { tips, head, cut, identities: identitiesOf(names, emails), tags: tagsOf(tags) };
}

function identitiesOf(names: readonly string[], emails: readonly string[]): Identity[] {
  return names.map((name, at) => ({ name, email: emails[at] as string }));
}

/** What JSON makes of a time that is none. */
function tagsOf(tags: Head["tags"]): KnownTags {
  return new Map(tags.map(([id, tag]) => [id, typeof tag === "string" ? tag : { ...tag, time: tag.time ?? Number.NaN }]));
}
