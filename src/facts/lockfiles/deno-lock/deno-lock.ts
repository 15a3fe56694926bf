// deno.lock, versions 2 to 5: packages of npm and JSR, and modules from the web. https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files
import { asObject, field, objectField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { npmScopes } from "../shared/npm-scopes.ts";
import { baseName } from "../shared/paths.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { denoEntries } from "./entries.ts";
import { remoteModules } from "./remote.ts";
import { Specifiers } from "./specifiers.ts";

/** Reads deno.lock. What is for development Deno does not say: what its workspace asks for is production. */
export const denoLock: LockfileFormat = {
  id: "deno-lock",
  ecosystem: "jsr",
  kind: "lockfile",
  names: ["deno.lock"],
  matches: (path) => baseName(path) === "deno.lock",
  covers: { formats: ["deno-json"], whole: true },
  read,
};

function read(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  const root = asObject(document.value);
  if (!root) throw new Unreadable("Not a deno.lock: its content is not an object", 1, "an object");
  // Version 2 keeps npm packages under `npm`, version 3 all under `packages`, later ones at the top.
  const holder = objectField(root, "packages") ?? root;
  const old = objectField(objectField(root, "npm"), "packages");
  const specifiers = new Specifiers(objectField(holder, "specifiers") ?? {}, objectField(objectField(root, "npm"), "specifiers") ?? {});
  const npm = old ?? objectField(holder, "npm");
  const jsr = objectField(holder, "jsr");
  const entries = [...denoEntries("npm", npm, document, specifiers), ...denoEntries("jsr", jsr, document, specifiers)];
  const known = new Map(entries.map((entry) => [entry.locked.key, entry]));
  const roots = specifiers.roots(field(root, "workspace"));
  const scopes = npmScopes(roots, (key) => known.get(key));
  const direct = roots.all();
  const packages = entries.map(
    ({ locked, required, optional }): LockedPackage => ({
      ...locked,
      scope: scopes.get(locked.key) ?? "production",
      direct: direct.size > 0 ? direct.has(locked.key) : undefined,
      dependsOn: [...required, ...optional].filter((key) => known.has(key)),
    }),
  );
  return { packages: [...packages, ...remoteModules(objectField(root, "remote"), document)] };
}
