// A text that comes near a known licence without being it: a reference of its own, the nearest named, the difference in words.
import { createRequire } from "node:module";
import { shortHash } from "#kit";
import type { NearestText } from "../types.ts";
import { textDifferences } from "./difference.ts";
import { ownTemplates } from "./curated/own-templates.ts";

const require = createRequire(import.meta.url);

/** The wording of a licence that is shown beside others: the SPDX list's. */
function wordingOf(id: string): string | undefined {
  const list = require("spdx-license-list/full") as Record<string, { licenseText: string }>;
  return list[id]?.licenseText ?? ownTemplates.find((one) => one.id === id)?.texts[0];
}

/** `LicenseRef-like-MIT-1a2b3c4d`: the same for the same words, whatever their lines, case and punctuation. */
export function ownReference(nearest: string, text: string): string {
  return `LicenseRef-like-${nearest}-${hashOfWords(text)}`;
}

/** The same for terms that stand beside a licence. */
export function termsReference(text: string): string {
  return `LicenseRef-restriction-${hashOfWords(text)}`;
}

function hashOfWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return shortHash(words.join(" ")).slice(0, 8);
}

/** `text` is what stands in the file from `line` on. */
export function nearestOf(spdx: string, similarity: number, text: string, line: number): NearestText {
  const known = wordingOf(spdx);
  const found = known === undefined ? undefined : textDifferences(text, known, line);
  return {
    spdx,
    similarity: Math.round(similarity * 1000) / 1000,
    differences: found?.shown ?? [],
    ...(found && found.more > 0 ? { moreDifferences: found.more } : {}),
  };
}
