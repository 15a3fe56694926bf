// One pass of git over commits that are new to us: bytes come through a pipe and are read where they lie.
import { type GitPlace, startGit } from "../git/run.ts";
import { CommitBuilder, type ReadCommits } from "./commit-table.ts";
import type { Identities } from "./identities.ts";
import { readCommit } from "./parse-commit.ts";

export interface Walked {
  readonly commits: ReadCommits;
  /** Messages of which only the beginning and the end were read. */
  readonly cut: number;
  /** Records that are no commits. */
  readonly broken: number;
  /** What git said when it gave up; undefined where it came to the end. */
  readonly failure?: string;
}

const SILENCE_MS = 120_000;
const MAX_SAID = 2000;

/** Reads what is reachable from `tips` (hexadecimal ids) and not from `known`. Ids that are not there are passed over. Never rejects. */
export async function walkCommits(
  place: GitPlace,
  tips: readonly string[],
  known: readonly string[],
  identities: Identities,
): Promise<Walked> {
  const git = startGit(place, ["rev-list", "--header", "--encoding=UTF-8", "--ignore-missing", "--stdin"]);
  const builder = new CommitBuilder();
  const records = new Records((bytes, from, to) => readCommit(bytes, from, to, identities, builder));
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => git.kill("SIGKILL"), SILENCE_MS);
  };
  watch();
  git.stderr.on("data", (chunk: Buffer) => {
    if (said.length < MAX_SAID) said += chunk.toString("utf8");
  });
  git.stdout.on("data", (chunk: Buffer) => {
    timer?.refresh();
    records.take(chunk);
  });
  git.stdin.end([...tips, ...known.map((id) => `^${id}`), ""].join("\n"), "latin1");
  const failure = await new Promise<string | undefined>((resolve) => {
    git.once("error", (error) => resolve(error.message));
    git.once("close", (code, signal) => resolve(code === 0 ? undefined : said.trim() || `git ended with ${signal ?? code}`));
  });
  clearTimeout(timer);
  return { commits: builder.finish(), cut: records.cut, broken: records.broken, ...(failure === undefined ? {} : { failure }) };
}

/** The longest record that is read whole. Of longer ones (a message of megabytes) the first and the last part are. */
const MAX_RECORD = 1024 * 1024;
const HALF = MAX_RECORD / 2;

type Reader = (bytes: Buffer, from: number, to: number) => boolean;

/** Splits a stream at NUL. A record that lies in one chunk is read there; only those at the edges are copied. */
export class Records {
  cut = 0;
  broken = 0;
  readonly #read: Reader;
  #kept = Buffer.allocUnsafe(64 * 1024);
  #length = 0;
  #isCut = false;

  constructor(read: Reader) {
    this.#read = read;
  }

  take(chunk: Buffer): void {
    let at = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, at)) {
      if (this.#length === 0) this.#give(chunk, at, end);
      else {
        this.#keep(chunk, at, end);
        this.#give(this.#kept, 0, this.#length);
        this.#length = 0;
      }
      at = end + 1;
    }
    if (at < chunk.length) this.#keep(chunk, at, chunk.length);
  }

  #give(bytes: Buffer, from: number, to: number): void {
    if (this.#isCut) this.cut += 1;
    this.#isCut = false;
    if (!this.#read(bytes, from, to)) this.broken += 1;
  }

  #keep(chunk: Buffer, from: number, to: number): void {
    if (this.#length + to - from <= MAX_RECORD) return this.#append(chunk, from, to);
    // What lies between the first half and the end that is still to come goes.
    this.#isCut = true;
    const head = Math.min(Math.max(0, HALF - this.#length), to - from);
    this.#append(chunk, from, from + head);
    const start = Math.max(from + head, to - HALF);
    const tail = Math.min(this.#length - HALF, HALF - (to - start));
    this.#kept.copyWithin(HALF, this.#length - tail, this.#length);
    this.#length = HALF + tail;
    this.#append(chunk, start, to);
  }

  #append(chunk: Buffer, from: number, to: number): void {
    const size = this.#length + to - from;
    if (size > this.#kept.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, this.#kept.length * 2));
      this.#kept.copy(larger, 0, 0, this.#length);
      this.#kept = larger;
    }
    chunk.copy(this.#kept, this.#length, from, to);
    this.#length = size;
  }
}
