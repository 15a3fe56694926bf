// A repository's history: what is remembered of it, and one pass of git over what is new.
import { AllmendError, sha256 } from "#kit";
import type { FoundRepository } from "../git/found.ts";
import { type Head, readHead } from "../git/head.ts";
import { placeOf, shallowFile } from "../git/place.ts";
import { RepositoryObjects } from "../git/repository-objects.ts";
import type { GitPlace } from "../git/run.ts";
import { CommitBuilder, type CommitTable } from "./commit-table.ts";
import { type Delta, deltaOf } from "./delta.ts";
import { childless } from "./graph.ts";
import type { IdIndex } from "./id-index.ts";
import { Identities } from "./identities.ts";
import { parseMailmap } from "./mailmap.ts";
import { peopleOf } from "./people.ts";
import { historyProblems } from "./problems.ts";
import { keyOf, recall, remember } from "./remembered.ts";
import { defaultBranch, grow, type Indexed, type KnownTags, type News, type State } from "./state.ts";
import { readTagObjects, type TagObject } from "./tag-objects.ts";
import { readTagRefs, type TagRef, type TagRefs } from "./tag-refs.ts";
import { tagsOf } from "./tags.ts";
import type { History, HistoryOptions } from "./types.ts";
import { type Walked, walkCommits } from "./walk.ts";

const MAX_MAILMAP_BYTES = 16 * 1024 * 1024;

/**
 * Reads all commits that HEAD and the tags reach, the tags, and who is behind the names. Git runs hardened (see `../git`): replacements and grafts of the
 * repository are not followed, what they are is said in `problems`. Undefined for plain folders and repositories without a commit; throws
 * `git-head-unreadable`, `git-objects-refused` (blame `input`). A history that could only be read in part is given with `incomplete` and is not remembered.
 */
export async function readHistory(found: FoundRepository, options: HistoryOptions = {}): Promise<History | undefined> {
  const head = readHead(found);
  if (head === undefined || head.state === "unborn") return undefined;
  if (head.state === "unreadable") {
    throw new AllmendError("git-head-unreadable", "input", `Not read: ${head.reason}`, { hint: "Look at the repository with git fsck." });
  }
  const key = keyOf(found);
  const known = await recall(options.cache, key);
  const refs = readTagRefs(found);
  const reading = new Reading(found, head, refs, options, known);
  const fresh = await reading.read();
  if (fresh.changed && !fresh.failure) {
    const { delta } = fresh;
    await remember(options.cache, key, fresh.state, known && { chain: known.chain, ...(delta ? { delta } : {}) });
  }
  return historyOf(found, head.commit, refs, fresh);
}

interface Fresh extends Indexed {
  readonly changed: boolean;
  /** What is new, where that says all. */
  readonly delta?: Delta;
  readonly failure?: string;
}

type CommitHead = Extract<Head, { state: "commit" }>;

class Reading {
  readonly #head: CommitHead;
  readonly #refs: TagRefs;
  readonly #known: State | undefined;
  readonly #index: IdIndex | undefined;
  readonly #width: number;
  #names: Identities | undefined;
  readonly #place: () => GitPlace;
  #objects: RepositoryObjects | undefined;
  #newTags = 0;

