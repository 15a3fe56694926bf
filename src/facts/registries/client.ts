// The HTTP of registries: bounded in size and time, patient with a busy server, careful with redirects.
import { gunzipSync } from "node:zlib";
import { Pace } from "./pace.ts";
import { fetchOnce, type Reply } from "./request.ts";

/** The registry gave no answer: it is down, refuses, or answers what cannot be used. */
export class RegistryError extends Error {}

export interface ClientOptions {
  /** Address of the registry, without credentials. */
  readonly base: string;
  /** `Authorization` header for that address and no other. */
  readonly authorization?: string;
  readonly userAgent: string;
  /** Requests that begin in a second at most. */
  readonly perSecond: number;
  /** Requests on their way at the same time; default 6. */
  readonly atOnce?: number;
  /** Milliseconds before the first retry; doubles with each. Default 500. */
  readonly patience?: number;
  /** Milliseconds for one request; default 60,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly body: Buffer;
  /** `Last-Modified`, ISO 8601. */
  readonly modified?: string;
}

const TRIES = 5;
/** A server that asks for a longer pause is left alone for this run. */
const LONGEST_WAIT = 60_000;
/** After so many requests in a row without an answer the registry is taken for down. */
const DOWN_AFTER = 4;

export class RegistryClient {
  readonly #options: ClientOptions;
  readonly #pace: Pace;
  #failures = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#pace = new Pace(options.perSecond, options.atOnce ?? 6);
  }

  /** Whether it makes sense to ask further. */
  get down(): boolean {
    return this.#failures >= DOWN_AFTER;
  }

  /** Gets a path below the registry's address (or an address that the registry gave); undefined for 404 and 410. `limit`: most bytes, default 64 MB. */
  async get(path: string, options: { readonly limit?: number; readonly accept?: string } = {}): Promise<Answer | undefined> {
    const { base } = this.#options;
    const url = path === "" ? new URL(base) : new URL(path, base.endsWith("/") ? base : `${base}/`);
    for (let attempt = 1; ; attempt += 1) {
      if (this.down) throw new RegistryError("it does not answer");
      const reply = await this.#pace.run(() => this.#once(url, options));
      if (reply.status === 404 || reply.status === 410) return this.#answered(undefined);
      if (reply.status === 200) return this.#answered(answerOf(reply, options.limit ?? 64_000_000));
      const wait = this.#waitAfter(reply, attempt);
      if (wait === undefined) {
        throw new RegistryError(reply.error ?? `it answered ${reply.status}`);
      }
      await pause(wait, this.#options.signal);
    }
  }

  async json(path: string, options: { readonly limit?: number; readonly accept?: string } = {}): Promise<unknown> {
    const answer = await this.get(path, { accept: "application/json", ...options });
    if (!answer) return undefined;
    try {
      return JSON.parse(answer.body.toString("utf8"));
    } catch {
      throw new RegistryError("it answered something that is no JSON");
    }
  }

  async text(path: string): Promise<string | undefined> {
    return (await this.get(path, { accept: "*/*", limit: 8_000_000 }))?.body.toString("utf8");
  }

  #once(url: URL, { limit = 64_000_000, accept = "*/*" }: { readonly limit?: number; readonly accept?: string }): Promise<Reply> {
    const { base, authorization, userAgent, timeout = 60_000, signal } = this.#options;
    const trusted = new URL(base);
    return fetchOnce(url, { trusted, authorization, userAgent, accept, limit, timeout, signal });
  }

  #answered<T>(answer: T): T {
    this.#failures = 0;
    return answer;
  }

  /** Milliseconds until the next try; undefined where there shall be none. */
  #waitAfter(reply: Reply, attempt: number): number | undefined {
    const again = reply.status === 0 ? !reply.final : reply.status === 429 || reply.status >= 500;
    // A package that is refused says nothing of the others.
    if (!again) return undefined;
    if (attempt >= TRIES) {
      this.#failures += 1;
      return undefined;
    }
    const wanted = reply.retryAfter ?? (this.#options.patience ?? 500) * 2 ** (attempt - 1);
    if (wanted <= LONGEST_WAIT) return wanted;
    this.#failures = DOWN_AFTER;
    return undefined;
  }
}

function answerOf({ body, encoding, modified }: Reply, limit: number): Answer {
  try {
    const plain = encoding === "gzip" ? gunzipSync(body, { maxOutputLength: limit }) : body;
    return { body: plain, ...(modified === undefined ? {} : { modified }) };
  } catch {
    throw new RegistryError("its answer is too large or broken");
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        fail(signal.reason);
      },
      { once: true },
    );
  });
}
