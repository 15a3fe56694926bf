// How commands of this machine speak to the office: through the server that runs, else by opening the office themselves. Either way it is the same API.
import { AllmendError } from "#kit";
import { createApp } from "./app.ts";
import type { Brought } from "./deps.ts";
import { openOffice, type OfficeOptions } from "./start.ts";
import { findServer, newLocalKey, type RunningServer } from "./sign-in/local-key.ts";

export interface OfficeClient {
  /** Asks the API as the administrator of this machine. Throws AllmendError with what the office says. */
  ask<Body>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Body>;
  /** Gives the answer as it comes, for what is large. */
  stream(path: string): Promise<AsyncIterable<Uint8Array>>;
  /** The server that runs, with what this machine's administrator is known by there; absent where the office was opened here. */
  readonly server?: { readonly url: string; readonly key: string };
  close(): Promise<void>;
}

export type ClientOptions = Omit<OfficeOptions, "program"> & { readonly program: Brought };

export async function connectOffice(options: ClientOptions): Promise<OfficeClient> {
  const running = await livingServer(options.home);
  return running ? overNetwork(running) : inProcess(options);
}

/** A file that a killed server left behind names nobody. */
async function livingServer(home: string): Promise<RunningServer | undefined> {
  const server = await findServer(home);
  if (!server) return undefined;
  try {
    const answer = await fetch(`${server.url}/api/me`, {
      headers: { authorization: `Bearer ${server.key}` },
      signal: AbortSignal.timeout(5000),
    });
    return answer.status === 401 ? undefined : server;
  } catch {
    return undefined;
  }
}

function overNetwork({ url, key }: RunningServer): OfficeClient {
  const send = (method: string, path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    async ask(method, path, body) {
      const answer = await send(method, path, body);
      return read(answer.status, await answer.text());
    },
    async stream(path) {
      const answer = await send("GET", path, undefined);
      if (!answer.ok || !answer.body) return read(answer.status, await answer.text());
      return answer.body;
    },
    server: { url, key },
    close: async () => undefined,
  };
}

async function inProcess(options: ClientOptions): Promise<OfficeClient> {
  const office = await openOffice({ ...options, work: false, listensAt: "http://127.0.0.1:4040" });
  const key = newLocalKey();
  const app = await createApp(office.deps, { version: options.version, localKey: key });
  const headers = { authorization: `Bearer ${key.secret}` };
  return {
    async ask(method, path, body) {
      const answer = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body as object }) });
      return read(answer.statusCode, answer.body);
    },
    async stream(path) {
      const answer = await app.inject({ method: "GET", url: path, headers, payloadAsStream: true });
      const stream = answer.stream();
      if (answer.statusCode >= 400) return read(answer.statusCode, (await stream.toArray()).join(""));
      return stream as AsyncIterable<Uint8Array>;
    },
    async close() {
      await app.close();
      await office.stop();
    },
  };
}

function read<Body>(status: number, text: string): Body {
  const body = text === "" ? undefined : (JSON.parse(text) as unknown);
  if (status < 400) return body as Body;
  const { code = "fault", title = `HTTP ${status}`, detail } = (body ?? {}) as { code?: string; title?: string; detail?: string };
  throw new AllmendError(code, status >= 500 ? "upstream" : "input", title, detail === undefined ? {} : { hint: detail });
}
