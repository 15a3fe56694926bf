// Dependencies as gleam.toml writes them (https://gleam.run/writing-gleam/gleam-toml/).
import type { LockedPackage, Scope } from "../types.ts";
import { gitSource } from "./addresses.ts";
import { arrayField, asText, type DataObject, entriesOf, field, textField } from "./data.ts";

export interface GleamAsk {
  readonly name: string;
  readonly version: string;
  readonly range?: string;
  readonly scope: Scope;
  readonly source?: LockedPackage["source"];
  /** Taken from a folder: ours. */
  readonly local: boolean;
  readonly table: string;
}

/** What a parsed gleam.toml asks for; the table for developers has had two spellings. */
export function gleamAsks(document: DataObject): GleamAsk[] {
  const asks: GleamAsk[] = [];
  for (const table of ["dependencies", "dev-dependencies", "dev_dependencies"]) {
    for (const [name, value] of entriesOf(field(document, table))) {
      const git = textField(value, "git");
      asks.push({
        name,
        ...pinOf(asText(value) ?? textField(value, "version")),
        scope: table === "dependencies" ? "production" : "development",
        source: git === undefined ? undefined : gitSource(git, textField(value, "ref")),
        local: textField(value, "path") !== undefined,
        table,
      });
    }
  }
  return asks;
}

/** Licences of a package, of which one may choose. */
export function gleamLicense(document: DataObject): string | undefined {
  const licences = arrayField(document, "licences") ?? arrayField(document, "licenses");
  return (
    licences
      ?.map(asText)
      .filter((text) => text !== undefined)
      .join(" OR ") || undefined
  );
}

function pinOf(requirement: string | undefined): Pick<GleamAsk, "version" | "range"> {
  if (requirement === undefined) return { version: "" };
  const exact = /^\s*(?:==?\s*)?(\d+\.\d+\.\d+[\w.+-]*)\s*$/.exec(requirement.slice(0, 100))?.[1];
  return exact === undefined ? { version: "", range: requirement } : { version: exact };
}
