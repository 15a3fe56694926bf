import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

/** Path and text of every word of a catalogue. */
function texts(part: unknown, path = ""): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name = ""]) => name).sort();
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

test.each(files)("%s says the same in both languages, with the same places", async (file) => {
  const catalogues = Object.values(await import(`./${file}`)) as { en: unknown; de: unknown }[];
  expect(catalogues.length).toBeGreaterThan(0);
  for (const { en, de } of catalogues) {
    const english = new Map(texts(en));
    const german = new Map(texts(de));
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of english)
      expect([path, [...new Set(places(german.get(path) ?? ""))]]).toEqual([path, [...new Set(places(text))]]);
    expect([...german].filter(([, text]) => /ß|„|“/.test(text) || text.trim() === "")).toEqual([]);
  }
});
