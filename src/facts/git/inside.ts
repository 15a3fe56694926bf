// Reading small files of a place that nobody trusts: never outside the scanned folder, never a device, never without a bound.
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";

/** Whether `path` is `root` or below it. Both absolute; neither is resolved. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The real path, or undefined where it does not exist or leaves `root` (itself a real path) through a symbolic link. */
export function realInside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    return isInside(root, real) ? real : undefined;
  } catch {
    return undefined;
  }
}

export type Refusal = "missing" | "outside" | "not-a-file" | "too-large" | "unreadable";

/** The bytes of a regular file below `root`, or why there are none. Symbolic links count where they stay inside. */
export function readInside(root: string, path: string, limit: number): Buffer | Refusal {
  let real: string;
  try {
    real = realpathSync.native(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable";
  }
  return isInside(root, real) ? readRegular(real, limit) : "outside";
}

// Without O_NONBLOCK, opening a fifo waits for ever; without O_NOFOLLOW, a link that appears after the look-up would be followed.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The bytes of a regular file, at most `limit`. Follows no symbolic link in the last part of the path. */
export function readRegular(path: string | Buffer, limit: number): Buffer | Refusal {
  return readFrom(path, (size) => (size > limit ? "too-large" : size));
}

/** The first bytes of a regular file of any size, at most `limit`. */
export function readBeginning(path: string | Buffer, limit: number): Buffer | Refusal {
  return readFrom(path, (size) => Math.min(size, limit));
}

/** `much`: how much to read of a file of that size. */
function readFrom(path: string | Buffer, much: (size: number) => number | Refusal): Buffer | Refusal {
  let descriptor: number;
  try {
    descriptor = openSync(path, OPEN_FLAGS);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return "missing";
    return code === "ELOOP" || code === "ENXIO" || code === "EISDIR" ? "not-a-file" : "unreadable";
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return "not-a-file";
    const size = much(status.size);
    return typeof size === "string" ? size : readWhole(descriptor, size);
  } catch {
    return "unreadable";
  } finally {
    closeSync(descriptor);
  }
}

function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const count = readSync(descriptor, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}
