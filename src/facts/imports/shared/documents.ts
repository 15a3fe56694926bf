// JSON and YAML documents that are read whole, within a bound, with the line of what is wrong.
import { open } from "node:fs/promises";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import { Unreadable } from "../../lockfiles/types.ts";

const MAX_BYTES = 256_000_000;

/** A file as text: UTF-8, or UTF-16 with a mark. Throws `Unreadable` for what is larger than 256 MB. */
export async function textOf(path: string, limit = MAX_BYTES): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > limit) throw new Unreadable(`Not read: larger than ${limit / 1_000_000} MB`, undefined, "a smaller file, or the zip export");
    const bytes = await file.readFile();
    const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(label).decode(bytes);
  } finally {
    await file.close();
  }
}

/** A JSON document. Throws `Unreadable` with the line. */
export async function jsonOf(path: string): Promise<unknown> {
  const text = await textOf(path);
  if (text.trim() === "") throw new Unreadable("The file is empty", undefined, "a JSON document");
  return parseJson(text);
}

/** JSON, or YAML where the first sign is no bracket. Throws `Unreadable` with the line. */
export async function jsonOrYamlOf(path: string): Promise<unknown> {
  const text = await textOf(path);
  if (text.trim() === "") throw new Unreadable("The file is empty", undefined, "a JSON or YAML document");
  return /^\s*[[{]/.test(text) ? parseJson(text) : parseYaml(text).value;
}
