// YAML for lockfiles: the common block style by a fast reader of our own, everything else by the `yaml` package with bounds.
// Scalars stay as written (`1.10` is a version, not a number); only plain true/false and null/~/nothing are more than text.
import { Unreadable } from "../types.ts";
import type { Positioned } from "./data.ts";
import { withoutMark } from "./json.ts";
import { readBlockYaml } from "./yaml-block.ts";
import { readFullYaml } from "./yaml-full.ts";

/** The full reader is thorough and slow: larger files that need it are not read. */
const MAX_FULL_SIZE = 3_000_000;

/** All documents of a stream, each with the lines of its keys. Throws `Unreadable` with the line. */
export function parseYamlDocuments(text: string): readonly Positioned[] {
  const plain = withoutMark(text);
  const quick = readBlockYaml(plain);
  if (quick) return quick;
  if (plain.length > MAX_FULL_SIZE) {
    throw new Unreadable(`Not read: YAML in an unusual style, larger than ${MAX_FULL_SIZE / 1_000_000} MB`, undefined, "a smaller file");
  }
  return readFullYaml(plain);
}

/** The first document; `value` is null for an empty file. */
export function parseYaml(text: string): Positioned {
  return parseYamlDocuments(text)[0] ?? { value: null, lineOf: () => undefined };
}
