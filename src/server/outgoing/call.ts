// The one way in which the server calls an address that somebody else named (webhooks, forges, what an identity provider points to).
// The name is resolved once, the address is checked, and the connection goes to that address: a name that answers differently the second time
// (DNS rebinding) gains nothing. Redirects are not followed. Time and size are bounded.
import { lookup as resolve, type LookupAddress } from "node:dns";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AllmendError } from "#kit";
import { isPublicAddress } from "./addresses.ts";

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for all of it. */
  readonly within?: number;
  /** Bytes of the answer at most. */
  readonly atMost?: number;
  readonly signal?: AbortSignal;
  /** Hosts that an administrator named in the server's set-up: they may lie in the house's own network. */
  readonly trusted?: ReadonlySet<string>;
  /** Stands in for the system's resolver, in tests. */
  readonly resolver?: Resolver;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export type Resolver = (
  hostname: string,
  options: { all: true; verbatim: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Throws AllmendError `address-not-allowed` or `call-failed`. */
export async function call(address: string | URL, options: Call = {}): Promise<Answer> {
  const url = new URL(address);
  const trusted = options.trusted?.has(url.host) ?? false;
  refuseUnlessCallable(url, trusted);
  const signal = AbortSignal.any([AbortSignal.timeout(options.within ?? 10_000), ...(options.signal ? [options.signal] : [])]);
  try {
    return await send(url, options, trusted, signal);
  } catch (cause) {
    if (cause instanceof AllmendError) throw cause;
    const why = signal.aborted ? "it did not answer in time" : (cause as Error).message;
    throw new AllmendError("call-failed", "upstream", `${url.host} could not be called: ${why}`, { cause });
  }
}

/** What can be said of an address before its name is resolved. */
export function refuseUnlessCallable(url: URL, trusted = false): void {
  if (url.protocol !== "https:" && !(trusted && url.protocol === "http:")) throw notAllowed(url, "only https is called");
  if (url.username !== "" || url.password !== "") throw notAllowed(url, "it holds a user or a password");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!trusted && isIP(host) !== 0 && !isPublicAddress(host)) throw notAllowed(url, "it is no public address");
}

function notAllowed(url: URL, why: string): AllmendError {
  return new AllmendError("address-not-allowed", "input", `${url.protocol}//${url.host} is not called: ${why}`, {
    hint: "Name a public https address, or have an administrator name the host in server.yaml.",
  });
}

function send(url: URL, options: Call, trusted: boolean, signal: AbortSignal): Promise<Answer> {
  const { method = "GET", headers = {}, body, atMost = 1024 * 1024, resolver = resolve as Resolver } = options;
  return new Promise((done, fail) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(
      url,
      {
        method,
        signal,
        // No connection of an earlier call, which was checked for another name, is used again.
        agent: false,
        lookup: trusted ? undefined : checkedLookup(url, resolver),
        headers: {
          "user-agent": "allmend",
          ...headers,
          ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.length;
          if (size > atMost) request.destroy(new Error(`its answer is larger than ${atMost} bytes`));
          else parts.push(part);
        });
        response.on("error", fail);
        response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
      },
    );
    request.on("error", fail);
    request.end(body);
  });
}

/** A lookup that gives only addresses that were checked; one that is not public refuses them all. */
function checkedLookup(url: URL, resolver: Resolver): LookupFunction {
  return (hostname, options, done) => {
    resolver(hostname, { all: true, verbatim: true }, (error, addresses) => {
      const wanted = addresses?.filter(({ family }) => !options.family || family === options.family) ?? [];
      const [first] = wanted;
      if (error || !first) return done(error ?? new Error("its name is not known"), "", 4);
      if (wanted.some(({ address }) => !isPublicAddress(address)))
        return done(notAllowed(url, "its name leads to no public address"), "", 4);
      if (options.all) done(null, wanted);
      else done(null, first.address, first.family);
    });
  };
}
