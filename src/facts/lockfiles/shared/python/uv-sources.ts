// Where `[tool.uv.sources]` takes dependencies from instead of the index: https://docs.astral.sh/uv/concepts/projects/dependencies/
import { gitSource, urlSource } from "../addresses.ts";
import { type DataObject, entriesOf, field, textField } from "../data.ts";
import { normalName } from "./names.ts";
import type { Ask } from "./asks.ts";

/** The same dependencies with their sources; folders and workspace members are added to `ours`. */
export function applyUvSources(asks: readonly Ask[], sources: DataObject | undefined, ours: Set<string>): readonly Ask[] {
  if (sources === undefined) return asks;
  const byName = new Map<string, Ask["source"]>();
  for (const [name, value] of entriesOf(sources)) {
    for (const source of Array.isArray(value) ? value : [value]) {
      const key = normalName(name);
      const git = textField(source, "git");
      const url = textField(source, "url");
      if (field(source, "workspace") === true || textField(source, "path") !== undefined) ours.add(key);
      else if (git !== undefined) byName.set(key, gitSource(git, textField(source, "rev")));
      else if (url !== undefined) byName.set(key, urlSource(url));
    }
  }
  return asks.map((ask) => {
    const source = byName.get(normalName(ask.name));
    return source === undefined ? ask : { ...ask, source };
  });
}
