// TOML through smol-toml, and the lines of its tables, which that parser does not tell.
import { createRequire } from "node:module";
import { Unreadable } from "../types.ts";
import { asObject, type DataObject } from "./data.ts";
import { maxDepth } from "./json.ts";

/** Loaded with the first document: many who come by here never read one. */
const load = createRequire(import.meta.url);

/** Parses TOML 1.0. Tables are objects without prototype; dates are `Date`s. Throws `Unreadable` with the line. */
export function parseToml(text: string): DataObject {
  const { parse, TomlError } = load("smol-toml") as typeof import("smol-toml");
  try {
    return asObject(parse(text, { maxDepth })) ?? {};
  } catch (error) {
    if (error instanceof TomlError) throw new Unreadable(`Not TOML: ${firstLine(error.message)}`, error.line, "a TOML document");
    if (error instanceof RangeError) throw new Unreadable("Not TOML: nested too deeply", undefined, "a TOML document");
    throw error;
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/^Invalid TOML document: /, "");
}

/**
 * The lines (1-based) of every table header by its written name without spaces and quotes: `[[package]]` gives `package` → [1, 9, 20].
 * The n-th line belongs to the n-th element of the array of tables. Headers inside multi-line strings are not counted.
 */
export function tableLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  let fence: string | undefined;
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    if (fence === undefined && line.trimStart().startsWith("[")) {
      const name = headerName(line);
      if (name !== undefined) {
        const known = lines.get(name);
        if (known) known.push(number);
        else lines.set(name, [number]);
      }
    }
    fence = fenceAfter(line, fence);
  }
  return lines;
}

function headerName(line: string): string | undefined {
  const found = /^\s*\[{1,2}([^[\]]+)\]{1,2}\s*(?:#.*)?$/.exec(line);
  return found?.[1]?.replace(/[\s"']/g, "");
}

/** Which multi-line string is open after this line, if any. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  if (!line.includes('"""') && !line.includes("'''")) return open;
  let fence = open;
  for (const mark of line.match(/"""|'''/g) ?? []) {
    if (fence === undefined) fence = mark;
    else if (fence === mark) fence = undefined;
  }
  return fence;
}
