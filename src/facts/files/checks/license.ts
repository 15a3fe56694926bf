// Is there a licence file? Names as OpenSSF Scorecard takes them (checks/raw/license.go); what the text says is for the licence readers.
import type { Check } from "../types.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";

const EXTENSION = /\.(?:adoc|asc|doc|docx|ext|html?|markdown|md|rst|txt|xml|rtf|org|textile)$/i;
const STEM = /(?:un)?licen[cs]es?|copying|copyright|patents/i;

// What may stand beside the stem (`LICENSE-MIT`, `Apache-2.0.LICENSE`): the name of a licence or of what it covers. `license-checker` is neither.
const QUALIFIER =
  /^(?:v?\d|apache|asl|al2|mit|[al]?gpl|lesser|gnu|bsd|mpl|epl|eupl|cddl|isc|cc|boost|bsl|mulan|zlib|artistic|psf|python|ofl|wtfpl|ncsa|x11|code|docs?|documentation|content|data|assets|fonts?|lib|library|runtime|project|dual|community|commercial|enterprise|ee|(?:de|en|fr|it|es|pt|nl|sv|pl|ja|zh|ru)$)/i;

/** 0 for the most telling (`LICENSE`, then `LICENSE-MIT`, `COPYING`, `MIT-LICENSE`, `COPYRIGHT`, `PATENTS`); undefined for other names. */
export function licenseNameRank(name: string): number | undefined {
  const bare = name.replace(EXTENSION, "");
  const match = STEM.exec(bare);
  if (!match) return undefined;
  const before = bare.slice(0, match.index);
  const after = bare.slice(match.index + match[0].length);
  if (before !== "" && !(/[-_.]$/.test(before) && QUALIFIER.test(before))) return undefined;
  if (after !== "" && !(/^[-_.]/.test(after) && QUALIFIER.test(after.slice(1)))) return undefined;
  const stem = match[0].toLowerCase();
  const base = stem.includes("licen") ? 0 : stem === "copying" ? 2 : stem === "copyright" ? 6 : 7;
  return base + (after === "" ? 0 : 1) + (before === "" ? 0 : 3);
}

/** Licence files at the root, the most telling first. */
export function licenseFiles(files: FileIndex): Entry[] {
  const ranked: { entry: Entry; rank: number }[] = [];
  for (const entry of files.in("")) {
    const rank = entry.kind === "submodule" || entry.size === 0 ? undefined : licenseNameRank(entry.name);
    if (rank !== undefined) ranked.push({ entry, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank || (a.entry.name < b.entry.name ? -1 : 1)).map(({ entry }) => entry);
}

export const license: Check = {
  id: "license",
  facts: ["hasLicense", "licensePath"],
  collect(files, answers) {
    // LICENSES/ is where the REUSE specification keeps them; Scorecard takes folders of the other names as well.
    const folder = ["LICENSES", "LICENSE", "LICENCE", "COPYRIGHT"].flatMap((name) => files.in(name)).find((entry) => entry.kind === "file");
    const found = licenseFiles(files)[0] ?? folder;
    answers.set("hasLicense", found !== undefined, found && { path: found.path });
    if (found) answers.set("licensePath", found.path, { path: found.path });
  },
};
