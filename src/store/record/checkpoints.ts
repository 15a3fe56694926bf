// Signed statements of where the chain stood, kept outside of the database: whoever rewrites all of it cannot rewrite them.
import { type KeyObject, sign, verify } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Tables } from "../database/tables.ts";
import { keyId, type SigningKey } from "./keys.ts";

const checkpointLine = z.strictObject({
  schema: z.literal("allmend.checkpoint/1"),
  sequence: z.number().int().min(0),
  hash: z.string().max(64),
  at: z.string().max(40),
  key: z.string().max(64),
  signature: z.string().max(200),
});

export type Checkpoint = z.output<typeof checkpointLine>;

export interface ReadCheckpoints {
  readonly checkpoints: readonly Checkpoint[];
  /** Lines (from 1) that are no checkpoint, or whose signature is of nobody that is known. */
  readonly bad: readonly { readonly line: number; readonly because: string }[];
}

/** Where checkpoints go: a file, or whatever takes one (a service that writes once). */
export interface CheckpointSink {
  write(checkpoint: Checkpoint): Promise<void>;
}

export function checkpointFile(path: string): CheckpointSink {
  return {
    async write(checkpoint) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await appendFile(path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600, flush: true });
    },
  };
}

function signed(sequence: number, hash: string, at: string): Buffer {
  return Buffer.from(`allmend.checkpoint/1\n${sequence}\n${hash}\n${at}\n`);
}

/** Signs where the chain stands now, unless it stands where it stood (`after`). */
export async function takeCheckpoint(
  db: Kysely<Tables>,
  key: SigningKey,
  sink: CheckpointSink,
  now: Date,
  after?: number,
): Promise<number> {
  const { sequence, hash } = await db.selectFrom("record_head").select(["sequence", "hash"]).executeTakeFirstOrThrow();
  if (sequence === (after ?? 0)) return sequence;
  const at = now.toISOString();
  const signature = sign(null, signed(sequence, hash, at), key.secret).toString("base64");
  await sink.write({ schema: "allmend.checkpoint/1", sequence, hash, at, key: key.id, signature });
  return sequence;
}

/** Checkpoints of a file, those whose signature holds. A file that is not there holds none. */
export async function readCheckpoints(path: string, keys: readonly KeyObject[]): Promise<ReadCheckpoints> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "";
    throw cause;
  });
  const known = new Map(keys.map((key) => [keyId(key), key]));
  const checkpoints: Checkpoint[] = [];
  const bad: { line: number; because: string }[] = [];
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const checkpoint = parsed(line);
    const key = checkpoint && known.get(checkpoint.key);
    if (!checkpoint) {
      // The last line may be torn by a machine that lost its power; the one before holds.
      if (index < lines.length - 1) bad.push({ line: index + 1, because: "it is no checkpoint" });
    } else if (!key) bad.push({ line: index + 1, because: `key ${checkpoint.key} is not known` });
    else if (!verify(null, signed(checkpoint.sequence, checkpoint.hash, checkpoint.at), key, Buffer.from(checkpoint.signature, "base64")))
      bad.push({ line: index + 1, because: "its signature does not hold" });
    else checkpoints.push(checkpoint);
  }
  return { checkpoints, bad };
}

function parsed(line: string): Checkpoint | undefined {
  try {
    return checkpointLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

export interface RunningCheckpoints {
  /** Takes a last one, and no more after it. */
  stop(): Promise<void>;
}

/** Takes one now and then as often as said; what fails is told, and tried again the next time. */
export function runCheckpoints(
  db: Kysely<Tables>,
  key: SigningKey,
  sink: CheckpointSink,
  options: { readonly seconds: number; readonly clock: () => Date; readonly failed: (cause: unknown) => void },
): RunningCheckpoints {
  let last: number | undefined;
  let running: Promise<void> = Promise.resolve();
  const take = () => {
    running = running.then(async () => {
      try {
        last = await takeCheckpoint(db, key, sink, options.clock(), last);
      } catch (cause) {
        options.failed(cause);
      }
    });
    return running;
  };
  void take();
  const timer = setInterval(() => void take(), options.seconds * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await take();
    },
  };
}
