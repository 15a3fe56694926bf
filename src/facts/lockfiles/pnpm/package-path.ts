// Keys of `packages` in pnpm-lock.yaml, in the ways that its versions write them.
// https://github.com/pnpm/spec/tree/master/lockfile
import { splitDescriptor } from "../shared/npm.ts";

export interface PackagePath {
  readonly name: string;
  /** The version, or a place (`https://…`, `file:…`). */
  readonly version: string;
}

/** Without the peers behind it: `a@1.0.0(b@2.0.0)` is `a@1.0.0`. */
export function withoutPeers(path: string): string {
  const open = path.indexOf("(");
  return open < 0 ? path : path.slice(0, open);
}

/** Reads `/@scope/name/1.0.0_peer@2.0.0` (before version 6); undefined for what names no package (a path, an address). */
export function slashPath(path: string): PackagePath | undefined {
  const segments = path.split("/");
  // The first segment is empty, or the host of another registry.
  const [, first = "", second = "", third = ""] = segments;
  const [name, rest] = first.startsWith("@") ? [`${first}/${second}`, third] : [first, second];
  const version = rest.split("_", 1)[0] ?? "";
  return name !== "" && /^\d/.test(version) ? { name, version } : undefined;
}

/** Reads `/name@1.0.0(peer@2.0.0)` (version 6) and `name@1.0.0` (version 9); undefined for what names no package. */
export function atPath(path: string): PackagePath | undefined {
  const { name, rest } = splitDescriptor(withoutPeers(path.startsWith("/") ? path.slice(1) : path));
  return name === "" || rest === "" || name.includes(":") ? undefined : { name, version: rest };
}
