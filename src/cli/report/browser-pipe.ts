// A Chromium that is spoken to over two pipes, in the protocol of its developer tools: open a page, print it, end. Nothing listens on a port.
import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

const LONGEST = 90_000;
const FLAGS = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--disable-dev-shm-usage",
];

/** What is meant to be one page is drawn smaller until it is; smaller than this nobody reads it. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

/** The page at a `file:` address as PDF, with the paper that it asks for. Throws with what the browser said. */
export async function printPage(program: string, address: string, profile: string, onePage = false): Promise<Buffer> {
  // Pages of ours load nothing and run nothing of others; as root (in containers) no browser starts with its sandbox.
  const root = process.getuid?.() === 0 ? ["--no-sandbox", "--no-zygote"] : [];
  const child = spawn(program, [...FLAGS, ...root, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise<never>((_, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`it ended with ${code}`)));
    setTimeout(() => fail(new Error("it took too long")), LONGEST).unref();
  });
  try {
    return await Promise.race([
      print(new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable), address, onePage ? SCALES : [1]),
      ended,
    ]);
  } finally {
    ended.catch(() => undefined);
    child.kill("SIGKILL");
  }
}

async function print(pipe: Pipe, url: string, scales: readonly number[]): Promise<Buffer> {
  const { targetId } = await pipe.ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await pipe.ask("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  await pipe.ask("Page.enable", {}, session);
  const loaded = pipe.event("Page.loadEventFired");
  await pipe.ask("Page.navigate", { url }, session);
  await loaded;
  let pdf = Buffer.alloc(0);
  for (const scale of scales) {
    const options = { preferCSSPageSize: true, printBackground: true, generateDocumentOutline: false, scale };
    const { data } = await pipe.ask("Page.printToPDF", options, session);
    pdf = Buffer.from(String(data), "base64");
    if (pagesOf(pdf) <= 1) break;
  }
  return pdf;
}

/** Chromium writes the objects of pages uncompressed. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Messages are JSON, each ended by a zero byte. */
class Pipe {
  readonly #out: Writable;
  readonly #waiting = new Map<
    number | string,
    { readonly done: (result: Readonly<Record<string, unknown>>) => void; readonly fail: (error: Error) => void }
  >();
  #last = 0;
  #parts: Buffer[] = [];

  constructor(out: Writable, from: Readable) {
    this.#out = out;
    // Its end is told by the process itself.
    out.on("error", () => undefined);
    from.on("error", () => undefined);
    from.on("data", (part: Buffer) => this.#take(part));
  }

  ask(method: string, params: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#last;
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  event(method: string): Promise<Readonly<Record<string, unknown>>> {
    return new Promise((done, fail) => this.#waiting.set(method, { done, fail }));
  }

  #take(part: Buffer): void {
    let rest = part;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#parts, rest.subarray(0, end)]).toString("utf8");
      this.#parts = [];
      rest = rest.subarray(end + 1);
      this.#hear(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#parts.push(rest);
  }

  #hear({ id, method, result, error }: Message): void {
    const key = id ?? method ?? "";
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (error) waiting?.fail(new Error(error.message));
    else waiting?.done(result ?? {});
  }
}
