// Notices that name any other licence, by the names of the declared tables.
import { nameKey } from "../../declared/keys.ts";
import { declaredTables } from "../../declared/tables.ts";
import { around, type Notice, type Prose } from "./prose.ts";

/** Longest name, in words of the text. */
const longest = 12;

let firstWords: Set<string> | undefined;

/** Words that begin a name in the tables; what is generic as a first word needs the context anyway. */
export function beginsName(word: string): boolean {
  firstWords ??= new Set([...declaredTables().names.keys()].flatMap((key) => key.split(" ", 1)));
  const first = /^[a-z]+/.exec(word)?.[0] ?? word;
  return firstWords.has(word) || firstWords.has(first) || firstWords.has(first.replace(/v$/, ""));
}

/** The longest name that begins at `at`. */
export function readNamedLicense(prose: Prose, at: number): Notice | undefined {
  const { names } = declaredTables();
  for (let size = Math.min(longest, prose.words.length - at); size > 0; size--) {
    const last = prose.words[at + size - 1] ?? "";
    if (size > 1 && /^(?:and|or|the|a|of|for|in|with|to|see|by|is|as|at)$/.test(last)) continue;
    const key = nameKey(around(prose, at, size));
    const meaning = names.get(key);
    // Ids of one word (`DOC`, `GD`, `Intel`) are words of other things too; only our own rows count.
    if (meaning?.official && !key.includes(" ")) continue;
    if (meaning && meaning.expression !== "LicenseRef-Proprietary")
      return { expression: meaning.expression, confidence: meaning.confidence, from: at, to: at + size };
  }
  return undefined;
}
