// Workspace patterns (`packages/*`, `!packages/old`), matched without regular expressions: the patterns come from the scanned repository.
import { withoutTrailing } from "#kit";

/** Whether a folder is one of the workspaces that these patterns name. A later pattern beats an earlier one; `!` takes out. */
export function isWorkspaceFolder(folder: string, patterns: readonly unknown[]): boolean {
  let inside = false;
  for (const pattern of patterns) {
    if (typeof pattern !== "string") continue;
    const negated = pattern.startsWith("!");
    if (inside === negated && matchesPattern(folder, negated ? pattern.slice(1) : pattern)) inside = !negated;
  }
  return inside;
}

function matchesPattern(folder: string, pattern: string): boolean {
  const plain = withoutTrailing(pattern.replace(/^\.?\/+/, ""), "/");
  return bracesOf(plain).some((one) => matchesSegments(folder.split("/"), one.split("/")));
}

/** `a/{b,c}` as `a/b` and `a/c`: one pair of braces, which is what occurs. */
function bracesOf(pattern: string): readonly string[] {
  const open = pattern.indexOf("{");
  const close = pattern.indexOf("}", open);
  if (open < 0 || close < 0) return [pattern];
  const choices = pattern
    .slice(open + 1, close)
    .split(",")
    .slice(0, 64);
  return choices.map((choice) => pattern.slice(0, open) + choice + pattern.slice(close + 1));
}

/** The usual walk with one place to fall back to: time is at most the product of the lengths. */
function matchesSegments(folder: readonly string[], pattern: readonly string[]): boolean {
  return walk(
    folder,
    pattern,
    (segment) => segment === "**",
    (segment, wanted) => walk([...segment], [...wanted], isStar, isSign),
  );
}

function isStar(sign: string): boolean {
  return sign === "*";
}

function isSign(sign: string, wanted: string): boolean {
  return wanted === "?" || sign === wanted;
}

function walk(
  items: readonly string[],
  pattern: readonly string[],
  isAny: (wanted: string) => boolean,
  matches: (item: string, wanted: string) => boolean,
): boolean {
  let item = 0;
  let wanted = 0;
  let starAt = -1;
  let starItem = 0;
  while (item < items.length) {
    const next = pattern[wanted];
    if (next !== undefined && isAny(next)) {
      starAt = wanted;
      starItem = item;
      wanted += 1;
    } else if (next !== undefined && matches(items[item] as string, next)) {
      item += 1;
      wanted += 1;
    } else if (starAt >= 0) {
      starItem += 1;
      item = starItem;
      wanted = starAt + 1;
    } else return false;
  }
  while (wanted < pattern.length && isAny(pattern[wanted] as string)) wanted += 1;
  return wanted === pattern.length;
}
