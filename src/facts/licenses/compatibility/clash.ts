// Two components in one work: where one wants the whole under its own licence, the other has to fit into that, whatever our own licence is.
import { foldExpression, formatAtom, parseExpression } from "#kit";
import { knowledgeOf } from "../knowledge/knowledge.ts";
import { isCombined, isConveyed, isDelivered, type LicenseUsage } from "../obligations/usage.ts";
import { compatibilityOf } from "./compatible.ts";
import type { Compatibility, CompatibilityMatrix } from "./types.ts";

export interface InWork {
  readonly license: string;
  readonly usage: LicenseUsage;
}

/** Why `whole` and `other` are no one work; undefined where they are, where `whole` does not ask for all of it, or where nobody knows. Of an OR one branch that fits is enough. */
export function clashOf(whole: InWork, other: InWork, matrix?: CompatibilityMatrix): Compatibility | undefined {
  if (whole.license === other.license || !isOneWork(whole.usage) || !isOneWork(other.usage)) return undefined;
  const expression = parseExpression(whole.license);
  if (!expression) return undefined;
  return foldExpression<Compatibility | undefined>(expression, {
    atom: (atom) => ofAtom(formatAtom(atom), whole.usage, other, matrix),
    and: (parts) => parts.find((part) => part !== undefined),
    or: (parts) => (parts.includes(undefined) ? undefined : parts[0]),
  });
}

/** Whether it is delivered as a part of one work with what stands beside it. */
export function isOneWork(usage: LicenseUsage): boolean {
  return isDelivered(usage) && isCombined(usage) && isConveyed(usage);
}

function ofAtom(atom: string, usage: LicenseUsage, other: InWork, matrix: CompatibilityMatrix | undefined): Compatibility | undefined {
  if (!asksForWhole(atom)) return undefined;
  const inside = compatibilityOf(atom, other.license, other.usage, matrix);
  if (inside.compatible !== false || inside.reason === "no-licence") return undefined;
  // Two that both want the whole go together where one of them may stand over the other.
  if (wantsWhole(other.license) && compatibilityOf(other.license, atom, usage, matrix).compatible !== false) return undefined;
  return { ...inside, reason: "beside", confidence: Math.min(inside.confidence, 0.8) };
}

const asking = new Map<string, boolean>();
const MOST_ASKING = 10_000;

/** Whether a licence asks, in any of its branches, that the whole work it becomes part of stands under it: no other one clashes with its neighbours. */
export function asksForOneWork(license: string): boolean {
  const known = asking.get(license);
  if (known !== undefined) return known;
  const expression = parseExpression(license);
  const some = (parts: readonly boolean[]) => parts.includes(true);
  const asks =
    expression !== undefined &&
    foldExpression<boolean>(expression, { atom: (atom) => asksForWhole(formatAtom(atom)), and: some, or: some });
  if (asking.size < MOST_ASKING) asking.set(license, asks);
  return asks;
}

function wantsWhole(license: string): boolean {
  const expression = parseExpression(license);
  if (!expression) return false;
  return foldExpression<boolean>(expression, {
    atom: (atom) => asksForWhole(formatAtom(atom)),
    and: (parts) => parts.includes(true),
    or: (parts) => !parts.includes(false),
  });
}

const notCode = ["for-content", "for-data", "for-documentation", "for-fonts", "for-hardware"];

function asksForWhole(atom: string): boolean {
  const { strength, properties } = knowledgeOf(atom);
  return (
    (strength === "strong" || strength === "network") && !notCode.some((property) => (properties as readonly string[]).includes(property))
  );
}
