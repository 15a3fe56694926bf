// The office on a server, as CI and developers reach it: ALLMEND_SERVER says where it is, ALLMEND_TOKEN who asks.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { AllmendError } from "#kit";

export interface OfficeServer {
  readonly address: string;
  ask<Body>(method: "GET" | "POST", path: string, body?: unknown): Promise<Body>;
  /** Sends a file as it is. */
  send<Body>(path: string, file: string, type: string): Promise<Body>;
}

/** Undefined where no server is named. */
export function officeServer(environment: Readonly<Record<string, string | undefined>>): OfficeServer | undefined {
  const given = environment.ALLMEND_SERVER;
  if (given === undefined || given === "") return undefined;
  const address = addressOf(given);
  const token = environment.ALLMEND_TOKEN ?? "";
  const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
  return {
    address,
    async ask(method, path, body) {
      return answered(address, () =>
        fetch(`${address}${path}`, {
          method,
          headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(60_000),
        }),
      );
    },
    async send(path, file, type) {
      const { size } = await stat(file);
      return answered(address, () =>
        fetch(`${address}${path}`, {
          method: "POST",
          headers: { ...headers, "content-type": type, "content-length": String(size) },
          body: Readable.toWeb(createReadStream(file)) as ReadableStream,
          duplex: "half",
          signal: AbortSignal.timeout(15 * 60_000),
        } as RequestInit),
      );
    },
  };
}

/** Throws AllmendError `no-server` where none is named. */
export function requireServer(environment: Readonly<Record<string, string | undefined>>): OfficeServer {
  const server = officeServer(environment);
  if (server) return server;
  throw new AllmendError("no-server", "input", "no server is named", {
    hint: "Set ALLMEND_SERVER=https://office.example and ALLMEND_TOKEN (allmend token create).",
  });
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A token goes over no network that others can listen to. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || (url.protocol === "http:" && !LOOPBACK.has(url.hostname))) {
    throw new AllmendError("bad-server", "input", "ALLMEND_SERVER is no address of a server", {
      hint: "Write it as https://office.example; http only on this machine. The token stands in ALLMEND_TOKEN.",
    });
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

async function answered<Body>(address: string, send: () => Promise<Response>): Promise<Body> {
  let answer: Response;
  try {
    answer = await send();
  } catch (cause) {
    throw new AllmendError("server-away", "upstream", `the server at ${address} does not answer`, { cause });
  }
  const text = await answer.text();
  const body = parsed(text);
  if (answer.ok && body !== undefined) return body as Body;
  const { code, title, detail } = (body ?? {}) as { code?: string; title?: string; detail?: string };
  const hint = detail === undefined ? {} : { hint: detail };
  throw new AllmendError(
    code ?? "server-away",
    answer.status >= 500 ? "upstream" : "input",
    title ?? `${address} answers ${answer.status}`,
    hint,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
