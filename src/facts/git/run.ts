// Running git: no shell, an absolute program, our environment, bounded in time and output, ended when we end.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { gitProgram } from "./program.ts";
import { environmentFor, type ObjectFormat, shadowFor } from "./shadow.ts";

/** A repository as git is allowed to see it. */
export interface GitPlace {
  /** The scanned folder: git itself must not come from there. */
  readonly root: string;
  readonly format: ObjectFormat;
  /** Vetted object store (see `objectStore`). */
  readonly objects: string;
  /** Vetted file with the commits at which the history was cut. */
  readonly shallow?: string;
  /** Folder for shadow git directories. */
  readonly scratch?: string;
  readonly signal?: AbortSignal;
}

export interface GitRun {
  readonly output: Buffer;
  /** Null where it was ended by a signal. */
  readonly code: number | null;
  /** The end of what it said, on one line. */
  readonly message: string;
  /** Why it was ended early. */
  readonly cut?: "time" | "output" | "abort";
}

const alive = new Set<ChildProcessWithoutNullStreams>();
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** Starts git in the shadow of this place. The caller ends it. */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const shadow = shadowFor(place.format, place.scratch);
  const child = spawn(gitProgram(place.root), args, {
    cwd: shadow,
    env: environmentFor(shadow, place.objects, place.shallow),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    ...(place.signal ? { signal: place.signal, killSignal: "SIGKILL" as const } : {}),
  });
  alive.add(child);
  child.once("close", () => alive.delete(child));
  // Writing to a git that has died must not end us: its exit says what happened.
  child.stdin.on("error", () => {});
  return child;
}

export interface RunLimits {
  readonly maxBytes: number;
  /** Most NUL bytes in the output: for lists that end each entry with one. */
  readonly maxEntries?: number;
  readonly timeoutMs: number;
  readonly input?: string;
}

/** Runs git to its end, or to a limit. Never rejects but for a missing git program. */
export async function runGit(place: GitPlace, args: readonly string[], limits: RunLimits): Promise<GitRun> {
  const child = startGit(place, args);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let entries = 0;
  let cut: GitRun["cut"];
  const stop = (why: NonNullable<GitRun["cut"]>) => {
    cut ??= why;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop("time"), limits.timeoutMs);
  child.stdout.on("data", (chunk: Buffer) => {
    if (cut !== undefined) return;
    bytes += chunk.length;
    if (limits.maxEntries !== undefined) entries += countNuls(chunk);
    if (bytes <= limits.maxBytes) chunks.push(chunk);
    if (bytes > limits.maxBytes || entries > (limits.maxEntries ?? Number.POSITIVE_INFINITY)) stop("output");
  });
  const message = lastWords(child);
  child.stdin.end(limits.input ?? "");
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      if (error.name === "AbortError") cut ??= "abort";
      if (child.pid === undefined) resolve(null);
    });
    child.once("close", resolve);
  });
  clearTimeout(timer);
  return { output: Buffer.concat(chunks), code, message: message(), ...(cut === undefined ? {} : { cut }) };
}

function countNuls(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) count += 1;
  return count;
}

const MAX_WORDS = 2000;

/** What the child said last on standard error, on one line and without control characters. */
export function lastWords(child: ChildProcessWithoutNullStreams): () => string {
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString("latin1")).slice(-MAX_WORDS);
  });
  return () => {
    const lines = words.split(/[\r\n]+/).filter(Boolean);
    return (lines.at(-1) ?? "").replace(/[^ -~]/g, "?").slice(0, 300);
  };
}
