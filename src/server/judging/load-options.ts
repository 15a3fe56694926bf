// How programs are read here: with the packs that come along, and the measures that there are.
import { dirname, join } from "node:path";
import { measureIds } from "#measures";
import type { LoadOptions } from "#program";

const root = dirname(dirname(dirname(import.meta.dirname)));

export function loadOptions(): LoadOptions {
  return { packsFolder: join(root, "packs"), measures: measureIds() };
}
