// The nested entries of lockfile version 1 straight from their lines. See `quick-entries.ts`.
import type { PrettyJson } from "../shared/pretty-json.ts";
import { MODULES, maxLevels } from "./edges.ts";
import { type LockEntry, type OpenEntry, openEntry, scopeFrom } from "./entry.ts";

interface Level {
  /** Depth of the lines that start its entries. */
  readonly depth: number;
  /** Location of what they are nested in, with a slash; empty at the top. */
  readonly prefix: string;
  entry: OpenEntry | undefined;
  development: boolean;
  optional: boolean;
}

export class OldEntryReader {
  /** In the order of the file, the outer before the inner ones. */
  readonly entries: LockEntry[] = [];
  readonly #json: PrettyJson;
  #level: Level = levelOf(2, "");
  readonly #outer: Level[] = [];
  #names: string[] | undefined;

  constructor(json: PrettyJson) {
    this.#json = json;
  }

  /** Takes the current line of `dependencies`; false for what only the whole file, read by a real parser, can explain. */
  line(): boolean {
    const json = this.#json;
    const level = this.#level;
    if (json.kind === "close" && json.depth === level.depth - 1) return this.#leave();
    if (json.depth === level.depth) return this.#entryLine(level);
    if (json.depth === level.depth + 1) return level.entry !== undefined && this.#field(level, level.entry);
    if (json.depth === level.depth + 2 && json.kind !== "close") this.#names?.push(json.key);
    return true;
  }

  #leave(): boolean {
    const outer = this.#outer.pop();
    if (outer) this.#level = outer;
    return outer !== undefined;
  }

  #entryLine(level: Level): boolean {
    const json = this.#json;
    if (json.kind === "open-object") {
      level.entry = openEntry(`${level.prefix}${MODULES}${json.key}`, json.line);
      level.development = false;
      level.optional = false;
      this.entries.push(level.entry);
      return true;
    }
    if (json.kind !== "close" || !level.entry) return false;
    level.entry.scope = scopeFrom(level.development, level.optional);
    level.entry = undefined;
    return true;
  }

  #field(level: Level, entry: OpenEntry): boolean {
    const json = this.#json;
    this.#names = undefined;
    if (json.kind === "string") {
      if (json.hasKey("version")) entry.version = json.value;
      else if (json.hasKey("resolved")) entry.resolved = json.value;
      else if (json.hasKey("integrity")) entry.integrity = json.value;
    } else if (json.kind === "other") {
      if (json.hasKey("dev")) level.development = json.value === "true";
      else if (json.hasKey("optional")) level.optional = json.value === "true";
    } else if (json.kind === "open-object" && json.hasKey("requires")) {
      entry.asks = this.#names = [];
    } else if (json.kind === "open-object" && json.hasKey("dependencies")) {
      if (this.#outer.length >= maxLevels) return false;
      this.#outer.push(level);
      this.#level = levelOf(level.depth + 2, `${entry.location}/`);
    }
    return true;
  }
}

function levelOf(depth: number, prefix: string): Level {
  return { depth, prefix, entry: undefined, development: false, optional: false };
}
