// A program that lies in a folder, loaded and checked: here, or where it is large in a thread of its own, so that the server answers others meanwhile.
import { Worker } from "node:worker_threads";
import type { Problem } from "#kit";
import { checkRules } from "#policy";
import { type LoadedProgram, type LoadOptions, loadProgram, type Program } from "#program";
import { filled, problem, type Told } from "../http/problem.ts";

export interface ReadProgram {
  /** Absent where it has an error. */
  readonly program?: Program;
  readonly problems: readonly Problem[];
}

export interface ApartOrder {
  readonly folder: string;
  readonly options: LoadOptions;
}

/** What the thread does: `check` is `readProgramIn`, `load` is `loadProgram`. */
export interface ThreadOrder extends ApartOrder {
  readonly do: "check" | "load";
}

export async function readProgramIn(folder: string, options: LoadOptions): Promise<ReadProgram> {
  const loaded = await loadProgram(folder, options);
  const problems = [...loaded.problems, ...(loaded.partial ? checkRules(loaded.partial) : [])];
  const fine = loaded.program && problems.every(({ severity }) => severity !== "error");
  return { problems, ...(fine && loaded.program ? { program: loaded.program } : {}) };
}

/** Characters of a program that is read beside all else: more would keep everybody waiting. */
export const LARGE = 200_000;

/** One at a time: each may take all of a core and some hundred megabytes. Whoever comes after more than these wait is told to come again. */
const MOST_WAITING = 20;
const LONGEST = 60_000;
const MEGABYTES = 1024;
let waiting = 0;
let running: Promise<unknown> = Promise.resolve();

/** The same in a thread. Throws a problem where it takes too long, too much memory, or too many wait. */
export async function readProgramApart(order: ApartOrder, { longest = LONGEST } = {}): Promise<ReadProgram> {
  if (waiting >= MOST_WAITING) {
    throw problem(503, "reading-busy", "Too many large programs are being read just now", "Try again in a minute.");
  }
  waiting++;
  const next = running.then(() => inThread<ReadProgram>({ ...order, do: "check" }, longest));
  running = next.catch(() => undefined);
  try {
    return await next;
  } finally {
    waiting--;
  }
}

/** The program in force, which everybody waits for: in a thread of its own, beside what others have read. One that a thread does not get through is loaded here. */
export async function loadApart(order: ApartOrder): Promise<LoadedProgram> {
  return inThread<LoadedProgram>({ ...order, do: "load" }, LONGEST).catch(() => loadProgram(order.folder, order.options));
}

async function inThread<Read>(workerData: ThreadOrder, longest: number): Promise<Read> {
  const worker = new Worker(new URL("./read-program-thread.ts", import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const late = setTimeout(
    () =>
      reject(
        tooLarge(
          filled("It was not read within {seconds} seconds. Divide its documents, or take out what nobody needs.", {
            seconds: longest / 1000,
          }),
        ),
      ),
    longest,
  );
  worker.once("message", resolve);
  worker.once("error", (cause: NodeJS.ErrnoException) =>
    reject(
      cause.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? tooLarge(
            filled("It needs more than {megabytes} MB to be read. Divide its documents, or take out what nobody needs.", {
              megabytes: MEGABYTES,
            }),
          )
        : cause,
    ),
  );
  worker.once("exit", (code) => reject(new Error(`the thread that read a program ended with ${code}`)));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

function tooLarge(detail: Told) {
  return problem(422, "program-too-large", "This program is too large to be read", detail);
}
