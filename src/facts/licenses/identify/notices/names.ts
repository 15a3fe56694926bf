// Notices that name any other licence, by the names of the declared tables, found word by word in a tree of them.
import { nameKey } from "../../declared/keys.ts";
import { declaredTables, type Meaning } from "../../declared/tables.ts";
import type { Notice, Prose } from "./prose.ts";

interface Node {
  readonly next: Map<string, Node>;
  meaning?: Meaning;
}

/** Longest name, in words of the text. */
const longest = 16;

let tree: Node | undefined;

function nameTree(): Node {
  if (tree) return tree;
  tree = { next: new Map() };
  for (const [key, meaning] of declaredTables().names) {
    // Ids of one word (`DOC`, `GD`, `Intel`) are words of other things too; only our own rows count. Nor is "commercial" in prose a licence.
    if (meaning.expression === "LicenseRef-Proprietary" || (meaning.official && !key.includes(" "))) continue;
    let node = tree;
    for (const word of key.split(" ")) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.meaning ??= meaning;
  }
  return tree;
}

const keys = new Map<string, readonly string[]>();

/** What a word counts as in names: `apachev2` is two words, `the` and `license` none. */
function keyWords(word: string): readonly string[] {
  let found = keys.get(word);
  if (!found) {
    found = nameKey(word).split(" ").filter(Boolean);
    if (keys.size > 20_000) keys.clear();
    keys.set(word, found);
  }
  return found;
}

const beginners = new Map<string, boolean>();
/** By the first three letters whether any name begins with them: spares most words the longer way. */
let starts: Uint8Array | undefined;

function startTable(): Uint8Array {
  if (starts) return starts;
  starts = new Uint8Array(26 ** 3);
  for (const word of nameTree().next.keys()) {
    const at = placeOf(word);
    if (at >= 0) starts[at] = 1;
  }
  return starts;
}

/** The first three letters as one number; negative where they are not all letters, or the word ends with a digit (`version2` counts as `2`). */
function placeOf(word: string): number {
  const last = word.charCodeAt(word.length - 1);
  if (word.length < 3 || last < 0x61) return -1;
  let place = 0;
  for (let at = 0; at < 3; at++) {
    const letter = word.charCodeAt(at) - 0x61;
    if (letter < 0 || letter > 25) return -1;
    place = place * 26 + letter;
  }
  return place;
}

/** Whether any name begins with the word: nearly no word does. */
function beginsName(word: string): boolean {
  const place = placeOf(word);
  if (place >= 0 && startTable()[place] === 0) return false;
  let begins = beginners.get(word);
  if (begins === undefined) {
    const [first] = keyWords(word);
    begins = first !== undefined && nameTree().next.has(first);
    if (beginners.size > 20_000) beginners.clear();
    beginners.set(word, begins);
  }
  return begins;
}

/** The longest name that begins at `at`. */
export function readNamedLicense(prose: Prose, at: number): Notice | undefined {
  if (!beginsName(prose.words[at] as string)) return undefined;
  let node: Node | undefined = nameTree();
  let best: Notice | undefined;
  for (let size = 0; node && size < longest && at + size < prose.words.length; size++) {
    const words = keyWords(prose.words[at + size] as string);
    if (words.length === 0) continue;
    for (const word of words) node = node?.next.get(word);
    if (node?.meaning) best = { expression: node.meaning.expression, confidence: node.meaning.confidence, from: at, to: at + size + 1 };
  }
  return best;
}
