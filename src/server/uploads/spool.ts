// What somebody sends at length goes to a file of its own first: bounded, whole, and gone afterwards.
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { filled, problem } from "../http/problem.ts";
import { inFolder } from "./folder.ts";

export interface Spooled {
  readonly folder: string;
  readonly path: string;
  readonly bytes: number;
}

export interface SpoolOptions {
  readonly home: string;
  /** Name of the file. */
  readonly name: string;
  /** Most bytes. */
  readonly most: number;
}

/** Writes a body to a file, lets it be used, and removes it. Throws a problem where there is none, it is larger than allowed, or ends early. */
export async function spooled<T>(
  body: Readable | undefined,
  { home, name, most }: SpoolOptions,
  use: (file: Spooled) => Promise<T>,
): Promise<T> {
  if (!body) throw problem(400, "body-unreadable", "Nothing was sent", "Send the document as the body, with its content-type.");
  const uploads = join(home, "uploads");
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  return inFolder(uploads, "upload", async (folder) => {
    const path = join(folder, name);
    const bytes = await written(body, path, most);
    return use({ folder, path, bytes });
  });
}

async function written(body: Readable, path: string, most: number): Promise<number> {
  let bytes = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > most)
          throw problem(
            413,
            "body-too-large",
            "What was sent is too large",
            filled("At most {bytes} bytes are taken here.", { bytes: most }),
          );
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return bytes;
}
