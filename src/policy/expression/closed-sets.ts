// Texts that stand for members of a closed set are checked where the set is known: a misspelt one would be silently false for ever.
import { didYouMean, phrase, phraseList } from "#kit";
import type { CelType } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import type { Part } from "./part.ts";

/** Checks the literals of `part`, itself or its elements, against the closed set of what it is compared with. */
export function checkMembers(part: Part, offset: number, against: CelType, compiler: Compiler): void {
  const set = against.is === "string" ? against.oneOf : against.is === "list" && against.of.is === "string" ? against.of.oneOf : undefined;
  if (!set) return;
  if (part.elements) {
    for (const element of part.elements) checkMember(element.part, element.offset, set, compiler);
  } else checkMember(part, offset, set, compiler);
}

function checkMember(part: Part, offset: number, set: readonly string[], compiler: Compiler): void {
  const { literal } = part;
  if (typeof literal !== "string" || set.includes(literal)) return;
  compiler.fault({ start: offset }, "rule-literal", phrase`"${literal}" is none of the values that can stand here.`, {
    expected: phraseList(set.map((name) => `"${name}"`)),
    hint: didYouMean(literal, set),
  });
}
