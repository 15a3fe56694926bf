// The GNU licences, in all the ways people write family, version and "or later".
import { parseExpression } from "#kit";

export interface GnuName {
  readonly id: string;
  readonly confidence: number;
}

const families: readonly (readonly [family: string, words: RegExp])[] = [
  ["AGPL", /\bagpl\b|\baffero\b/],
  ["LGPL", /\blgpl\b|\b(?:lesser|library)\b/],
  ["GFDL", /\bgfdl\b|\bfree documentation\b|\bfdl\b/],
  ["GPL", /\bgpl\b|\bgnu (?:general )?public\b|\bgeneral public\b|\bgnu copyleft\b/],
];

/** Every word that may stand in such a name; another word means that something else is meant. */
const usual = new Set(
  "gnu gpl lgpl agpl gfdl fdl general lesser library affero public free documentation software foundation fsf only later newer greater above any higher upwards at your option of copyleft terms under s this either".split(
    " ",
  ),
);

/** The versions of each family; the last is what a bare name of the family may mean at most. */
const versions: Readonly<Record<string, readonly string[]>> = {
  AGPL: ["1.0", "3.0"],
  LGPL: ["2.0", "2.1", "3.0"],
  GFDL: ["1.1", "1.2", "1.3"],
  GPL: ["1.0", "2.0", "3.0"],
};

/** `key` is a name's `nameKey`, where `or` and `version` are gone and `+` is a word. */
export function readGnuName(key: string): GnuName | undefined {
  const family = families.find(([, words]) => words.test(key))?.[0];
  if (family === undefined) return undefined;
  const numbers = new Set<string>();
  let later = false;
  for (const word of key.split(" ")) {
    if (/^\d+(?:\.\d+)*$/.test(word)) numbers.add(word.includes(".") ? word : `${word}.0`);
    else if (word === "+" || /^(?:later|newer|greater|above|higher|upwards)$/.test(word)) later = true;
    else if (!usual.has(word)) return undefined;
  }
  if (numbers.size > 1) return undefined;
  const [version] = numbers;
  // No version named: the texts say that any published one may be chosen. For the AGPL only the third is the Free Software Foundation's own.
  if (version === undefined) {
    const first = family === "AGPL" ? "3.0" : (versions[family]?.[0] ?? "1.0");
    return family === "GFDL" ? { id: "GFDL-1.1-or-later", confidence: 0.6 } : { id: `${family}-${first}-or-later`, confidence: 0.6 };
  }
  const known = versions[family]?.includes(version) ?? false;
  const id = `${family}-${known ? version : ""}-${later ? "or-later" : "only"}`;
  return known && parseExpression(id) ? { id, confidence: 0.95 } : undefined;
}
