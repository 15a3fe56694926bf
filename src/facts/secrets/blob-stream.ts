// The contents of many objects from one git, as a stream that is searched where it lies: only an object that ends in a later piece is copied.
import type { GitPlace } from "../git/run.ts";
import { startGit } from "../git/run.ts";

const SILENCE_MS = 120_000;
const ASK_AT_ONCE = 4000;

/** Every object of the store, in the order of the packs. Calls back for each; rejects where git fails. */
export async function listObjects(place: GitPlace, take: (oid: string, type: string, size: number) => void): Promise<void> {
  const git = startGit(place, ["cat-file", "--batch-check", "--batch-all-objects", "--unordered", "--buffer"]);
  let rest = "";
  git.stderr.resume();
  git.stdin.end();
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [oid = "", type = "", size = ""] = line.split(" ");
      if (size !== "") take(oid, type, Number(size));
    }
  }
  if ((await exitOf(git)) !== 0) throw new Error("git could not list the objects");
}

function exitOf(git: ReturnType<typeof startGit>): Promise<number | null> {
  return git.exitCode !== null || git.signalCode !== null ? Promise.resolve(git.exitCode) : new Promise((done) => git.once("close", done));
}

/**
 * Reads these blobs in their order and calls back for each with its bytes, which are good until it returns. Gives how many were read; fewer than asked where git
 * ended early. `pause` is awaited between pieces of git's output (a moment to write what was found).
 */
export async function streamBlobs(
  place: GitPlace,
  oids: readonly string[],
  take: (oid: string, bytes: Uint8Array) => void,
  pause: () => Promise<void>,
): Promise<number> {
  const git = startGit(place, ["cat-file", "--batch", "--buffer"]);
  git.stderr.resume();
  let asked = 0;
  const ask = (): void => {
    // In portions: the ids of a million blobs need not wait in a pipe.
    while (asked < oids.length) {
      const portion = oids.slice(asked, asked + ASK_AT_ONCE);
      asked += portion.length;
      if (!git.stdin.write(`${portion.join("\n")}\n`, "latin1")) {
        git.stdin.once("drain", ask);
        return;
      }
    }
    git.stdin.end();
  };
  ask();
  const reader = new BatchReader(take);
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => git.kill("SIGKILL"), SILENCE_MS);
  };
  watch();
  try {
    for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
      watch();
      reader.take(chunk);
      await pause();
    }
  } finally {
    clearTimeout(timer);
    git.kill("SIGKILL");
  }
  return reader.done;
}

/** `<oid> <type> <size>\n<content>\n`, or `<oid> missing\n`, from pieces of any length. */
class BatchReader {
  done = 0;
  readonly #give: (oid: string, bytes: Uint8Array) => void;
  #header = "";
  #oid = "";
  #content: Buffer | undefined;
  #filled = 0;

  constructor(give: (oid: string, bytes: Uint8Array) => void) {
    this.#give = give;
  }

  take(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.#content ? this.#fill(chunk, at) : this.#readHeader(chunk, at);
  }

  #readHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    if (end < 0) {
      this.#header += chunk.toString("latin1", at);
      return chunk.length;
    }
    const [oid = "", , digits] = (this.#header + chunk.toString("latin1", at, end)).split(" ");
    this.#header = "";
    const from = end + 1;
    if (digits === undefined) {
      this.done += 1;
      return from;
    }
    const size = Number(digits);
    this.#oid = oid;
    // Most lie whole in the piece: they are searched where they are.
    if (from + size < chunk.length) {
      this.#end(chunk.subarray(from, from + size));
      return from + size + 1;
    }
    this.#content = Buffer.allocUnsafe(size + 1);
    this.#filled = 0;
    return from;
  }

  #fill(chunk: Buffer, at: number): number {
    const content = this.#content as Buffer;
    const count = Math.min(content.length - this.#filled, chunk.length - at);
    chunk.copy(content, this.#filled, at, at + count);
    this.#filled += count;
    if (this.#filled === content.length) {
      this.#content = undefined;
      this.#end(content.subarray(0, -1));
    }
    return at + count;
  }

  #end(bytes: Uint8Array): void {
    this.done += 1;
    this.#give(this.#oid, bytes);
  }
}
