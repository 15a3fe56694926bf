// Every commit (or tag object) that a branch, a remote's branch or a tag names, by our own reading of the refs. Git is not asked.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FoundRepository } from "./found.ts";
import { isRefName } from "./head.ts";
import { readInside, realInside } from "./inside.ts";
import { readReftables } from "./reftable.ts";

const KINDS = ["refs/heads/", "refs/remotes/", "refs/tags/"] as const;
const PACKED = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) refs\/(?:heads|remotes|tags)\//gm;
const ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const MAX_PACKED_BYTES = 128 * 1024 * 1024;
const MAX_REFS = 1_000_000;
const MAX_LOOSE = 20_000;

/** Sorted, each once; with the commit of HEAD. Never throws: what cannot be read is not among them. */
export function tipsOf(found: FoundRepository, head: string): string[] {
  const common = found.git?.common;
  const tips = new Set([head]);
  if (common === undefined) return [...tips];
  for (const [name, id] of readReftables(found.root, join(common, "reftable")) ?? []) {
    if (KINDS.some((kind) => name.startsWith(kind)) && ID.test(id)) tips.add(id);
  }
  const packed = readInside(found.root, join(common, "packed-refs"), MAX_PACKED_BYTES);
  if (typeof packed !== "string") {
    for (const [, id] of packed.toString("latin1").matchAll(PACKED)) if (tips.size < MAX_REFS) tips.add(id as string);
  }
  for (const id of looseTips(found, common)) tips.add(id);
  return [...tips].sort();
}

function looseTips(found: FoundRepository, common: string): string[] {
  const ids: string[] = [];
  for (const kind of KINDS) {
    const folder = realInside(found.root, join(common, kind));
    for (const name of folder === undefined ? [] : namesIn(folder)) {
      const text = isRefName(kind + name) && ids.length < MAX_LOOSE ? readInside(found.root, join(common, kind, name), 200) : "missing";
      const id = typeof text === "string" ? "" : text.toString("latin1").trim();
      if (ID.test(id)) ids.push(id);
    }
  }
  return ids;
}

function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      );
  } catch {
    return [];
  }
}
