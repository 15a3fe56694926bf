// An answer about impact as text and as CSV. A cell that a table would take for a formula begins with an apostrophe.
import type { inventoryWords } from "@allmend/look/words/portal/inventory";
import type { Speech } from "../../parts/use-words.ts";
import type { ImpactData } from "./impact.tsx";

type Words = (typeof inventoryWords)["en"];

export function textOf(impact: ImpactData, words: Words, say: Speech["say"]): string {
  const repositories = new Set(impact.places.map(({ repositoryId }) => repositoryId)).size;
  const names = new Map(impact.products.map(({ id, name }) => [id, name]));
  return [
    impact.purl,
    say(words.impact.answer, { name: impact.name, products: impact.products.length, repositories }),
    ...impact.places.map(
      ({ product, repository, versions, scope }) =>
        `- ${product === undefined ? words.noProduct : (names.get(product) ?? product)}: ${repository} ${versions.join(", ")} (${words.scope[scope]})`,
    ),
    "",
  ].join("\n");
}

export function csvOf({ places }: ImpactData, words: Words): string {
  const rows = places.map(({ product, deliverable, repository, versions, scope, direct, path }) => [
    product ?? "",
    deliverable ?? "",
    repository,
    versions.join(" "),
    scope,
    `${direct}`,
    (path ?? []).join(" > "),
  ]);
  return [words.impact.csv, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
