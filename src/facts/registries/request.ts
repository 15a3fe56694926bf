// One request with its redirects. Never throws for what a server does: the reply says so.
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import { isPrivateAddress, PrivateAddress, publicLookup } from "./guard.ts";

export interface RequestOptions {
  /** The registry's own address: may be private, because somebody configured it, and gets the credentials. */
  readonly trusted: URL;
  readonly authorization: string | undefined;
  readonly userAgent: string;
  readonly accept: string;
  /** Most bytes of the body as it comes over the wire. */
  readonly limit: number;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export interface Reply {
  /** 0 where none came. */
  readonly status: number;
  readonly body: Buffer;
  readonly encoding?: string | undefined;
  /** ISO 8601. */
  readonly modified?: string | undefined;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
  /** Why there was none. */
  readonly error?: string;
  /** Another try would end the same way. */
  readonly final?: boolean;
}

const REDIRECTS = 4;
const NOTHING = Buffer.alloc(0);

export async function fetchOnce(url: URL, options: RequestOptions): Promise<Reply> {
  let at = url;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const refused = refusal(at, options.trusted);
    if (refused !== undefined) return { status: 0, body: NOTHING, error: refused, final: true };
    const reply = await send(at, options);
    if (reply.location === undefined) return reply;
    try {
      at = new URL(reply.location, at);
    } catch {
      return { status: 0, body: NOTHING, error: "it redirects to what is no address", final: true };
    }
  }
  return { status: 0, body: NOTHING, error: "it redirects without end", final: true };
}

/** Why an address is not called. Other hosts than the registry's own only over TLS, and never one inside a private network. */
function refusal(url: URL, trusted: URL): string | undefined {
  if (url.origin === trusted.origin) return undefined;
  if (url.protocol !== "https:") return "it redirects to an address without TLS";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && isPrivateAddress(host)) return "it redirects into a private network";
  return undefined;
}

function send(url: URL, options: RequestOptions): Promise<Reply & { readonly location?: string | undefined }> {
  const own = url.origin === options.trusted.origin;
  const headers = {
    accept: options.accept,
    "accept-encoding": "gzip",
    "user-agent": options.userAgent,
    ...(own && options.authorization !== undefined ? { authorization: options.authorization } : {}),
  };
  return new Promise((done) => {
    const fail = (error: unknown) => {
      const final = error instanceof PrivateAddress || error instanceof TooLarge || options.signal?.aborted === true;
      done({ status: 0, body: NOTHING, error: messageOf(error), final });
    };
    const start = url.protocol === "https:" ? secureRequest : plainRequest;
    const signal = AbortSignal.any([AbortSignal.timeout(options.timeout), ...(options.signal ? [options.signal] : [])]);
    const request = start(url, { headers, signal, ...(own ? {} : { lookup: publicLookup }) }, (response) => {
      readBody(response, options.limit).then((body) => done(replyOf(response, body)), fail);
    });
    request.on("error", fail);
    request.end();
  });
}

/** Asking again brings the same. */
class TooLarge extends Error {}

async function readBody(response: IncomingMessage, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > limit) {
      response.destroy();
      throw new TooLarge("its answer is larger than what is read");
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function replyOf(response: IncomingMessage, body: Buffer): Reply & { readonly location?: string | undefined } {
  const status = response.statusCode ?? 0;
  const { location, "last-modified": modified, "retry-after": retry, "content-encoding": encoding } = response.headers;
  const moved = status >= 301 && status <= 308 && status !== 304;
  return { status, body, encoding, modified: isoOf(modified), retryAfter: waitOf(retry), ...(moved ? { location } : {}) };
}

function isoOf(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `Retry-After` is in seconds, or a date. */
function waitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now());
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return "it cannot be reached";
  const code = (error as NodeJS.ErrnoException).code;
  if (error.name === "TimeoutError" || error.name === "AbortError") return "it took too long";
  return code === undefined || error.message.startsWith("its answer") ? error.message : `it cannot be reached (${code})`;
}
