// The contents of objects, through one git that stays: requests go out by id in any number, answers come back in order.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { type GitPlace, startGit } from "./run.ts";

interface Request {
  readonly oid: string;
  readonly done: (content: ObjectContent | undefined) => void;
}

export interface ObjectContent {
  readonly type: string;
  readonly bytes: Buffer;
}

const SILENCE_MS = 60_000;
const MAX_RESTARTS = 30;

/** Reads objects one after the other. An object at which git dies answers undefined, and the rest is asked of a new git. */
export class ObjectReader {
  readonly #place: GitPlace;
  #queue: Request[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #header: Buffer = Buffer.alloc(0);
  #content: { type: string; bytes: Buffer; filled: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #restarts = 0;
  #closed = false;

  /** Larger objects are not taken in: they answer undefined. */
  readonly #maxBytes: number;

  constructor(place: GitPlace, maxBytes: number) {
    this.#place = place;
    this.#maxBytes = maxBytes;
  }

  /** The object, or undefined where it is missing or cannot be read. Ask only for what is known to be small enough. */
  read(oid: string): Promise<ObjectContent | undefined> {
    if (this.#closed || this.#restarts > MAX_RESTARTS || this.#place.signal?.aborted) return Promise.resolve(undefined);
    return new Promise((done) => {
      this.#queue.push({ oid, done });
      this.#start();
      this.#child?.stdin.write(`${oid}\n`);
      this.#watch();
    });
  }

  /** Ends git; whatever still waits gets undefined. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    this.#child = undefined;
    this.#giveUp();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("close", resolve));
    child.stdin.end();
    const timer = setTimeout(() => child.kill("SIGKILL"), 1000);
    await gone;
    clearTimeout(timer);
  }

  #start(): void {
    if (this.#child) return;
    const child = startGit(this.#place, ["cat-file", "--batch"]);
    this.#child = child;
    child.stderr.resume();
    child.stdout.on("data", (chunk: Buffer) => {
      if (this.#child === child) this.#take(chunk);
    });
    child.once("error", () => this.#died(child));
    child.once("close", () => this.#died(child));
  }

  /** No answer for a minute: the git that hangs is ended, and with it the object it hangs at. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#queue.length > 0) this.#timer = setTimeout(() => this.#child?.kill("SIGKILL"), SILENCE_MS);
  }

  #died(child: ChildProcessWithoutNullStreams): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#header = Buffer.alloc(0);
    this.#content = undefined;
    if (this.#queue.length === 0) return;
    this.#restarts += 1;
    this.#queue.shift()?.done(undefined);
    if (this.#restarts > MAX_RESTARTS || this.#closed || this.#place.signal?.aborted) return this.#giveUp();
    if (this.#queue.length === 0) return;
    this.#start();
    (this.#child as ChildProcessWithoutNullStreams | undefined)?.stdin.write(this.#queue.map((request) => `${request.oid}\n`).join(""));
    this.#watch();
  }

  #giveUp(): void {
    clearTimeout(this.#timer);
    const waiting = this.#queue;
    this.#queue = [];
    for (const request of waiting) request.done(undefined);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 && !this.#child?.killed) rest = this.#content ? this.#fill(rest) : this.#readHeader(rest);
    this.#watch();
  }

  /** `<oid> <type> <size>`, or `<oid> missing`. */
  #readHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(10);
    if (end < 0) {
      this.#header = Buffer.concat([this.#header, chunk]);
      return chunk.subarray(chunk.length);
    }
    const line = Buffer.concat([this.#header, chunk.subarray(0, end)]).toString("latin1");
    this.#header = Buffer.alloc(0);
    const [, type, size] = line.split(" ");
    if (type === undefined || size === undefined) this.#answer(undefined);
    else if (!(Number(size) <= this.#maxBytes)) this.#child?.kill("SIGKILL");
    // One more byte: the line end that follows the content.
    else this.#content = { type, bytes: Buffer.allocUnsafe(Number(size) + 1), filled: 0 };
    return chunk.subarray(end + 1);
  }

  #fill(chunk: Buffer): Buffer {
    const content = this.#content;
    if (!content) return chunk;
    const taken = Math.min(content.bytes.length - content.filled, chunk.length);
    chunk.copy(content.bytes, content.filled, 0, taken);
    content.filled += taken;
    if (content.filled === content.bytes.length) {
      this.#content = undefined;
      this.#answer({ type: content.type, bytes: content.bytes.subarray(0, -1) });
    }
    return chunk.subarray(taken);
  }

  #answer(content: ObjectContent | undefined): void {
    this.#queue.shift()?.done(content);
  }
}
