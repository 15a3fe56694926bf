// deno.json and deno.jsonc: the imports that name packages. https://docs.deno.com/runtime/fundamentals/configuration/
import { asObject, asText, entriesOf, objectField, type Positioned, textField } from "../shared/data.ts";
import { identityOf } from "../shared/deno.ts";
import { parseJsonc } from "../shared/json.ts";
import { splitNpmName } from "../shared/npm.ts";
import { baseName } from "../shared/paths.ts";
import { type LockedPackage, type LockfileFormat, type OwnPackage, type Reading, type SourceFile, Unreadable } from "../types.ts";

const NAMES = ["deno.json", "deno.jsonc"];

/** Reads `imports` and `scopes`; the package itself is ours where it has a name. */
export const denoJson: LockfileFormat = {
  id: "deno-json",
  ecosystem: "jsr",
  kind: "manifest",
  names: NAMES,
  matches: (path) => NAMES.includes(baseName(path)),
  read,
};

function read(file: SourceFile): Reading {
  const document = parseJsonc(file.text);
  const root = asObject(document.value);
  if (!root) throw new Unreadable("Not a deno.json: its content is not an object", 1, "an object");
  const packages = new Map<string, LockedPackage>();
  for (const imports of [objectField(root, "imports"), ...entriesOf(root["scopes"]).map(([, scope]) => asObject(scope))]) {
    for (const locked of importsIn(imports, document)) if (!packages.has(locked.key)) packages.set(locked.key, locked);
  }
  return { packages: [...packages.values()], own: ownIn(root) };
}

function importsIn(imports: unknown, document: Positioned): readonly LockedPackage[] {
  return entriesOf(imports).flatMap(([alias, value]): LockedPackage[] => {
    const specifier = asText(value);
    const identity = specifier === undefined ? undefined : identityOf(specifier);
    if (!specifier || !identity) return [];
    const key = [identity.type, identity.namespace, identity.name, identity.version || identity.range].join("/");
    return [{ key, ...identity, scope: "production", direct: true, line: document.lineOf(imports, alias) }];
  });
}

function ownIn(root: object): readonly OwnPackage[] {
  const fullName = textField(root, "name");
  if (!fullName) return [];
  const { namespace, name } = splitNpmName(fullName);
  return [{ type: "jsr", namespace: namespace?.slice(1), name, version: textField(root, "version"), license: textField(root, "license") }];
}
