// What was found in one file, as one expression: everything applies, unless the text leaves a choice.
import { type Expression, expressionKey, joinExpressions } from "#kit";
import { announcesChoice, isChoice } from "./choice.ts";

export interface Part {
  readonly expression: Expression;
  readonly kind: "text" | "tag" | "header";
  /** 0..1. */
  readonly confidence: number;
  /** Offsets: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** A name without its version, or one that several licences share: says nothing beside a precise answer of the same family. */
  readonly vague?: boolean;
  /** The known licence that a text of its own comes nearest to. */
  readonly nearest?: string;
  /** Only an address: where a notice names a licence, its addresses repeat it. */
  readonly address?: true;
}

/** Parts that say something of their own, in the order of the file. */
export function essential(parts: readonly Part[]): Part[] {
  const tagged = parts.some(({ kind }) => kind === "tag");
  const texts = parts.filter(({ kind }) => kind === "text");
  // Where there is a tag, it says for machines what notices say. What is said in passing outweighs nothing.
  const weighty = parts.filter((part) => part.kind !== "header" || !(tagged || (texts.length > 0 && isAside(part, texts))));
  return weighty.filter((part) => {
    if (part.kind === "header") return !weighty.some((other) => other !== part && outweighs(other, part));
    return part.kind !== "text" || !parts.some((other) => allowsLater(other, part));
  });
}

/** One expression for all parts, which are in the order of the file. */
export function combine(parts: readonly Part[], text: string): Expression | undefined {
  const groups: Expression[][] = [];
  let before: Part | undefined;
  const choice = parts.length > 1 && announcesChoice(text, parts[0]?.from ?? 0);
  for (const part of parts) {
    const or =
      before !== undefined && part.kind !== "tag" && before.kind !== "tag" && (choice || isChoice(text.slice(before.to, part.from)));
    if (or) groups.at(-1)?.push(part.expression);
    else groups.push([part.expression]);
    before = part;
  }
  return joinExpressions(
    "and",
    groups.map((group) => joinExpressions("or", group) as Expression),
  );
}

/** Beside whole texts only a plain notice counts, and one of another family: titles, histories and remarks on compatibility name licences too. */
function isAside(notice: Part, texts: readonly Part[]): boolean {
  if (notice.vague || notice.confidence < 0.8) return true;
  const own = familyOf(notice.expression);
  if (own === "CC0" && texts.some(({ expression }) => familyOf(expression) === "CC")) return true; // how Creative Commons licenses its own texts
  if (texts.some(({ nearest }) => nearest?.split("-", 1)[0] === own)) return true; // the title of a text that is not quite that licence
  return own === "LicenseRef" || texts.some(({ expression }) => familyOf(expression) === own && !isLaterOf(notice.expression, expression));
}

/** Whether a tag or a full notice beside the text lets people choose later versions; a name without a version does not. */
function allowsLater(other: Part, text: Part): boolean {
  return other.kind !== "text" && !other.vague && isLaterOf(other.expression, text.expression);
}

function outweighs(other: Part, notice: Part): boolean {
  if (expressionKey(other.expression) === expressionKey(notice.expression)) {
    if (other.kind === "text" || (notice.vague && !other.vague)) return true;
    return other.kind === "header" && other.from < notice.from && !!other.vague === !!notice.vague;
  }
  const [theirs, own] = [familyOf(other.expression), familyOf(notice.expression)];
  if (own === "LicenseRef") return publicDomain.test(theirs); // "public domain" beside the dedication itself
  const gnu = own.endsWith("GPL") && theirs.endsWith("GPL");
  if (
    notice.address &&
    !other.address &&
    !other.vague &&
    other.kind === "header" &&
    other.from < notice.from &&
    notice.from - other.to < addressReach
  )
    return true;
  if (notice.address && !other.address && !other.vague) return theirs === own || gnu;
  // Notices of the LGPL speak of the GPL, too; where something else is put under the GPL in so many words, that counts as well.
  if (notice.vague) return other.vague ? own === "GPL" && theirs !== own && gnu && notice.confidence < 0.6 : theirs === own || gnu;
  return other.kind === "header" && !other.vague && isLaterOf(other.expression, notice.expression);
}

/** An address so soon behind a notice says where that licence can be read, in characters. */
const addressReach = 300;

const publicDomain = /^(?:CC0|Unlicense|CC-PDDC|CC|PDDL|blessing|SAX|NIST|libselinux)$/;

/** `GPL-2.0-or-later` of `GPL-2.0-only`. */
function isLaterOf(later: Expression, only: Expression): boolean {
  return (
    later.kind === "license" && only.kind === "license" && only.id.endsWith("-only") && later.id === only.id.replace(/-only$/, "-or-later")
  );
}

function familyOf(expression: Expression): string {
  const first = expression.kind === "license" ? expression.id : familyOf(expression.parts[0] as Expression);
  return first.split("-", 1)[0] ?? first;
}