  constructor(found: FoundRepository, head: CommitHead, refs: TagRefs, options: HistoryOptions, known: Indexed | undefined) {
    this.#head = head;
    this.#refs = refs;
    this.#known = known?.state;
    this.#index = known?.index;
    this.#width = head.commit.length / 2;
    let place: GitPlace | undefined;
    this.#place = () => {
      place ??= placeOf(found, head.commit, options);
      return place;
    };
  }

  async read(): Promise<Fresh> {
    try {
      return await this.#read();
    } finally {
      await this.#objects?.close();
    }
  }

  async #read(): Promise<Fresh> {
    const known = this.#known;
    const mailmap = await this.#readMailmap();
    const tags = await this.#readTags();
    const tips = [...new Set([this.#head.commit, ...this.#tipsOfTags(tags)])].sort();
    const digest = sha256(tips.join("\n"));
    if (known && this.#index && known.tips === digest && this.#newTags === 0 && tags.size === known.tags.size) {
      return this.#unchanged(known, this.#index, mailmap);
    }
    return this.#walk(tips, digest, tags, mailmap);
  }

  /** The same commits and tags; HEAD may be another of the tips. */
  #unchanged(known: State, index: IdIndex, mailmap: State["mailmap"]): Fresh {
    const head = this.#head.commit;
    const onDefaultBranch = known.head === head ? known.onDefaultBranch : defaultBranch(known.commits, index, head);
    const state = { ...known, mailmap, onDefaultBranch, head };
    if (mailmap === known.mailmap) return { state, index, changed: false };
    const nothing = new CommitBuilder().finish();
    return { state, index, changed: true, delta: deltaOf(known, { ...state, commits: nothing }, nothing) };
  }

  async #walk(tips: readonly string[], digest: string, tags: KnownTags, mailmap: State["mailmap"]): Promise<Fresh> {
    const tipIds = Buffer.from(tips.join(""), "hex");
    const fresh = tips.filter((_, at) => !this.#index || this.#index.find(tipIds, at * this.#width) < 0);
    let known = this.#known && this.#index && { state: this.#known, index: this.#index };
    let walked: Omit<Walked, "failure"> | Walked =
      fresh.length === 0
        ? { commits: new CommitBuilder().finish(), cut: 0, broken: 0 }
        : await walkCommits(this.#place(), fresh, known ? frontier(known.state.commits, this.#width) : [], this.#identities);
    if ("failure" in walked && known) {
      // What is known may lead git to objects that are gone by now; without it, all is read again.
      known = undefined;
      walked = await walkCommits(this.#place(), tips, [], this.#identities);
    }
    const news: News = {
      tips: digest,
      tipIds,
      head: this.#head.commit,
      commits: walked.commits,
      identities: this.#identities.list,
      tags,
      mailmap,
      cut: (known?.state.cut ?? 0) + walked.cut,
    };
    const { state, index, growth } = grow(known, news);
    const delta = known && growth && deltaOf(known.state, news, growth.fresh);
    const failure = "failure" in walked ? walked.failure : undefined;
    return { state, index, changed: true, ...(delta ? { delta } : {}), ...(failure === undefined ? {} : { failure }) };
  }

  async #readMailmap(): Promise<State["mailmap"]> {
    const { commit } = this.#head;
    if (this.#known?.mailmap.commit === commit) return this.#known.mailmap;
    const content = await this.#reader().read(`${commit}:.mailmap`);
    const text = content?.type === "blob" && content.bytes.length <= MAX_MAILMAP_BYTES ? content.bytes.toString("utf8") : "";
    return { commit, text };
  }

  /** What every tag leads to, as far as it is not plain from the refs or the commits that are known. */
  async #readTags(): Promise<KnownTags> {
    const index = this.#index;
    const open = new Set<string>();
    const bytes = Buffer.alloc(this.#width);
    for (const ref of this.#refs.refs) {
      if (ref.direct || this.#known?.tags.has(ref.id)) continue;
      if (bytes.write(ref.id, "hex") !== this.#width || !index || index.find(bytes, 0) < 0) open.add(ref.id);
    }
    const read = open.size === 0 ? undefined : await readTagObjects(this.#reader(), [...open].sort(), this.#identities);
    const tags = new Map<string, TagObject | string>();
    for (const { id } of this.#refs.refs) {
      const known = this.#known?.tags.get(id);
      const tag = known ?? read?.get(id);
      if (known === undefined && tag !== undefined) this.#newTags += 1;
      // That an id is a commit needs no remembering: it stands among the commits.
      if (tag !== undefined && tag !== "commit") tags.set(id, tag);
    }
    return tags;
  }

  /** Made when there is something new to add. */
  get #identities(): Identities {
    this.#names ??= new Identities(this.#known?.identities);
    return this.#names;
  }

  #tipsOfTags(tags: KnownTags): string[] {
    const length = this.#width * 2;
    return this.#refs.refs.flatMap((ref: TagRef) => {
      const tag = tags.get(ref.id);
      if (typeof tag === "string") return [];
      if (tag) return tag.targetType === "commit" && tag.target.length === length ? [tag.target] : [];
      return ref.id.length === length ? [ref.id] : [];
    });
  }

  #reader(): RepositoryObjects {
    this.#objects ??= new RepositoryObjects(this.#place(), 64 * 1024 * 1024);
    return this.#objects;
  }
}

/** Ids of the commits above which everything is new. */
function frontier(commits: CommitTable, width: number): string[] {
  const ids = Buffer.from(commits.ids.buffer, commits.ids.byteOffset, commits.ids.byteLength);
  return childless(commits.parents).map((row) => ids.toString("hex", row * width, (row + 1) * width));
}

function historyOf(found: FoundRepository, commit: string, refs: TagRefs, fresh: Fresh): History {
  const { index } = fresh;
  const { commits, identities, mailmap, tags, onDefaultBranch } = fresh.state;
  const width = commit.length / 2;
  const count = commits.author.length;
  const head = index.find(Buffer.from(commit, "hex"), 0);
  const history = {
    repository: found.id,
    idBytes: width,
    count,
    commits,
    head,
    onDefaultBranch,
    identities,
    ...peopleOf(identities, parseMailmap(mailmap.text)),
    tags: tagsOf(refs.refs, tags, commits, index, width),
    ...(shallowFile(found) ? { shallow: true } : {}),
    ...(fresh.failure === undefined ? {} : { incomplete: true }),
  };
  return { ...history, problems: historyProblems(found, history, refs, index, fresh) };
}
