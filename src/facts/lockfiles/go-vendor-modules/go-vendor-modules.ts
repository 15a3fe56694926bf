// vendor/modules.txt: the modules copied into a repository (https://go.dev/ref/mod#vendoring).
import { moduleIn } from "../go-mod/go-work.ts";
import type { LockedPackage, LockfileFormat, ReadContext, Reading, SourceFile } from "../types.ts";
import { goName, isLocalPath, isSameHome } from "../shared/golang.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";

export const goVendorModules: LockfileFormat = {
  id: "go-vendor-modules",
  ecosystem: "golang",
  kind: "lockfile",
  names: ["modules.txt"],
  matches: (path) => nameOf(path) === "modules.txt",
  read: readVendorModules,
};

/** `# module version`, `# module [version] => other version`, `# module => ./folder`. */
const MODULE = /^# ([^\s#]+)(?: (v[^\s]+))?(?: => ([^\s]+)(?: (v[^\s]+))?)?$/;

async function readVendorModules(file: SourceFile, context: ReadContext): Promise<Reading> {
  const goMod = inFolder(folderOf(folderOf(file.path)), "go.mod");
  const main = moduleIn((await context.text(goMod)) ?? "");
  const packages = new Map<string, LockedPackage>();
  let current: string | undefined;
  let number = 0;
  for (const line of file.text.split("\n")) {
    number += 1;
    const text = line.slice(0, 2000).trimEnd();
    if (text.startsWith("## ")) {
      const known = current === undefined ? undefined : packages.get(current);
      if (known && /^## (?:.*; )?explicit(?:;|$)/.test(text)) packages.set(known.key, { ...known, direct: undefined });
      continue;
    }
    if (!text.startsWith("# ")) continue;
    const locked = packageOf(MODULE.exec(text), number, main);
    current = locked?.key;
    if (locked && !packages.has(locked.key)) packages.set(locked.key, locked);
  }
  return { packages: [...packages.values()], alsoRead: [goMod] };
}

/** Undefined for what is ours. Lines without a version only repeat what go.mod replaces. What is not explicit below its line is no requirement of ours. */
function packageOf(found: RegExpExecArray | null, line: number, main: string | undefined): LockedPackage | undefined {
  const [, module, version, other, otherVersion] = found ?? [];
  if (module === undefined || version === undefined) return undefined;
  const local = other !== undefined && isLocalPath(other);
  if (local && isSameHome(module, main)) return undefined;
  const path = other === undefined || local ? module : other;
  const pinned = other === undefined || local ? version : (otherVersion ?? version);
  return {
    key: `${path}@${pinned}`,
    type: "golang",
    ...goName(path),
    version: pinned,
    scope: "production",
    direct: false,
    line,
    source: local ? { kind: "path", address: other } : undefined,
  };
}
