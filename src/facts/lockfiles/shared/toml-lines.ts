// Where things stand in a TOML file, for messages and evidence: tables of an array, keys of tables, strings inside lists.
import { arrayField, asObject, type DataObject } from "./data.ts";
import { tableLines } from "./toml.ts";

export interface TomlEntry {
  readonly table: DataObject;
  readonly line: number | undefined;
}

/** The tables of an array of tables (`[[package]]`) with the lines of their headers. What is no table is left out. */
export function tomlEntries(document: DataObject, text: string, name: string): TomlEntry[] {
  const elements = arrayField(document, name) ?? [];
  const lines = elements.length > 0 ? tableLines(text).get(name) : undefined;
  const aligned = lines?.length === elements.length ? lines : undefined;
  const entries: TomlEntry[] = [];
  for (const [index, element] of elements.entries()) {
    const table = asObject(element);
    if (table) entries.push({ table, line: aligned?.[index] });
  }
  return entries;
}

/** How far a text is looked for: keeps a file with very many entries from taking square time. */
const WINDOW = 500;

const KEY = /^\s*("[^"\n]*"|'[^'\n]*'|[\w-]+(?:\s*\.\s*[\w-]+)*)\s*=/;
const HEADER = /^\s*\[{1,2}([^[\]]+)\]{1,2}\s*(?:#.*)?$/;

/** Lines (1-based) of `key = …` by table and key (`dependencies.serde`, without quotes) in a file written in the usual style; the first of several counts. */
export class TomlKeyLines {
  readonly #lines: readonly string[];
  readonly #byKey = new Map<string, number>();

  constructor(text: string) {
    this.#lines = text.split("\n");
    let table = "";
    for (const [index, line] of this.#lines.entries()) {
      const header = line.length < 1000 ? HEADER.exec(line)?.[1] : undefined;
      if (header !== undefined) {
        table = bare(header);
        this.#remember(table, index + 1);
        continue;
      }
      const key = KEY.exec(line.slice(0, 300))?.[1];
      if (key !== undefined) this.#remember(table === "" ? bare(key) : `${table}.${bare(key)}`, index + 1);
      // `serde.workspace = true` is where `serde` stands.
      const first = key?.includes(".") && !/^["']/.test(key) ? bare(key.slice(0, key.indexOf("."))) : undefined;
      if (first !== undefined) this.#remember(table === "" ? first : `${table}.${first}`, index + 1);
    }
  }

  #remember(key: string, line: number): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, line);
  }

  /** The line of a key, or of a table's header. */
  of(...path: readonly string[]): number | undefined {
    return this.#byKey.get(path.join("."));
  }

  /** The first line at or after `from` that holds this text; looked for in the next few hundred lines only. */
  holding(text: string, from = 1): number | undefined {
    const end = Math.min(this.#lines.length, from - 1 + WINDOW);
    for (let index = from - 1; index < end; index += 1) if (this.#lines[index]?.includes(text)) return index + 1;
    return undefined;
  }
}

function bare(name: string): string {
  return name.replace(/["'\s]/g, "");
}
