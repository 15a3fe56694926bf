// What a Cargo.toml asks for (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html).
import type { LockedPackage, OwnPackage, Scope } from "../types.ts";
import { gitSource, registrySource } from "./addresses.ts";
import { asText, type DataObject, entriesOf, field, objectField, textField } from "./data.ts";

export const usualCargoRegistries = ["github.com/rust-lang/crates.io-index", "index.crates.io"];

/** One dependency of a manifest. */
export interface CrateAsk {
  /** The crate's own name, whatever the manifest calls it. */
  readonly name: string;
  /** The key in the manifest. */
  readonly alias: string;
  readonly scope: Scope;
  readonly version: string;
  readonly range?: string;
  readonly source?: LockedPackage["source"];
  /** Taken from a folder beside: ours. */
  readonly local: boolean;
  /** The table that holds it, as a path of keys. */
  readonly place: readonly string[];
}

export interface CrateManifest {
  readonly own: OwnPackage | undefined;
  readonly asks: readonly CrateAsk[];
}

const TABLES: readonly (readonly [key: string, scope: Scope])[] = [
  ["dependencies", "production"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
  // What only the build script uses is not in the product.
  ["build-dependencies", "development"],
  ["build_dependencies", "development"],
];

/** Reads a parsed Cargo.toml; `workspace` is the parsed Cargo.toml of the workspace's root, for what is inherited (itself, where it is the root). */
export function crateManifest(document: DataObject, workspace: DataObject = document): CrateManifest {
  const shared = objectField(workspace, "workspace");
  const asks: CrateAsk[] = [];
  const addTables = (holder: unknown, above: readonly string[]): void => {
    for (const [key, scope] of TABLES) {
      for (const [alias, value] of entriesOf(field(holder, key))) {
        const ask = askOf(alias, value, scope, objectField(shared, "dependencies"));
        if (ask) asks.push({ ...ask, place: [...above, key] });
      }
    }
  };
  addTables(document, []);
  for (const [target, content] of entriesOf(field(document, "target"))) addTables(content, ["target", target]);
  return { own: ownCrate(document, shared), asks };
}

function askOf(alias: string, value: unknown, scope: Scope, shared: DataObject | undefined): Omit<CrateAsk, "place"> | undefined {
  const inherited = field(value, "workspace") === true ? field(shared, alias) : undefined;
  const version = asText(value) ?? textField(value, "version") ?? asText(inherited) ?? textField(inherited, "version");
  const pick = (key: string): string | undefined => textField(value, key) ?? textField(inherited, key);
  const optional = field(value, "optional") === true;
  if (version === undefined && typeof value !== "object") return undefined;
  return {
    name: pick("package") ?? alias,
    alias,
    scope: optional && scope === "production" ? "optional" : scope,
    ...pinOf(version),
    source: sourceOf(pick("git"), pick("rev"), pick("registry-index")),
    local: pick("path") !== undefined,
  };
}

/** `=1.2.3` pins; everything else is a range (`1.2` means `^1.2`). */
function pinOf(version: string | undefined): Pick<CrateAsk, "version" | "range"> {
  if (version === undefined || version.trim() === "*") return { version: "" };
  const exact = /^\s*=\s*(\d+\.\d+\.\d+[^\s,]*)\s*$/.exec(version.slice(0, 200))?.[1];
  return exact === undefined ? { version: "", range: version } : { version: exact };
}

function sourceOf(git: string | undefined, revision: string | undefined, index: string | undefined): LockedPackage["source"] {
  return git === undefined ? registrySource(index, usualCargoRegistries) : gitSource(git, revision);
}

function ownCrate(document: DataObject, shared: DataObject | undefined): OwnPackage | undefined {
  const crate = objectField(document, "package") ?? objectField(document, "project");
  const name = textField(crate, "name");
  if (name === undefined) return undefined;
  const inherited = objectField(shared, "package");
  const pick = (key: string): string | undefined =>
    textField(crate, key) ?? (field(field(crate, key), "workspace") === true ? textField(inherited, key) : undefined);
  return { type: "cargo", name, version: pick("version"), license: pick("license") };
}
