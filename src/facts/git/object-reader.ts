// The objects of a repository through one git that stays: requests go out by id in any number, answers come back in order.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { type GitPlace, startGit } from "./run.ts";

export interface ObjectContent {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ObjectInfo {
  readonly type: string;
  readonly size: number;
}

interface Request {
  readonly wants: "contents" | "info";
  readonly oid: string;
  /** With `bytes` where contents were wanted. */
  readonly done: (answer: Answer | undefined) => void;
}

interface Answer extends ObjectInfo {
  readonly bytes?: Buffer;
}

const NOTHING = Buffer.alloc(0);
const SILENCE_MS = 60_000;
const MAX_RESTARTS = 30;

/**
 * Reads objects one after the other. An object at which git dies answers undefined, and the rest is asked of a new git. Which requests may be made
 * depends on the way git is started: `both` takes all, the others only theirs.
 */
export class ObjectReader {
  readonly #place: GitPlace;
  /** Larger objects are not taken in: they answer undefined. */
  readonly #maxBytes: number;
  readonly #takes: "both" | "contents" | "info";
  #queue: Request[] = [];
  /** How many at the start of the queue are answered. */
  #answered = 0;
  #child: ChildProcessWithoutNullStreams | undefined;
  #header: Buffer = NOTHING;
  #content: { type: string; bytes: Buffer; filled: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #restarts = 0;
  #closed = false;

  constructor(place: GitPlace, maxBytes: number, takes: "both" | "contents" | "info") {
    this.#place = place;
    this.#maxBytes = maxBytes;
    this.#takes = takes;
  }

  /** The object, or undefined where it is missing, larger than the limit, or cannot be read. */
  read(oid: string): Promise<ObjectContent | undefined> {
    return new Promise((resolve) => {
      const done = (answer: Answer | undefined) => resolve(answer?.bytes && { type: answer.type, bytes: answer.bytes });
      this.#ask([{ wants: "contents", oid, done }]);
    });
  }

  /** Type and size of each object, in the order of the ids; undefined where it is missing or cannot be read. */
  async infos(oids: readonly string[]): Promise<(ObjectInfo | undefined)[]> {
    const infos: (ObjectInfo | undefined)[] = oids.map(() => undefined);
    if (oids.length === 0) return infos;
    let open = oids.length;
    await new Promise<void>((resolve) => {
      const requests = oids.map((oid, at): Request => {
        const done = (info: Answer | undefined) => {
          infos[at] = info;
          open -= 1;
          if (open === 0) resolve();
        };
        return { wants: "info", oid, done };
      });
      this.#ask(requests);
    });
    return infos;
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

  #isOver(): boolean {
    return this.#closed || this.#restarts > MAX_RESTARTS || this.#place.signal?.aborted === true;
  }

  #ask(requests: readonly Request[]): void {
    if (this.#isOver()) {
      for (const request of requests) request.done(undefined);
      return;
    }
    for (const request of requests) this.#queue.push(request);
    this.#start();
    this.#send(requests);
  }

  #send(requests: readonly Request[]): void {
    // One answer after the other, written out together: a system call for each of 100,000 sizes takes longer than finding them.
    const lines = requests.map((request) => (this.#takes === "both" ? `${request.wants} ${request.oid}\n` : `${request.oid}\n`));
    if (this.#takes === "both") lines.push("flush\n");
    this.#child?.stdin.write(lines.join(""), "latin1");
    this.#watch();
  }

  #start(): void {
    if (this.#child) return;
    const mode = { both: ["--batch-command", "--buffer"], contents: ["--batch"], info: ["--batch-check"] }[this.#takes];
    const child = startGit(this.#place, ["cat-file", ...mode]);
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
    if (this.#queue.length > this.#answered) this.#timer = setTimeout(() => this.#child?.kill("SIGKILL"), SILENCE_MS);
  }

  #died(child: ChildProcessWithoutNullStreams): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#header = NOTHING;
    this.#content = undefined;
    if (this.#queue.length === this.#answered) return;
    this.#restarts += 1;
    this.#next()?.done(undefined);
    if (this.#isOver()) return this.#giveUp();
    this.#queue.splice(0, this.#answered);
    this.#answered = 0;
    if (this.#queue.length === 0) return;
    this.#start();
    this.#send(this.#queue);
  }

  #giveUp(): void {
    clearTimeout(this.#timer);
    const waiting = this.#queue.slice(this.#answered);
    this.#queue = [];
    this.#answered = 0;
    for (const request of waiting) request.done(undefined);
  }

  /** The request that the next answer belongs to. */
  #next(): Request | undefined {
    const request = this.#queue[this.#answered];
    this.#answered += 1;
    if (this.#answered >= this.#queue.length) {
      this.#queue = [];
      this.#answered = 0;
    }
    return request;
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
    const whole =
      this.#header.length === 0 ? chunk.toString("latin1", 0, end) : this.#header.toString("latin1") + chunk.toString("latin1", 0, end);
    this.#header = NOTHING;
    const [, type, digits] = whole.split(" ");
    const size = Number(digits);
    const request = this.#queue[this.#answered];
    if (type === undefined || digits === undefined) this.#next()?.done(undefined);
    else if (request?.wants === "info") this.#next()?.done({ type, size });
    else if (!(size <= this.#maxBytes)) this.#child?.kill("SIGKILL");
    // One more byte: the line end that follows the content.
    else this.#content = { type, bytes: Buffer.allocUnsafe(size + 1), filled: 0 };
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
      const bytes = content.bytes.subarray(0, -1);
      this.#next()?.done({ type: content.type, size: bytes.length, bytes });
    }
    return chunk.subarray(taken);
  }
}
