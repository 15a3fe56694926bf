// What of a program answers to some words: rules by what they say, policies, products, entries of registers. All of it is in memory and small.
import { frontDoorWords, type Language, localText, wordFor, wordsOf } from "#look";
import { policyAreas, type Program } from "#program";
import type { Hit } from "./hit.ts";

const EACH = 4;

export function inProgram(words: readonly string[], program: Program, language: Language): readonly Hit[] {
  if (words.length === 0) return [];
  return [...products(words, program, language), ...rules(words, program, language), ...policies(words, program, language)];
}

/** How well a text answers: every word at a beginning in it; the shorter text first. Undefined where one is missing. */
export function answers(words: readonly string[], ...texts: readonly (string | undefined)[]): number | undefined {
  const text = texts
    .filter((each) => each !== undefined)
    .join(" ")
    .toLowerCase();
  const all = words.every((word) => begins(text, word));
  return all ? text.length : undefined;
}

function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  return false;
}

export function best<Item>(items: readonly Item[], of: (item: Item) => number | undefined, most = EACH): readonly Item[] {
  return items
    .flatMap((item) => {
      const found = of(item);
      return found === undefined ? [] : [{ item, found }];
    })
    .sort((a, b) => a.found - b.found)
    .slice(0, most)
    .map(({ item }) => item);
}

function products(words: readonly string[], { organization }: Program, language: Language): Hit[] {
  return best(organization.products, ({ id, name }) => answers(words, id, ...Object.values(name))).map(({ id, name }) => ({
    kind: "product",
    id,
    label: localText(name, language) ?? id,
    address: `/inventory/products/${encodeURIComponent(id)}`,
  }));
}

function rules(words: readonly string[], program: Program, language: Language): Hit[] {
  const all = program.policies.flatMap((policy) => policy.rules);
  return best(all, ({ id, statement, remedy }) => answers(words, id, ...Object.values(statement), localText(remedy, language))).map(
    ({ id, area, statement, decide }) => ({
      kind: "rule",
      id,
      label: localText(statement, language) ?? id,
      detail: wordFor(wordsOf(language).area, area),
      state: decide,
      address: `/program/policies/${area}?rule=${encodeURIComponent(id)}`,
    }),
  );
}

function policies(words: readonly string[], program: Program, language: Language): Hit[] {
  const areas = policyAreas.filter((area) => program.policies.some((policy) => policy.area === area));
  const nameOf = (area: string) => wordFor(wordsOf(language).area, area);
  return best(areas, (area) => answers(words, area, nameOf(area), frontDoorWords[language].kinds.policy)).map((area) => ({
    kind: "policy",
    id: area,
    label: nameOf(area),
    detail: wordFor(wordsOf(language).state, program.policies.find((policy) => policy.area === area)?.state ?? ""),
    address: `/program/policies/${area}`,
  }));
}
