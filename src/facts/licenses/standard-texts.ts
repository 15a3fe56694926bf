// Texts of licences as the SPDX list has them, for packages that bring none of their own.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseExpression } from "#kit";

/** Texts by licence id. Of an atom with an exception the licence alone: no list has texts of exceptions. */
export async function standardTexts(atoms: Iterable<string>): Promise<Map<string, string>> {
  const folder = join(dirname(createRequire(import.meta.url).resolve("spdx-license-list/package.json")), "licenses");
  const texts = new Map<string, string>();
  for (const id of new Set([...atoms].flatMap(idOf))) {
    const text = await textIn(join(folder, `${id}.json`));
    if (text !== undefined) texts.set(id, text);
  }
  return texts;
}

function idOf(atom: string): string[] {
  const parsed = parseExpression(atom);
  return parsed?.kind === "license" && /^[\w.-]+$/.test(parsed.id) ? [parsed.id] : [];
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
