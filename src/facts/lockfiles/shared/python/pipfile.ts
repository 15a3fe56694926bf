// What a Pipfile asks for.
import { asObject, type DataObject, entriesOf } from "../data.ts";
import { scopeOfGroup } from "../graph.ts";
import type { Ask } from "./asks.ts";
import { poetryPin } from "./poetry.ts";

/** Tables of a Pipfile that hold no packages. */
const OTHER_TABLES = new Set(["source", "requires", "scripts", "pipenv", "build-system", "project", "tool"]);

/** `packages` is what runs; every other table of packages (`dev-packages`, categories of one's own) is for developers. */
export function pipfileAsks(document: DataObject): Ask[] {
  const asks: Ask[] = [];
  for (const [table, content] of entriesOf(document)) {
    if (OTHER_TABLES.has(table) || asObject(content) === undefined) continue;
    for (const [name, value] of entriesOf(content)) {
      const pin = poetryPin(value, name);
      if (pin === undefined || pin === "ours") continue;
      asks.push({
        name,
        scope: table === "packages" ? "production" : scopeOfGroup(table),
        group: table,
        ...pin,
        written: name,
        place: [table],
      });
    }
  }
  return asks;
}
