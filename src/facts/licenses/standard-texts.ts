// Texts of licences as the SPDX list has them, for packages that bring none of their own.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseExpression } from "#kit";

/** Texts by atom. An atom with an exception has none: the list has no texts of exceptions, and half of the terms would be wrong terms. */
export async function standardTexts(atoms: Iterable<string>): Promise<Map<string, string>> {
  const folder = join(dirname(createRequire(import.meta.url).resolve("spdx-license-list/package.json")), "licenses");
  const texts = new Map<string, string>();
  for (const atom of new Set(atoms)) {
    const parsed = parseExpression(atom);
    if (parsed?.kind !== "license" || parsed.exception !== undefined || !/^[\w.-]+$/.test(parsed.id)) continue;
    const text = await textIn(join(folder, `${parsed.id}.json`));
    if (text !== undefined) texts.set(atom, text);
  }
  return texts;
}

async function textIn(path: string): Promise<string | undefined> {
  try {
    const { licenseText } = JSON.parse(await readFile(path, "utf8")) as { licenseText?: unknown };
    return typeof licenseText === "string" && licenseText.trim() !== "" ? licenseText : undefined;
  } catch {
    // References of one's own, and what is newer than the list.
    return undefined;
  }
}
