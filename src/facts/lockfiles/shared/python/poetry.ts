// Dependencies as Poetry writes them: https://python-poetry.org/docs/dependency-specification/
import type { LockedPackage, Scope } from "../../types.ts";
import { gitSource, pathSource, urlSource } from "../addresses.ts";
import { asObject, asText, type DataObject, entriesOf, field, objectField, textField } from "../data.ts";
import { scopeOfGroup } from "../graph.ts";
import { normalName, versionInFileName } from "./names.ts";
import type { Ask } from "./asks.ts";

type Pin = Pick<LockedPackage, "version" | "range" | "source">;

/** Everything that `[tool.poetry]` asks for. Packages from folders are added to `ours`, groups to `groups`. */
export function poetryAsks(poetry: DataObject | undefined, ours: Set<string>, groups: Map<string, Scope>): Ask[] {
  const asks: Ask[] = [];
  const add = (table: unknown, scope: Scope, place: readonly string[], group?: string): void => {
    for (const [name, value] of entriesOf(table)) {
      if (name.toLowerCase() === "python") continue;
      for (const single of Array.isArray(value) ? value : [value]) {
        const pin = poetryPin(single, name);
        if (pin === undefined) continue;
        if (pin === "ours") ours.add(normalName(name));
        else
          asks.push({
            name,
            scope: scope === "production" && field(single, "optional") === true ? "optional" : scope,
            group,
            ...pin,
            written: name,
            place,
          });
      }
    }
  };
  add(objectField(poetry, "dependencies"), "production", ["tool", "poetry", "dependencies"]);
  add(objectField(poetry, "dev-dependencies"), "development", ["tool", "poetry", "dev-dependencies"], "dev");
  for (const [group, content] of entriesOf(objectField(poetry, "group"))) {
    const scope = scopeOfGroup(group);
    groups.set(group, scope);
    add(objectField(content, "dependencies"), scope, ["tool", "poetry", "group", group, "dependencies"], group);
  }
  return asks;
}

/** The pin of one dependency; `ours` for a folder beside the project, undefined for what is none. */
export function poetryPin(value: unknown, name: string): Pin | "ours" | undefined {
  const text = asText(value);
  if (text !== undefined) return rangePin(text);
  const table = asObject(value);
  if (table === undefined) return undefined;
  const git = textField(table, "git");
  if (git !== undefined) return { version: "", source: gitSource(git, textField(table, "rev") ?? textField(table, "ref")) };
  const url = textField(table, "url");
  if (url !== undefined) return { version: versionInFileName(url, name) ?? "", source: urlSource(url) };
  const path = textField(table, "path") ?? textField(table, "file");
  if (path !== undefined) {
    const version = versionInFileName(path, name);
    return version === undefined ? "ours" : { version, source: pathSource(path) };
  }
  return rangePin(textField(table, "version") ?? "*");
}

/** A bare full version pins (`1.2.3`), everything else is a range; `*` is any. */
export function rangePin(text: string): Pin {
  const plain = text.trim();
  if (plain === "" || plain === "*") return { version: "" };
  const exact = /^(?:={2,3}\s*)?v?(\d+[A-Za-z0-9.!+_-]*)$/.exec(plain.slice(0, 200))?.[1];
  return exact !== undefined && !plain.includes("*") ? { version: exact } : { version: "", range: plain };
}
