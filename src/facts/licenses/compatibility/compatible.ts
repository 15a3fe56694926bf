// Compatibility from what is known: how it is used first, then pairs by name, then what the strengths of both say. What nothing settles stays unknown.
import { foldExpression, formatAtom, parseExpression } from "#kit";
import { knowledgeOf } from "../knowledge/knowledge.ts";
import { isCombined, isConveyed, isDelivered, type LicenseUsage } from "../obligations/usage.ts";
import type { LicenseKnowledge } from "../types.ts";
import { pairs } from "./pairs.ts";
import type { Compatibility, CompatibilityMatrix, CompatibilityReason } from "./types.ts";

const own = "our reading of the licences";

function answer(compatible: boolean | undefined, reason: CompatibilityReason, confidence = 0.8, source: string = own): Compatibility {
  return { compatible, reason, source, confidence };
}

/**
 * Whether a component under `inbound` may be part of a work that is passed on under `outbound` (an expression; undefined where nobody knows it). Of an
 * AND the worst answer counts, of an OR the best; the work has to fit every licence under which it is offered.
 */
export function compatibilityOf(
  outbound: string | undefined,
  inbound: string,
  usage: LicenseUsage,
  matrix?: CompatibilityMatrix,
): Compatibility {
  if (!isDelivered(usage)) return answer(true, "not-delivered", 0.95);
  const offered = outbound === undefined ? [undefined] : atomsIn(outbound);
  const expression = parseExpression(inbound);
  if (!expression) return answer(undefined, "unknown-licence", 0);
  return foldExpression<Compatibility>(expression, {
    atom: (atom) => worst(offered.map((out) => ofAtoms(out, formatAtom(atom), usage, matrix))),
    and: worst,
    or: best,
  });
}

function atomsIn(outbound: string): readonly (string | undefined)[] {
  const expression = parseExpression(outbound);
  if (!expression) return [undefined];
  const atoms: string[] = [];
  foldExpression<void>(expression, { atom: (atom) => void atoms.push(formatAtom(atom)), and: () => undefined, or: () => undefined });
  return atoms;
}

const rank = ({ compatible }: Compatibility) => (compatible === true ? 0 : compatible === undefined ? 1 : 2);

function worst(answers: readonly Compatibility[]): Compatibility {
  return answers.reduce((a, b) => (rank(b) > rank(a) ? b : a));
}

function best(answers: readonly Compatibility[]): Compatibility {
  return answers.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}

function ofAtoms(
  outbound: string | undefined,
  inbound: string,
  usage: LicenseUsage,
  matrix: CompatibilityMatrix | undefined,
): Compatibility {
  const license = knowledgeOf(inbound);
  if (license.strength === "none") return answer(false, "no-licence", 0.95);
  if (license.strength === "unknown") return answer(undefined, "unknown-licence", 0);
  return byUsage(license, outbound, usage) ?? (outbound === undefined ? withoutOutbound(license) : ofPair(outbound, license, matrix));
}

/** What the use settles, whatever the two licences are. */
function byUsage(license: LicenseKnowledge, outbound: string | undefined, usage: LicenseUsage): Compatibility | undefined {
  if (!isCombined(usage)) return answer(true, "side-by-side", 0.85);
  if (isConveyed(usage) || (usage.distribution === "hosted" && license.properties.includes("network-is-distribution"))) return undefined;
  const network = usage.distribution === "hosted" && license.strength === "network" && outbound !== license.id;
  // A changed version is owed to those who reach it; whether linking it in changes it, lawyers answer differently.
  return network ? (usage.modified ? undefined : answer(undefined, "disputed-network", 0.5)) : answer(true, "not-passed-on", 0.9);
}

function withoutOutbound(license: LicenseKnowledge): Compatibility {
  // What fits every licence fits ours, whichever it is.
  if (license.strength === "public-domain") return answer(true, "public-domain", 0.95);
  const contested = pairs.some(({ inbound, compatible }) => compatible !== true && inbound.test(license.id));
  if (contested) return answer(undefined, "unknown-outbound", 0.5);
  if (license.strength === "permissive") return answer(true, "permissive", 0.9);
  if (license.strength === "weak") return answer(true, "library", 0.75);
  return answer(undefined, "unknown-outbound", 0.5);
}

function ofPair(outbound: string, license: LicenseKnowledge, matrix: CompatibilityMatrix | undefined): Compatibility {
  if (outbound === license.id) return answer(true, "same", 0.95);
  const told = matrix?.(outbound, license.id);
  if (told) return told;
  const named = pairs.find((row) => row.inbound.test(license.id) && row.outbound.test(outbound));
  if (named) return answer(named.compatible, named.reason, named.confidence, named.source);
  return byStrength(knowledgeOf(outbound), license);
}

const content = ["for-content", "for-data", "for-documentation", "for-fonts", "for-hardware"];

function byStrength(outbound: LicenseKnowledge, inbound: LicenseKnowledge): Compatibility {
  const confidence = Math.min(0.85, inbound.confidence, outbound.strength === "unknown" ? 0.85 : outbound.confidence);
  switch (inbound.strength) {
    case "public-domain":
      return answer(true, "public-domain", Math.min(0.95, inbound.confidence));
    case "permissive":
      // An advertising clause is a further restriction under every GPL.
      return inbound.properties.includes("advertising") && /^A?GPL-/.test(outbound.id)
        ? answer(false, "further-restriction", 0.85, "GPL-2.0 §6; GPL-3.0 §7, §10")
        : answer(true, "permissive", confidence);
    case "weak":
      return weakInto(outbound, confidence);
    case "proprietary":
      return outbound.strength === "strong" || outbound.strength === "network"
        ? answer(false, "whole-work", confidence)
        : answer(undefined, "contract", confidence);
    default:
      return strongInto(outbound, inbound, confidence);
  }
}

/** Another copyleft for the whole may forbid what the weak one asks of its part; who has not read the two together does not know. */
function weakInto(outbound: LicenseKnowledge, confidence: number): Compatibility {
  if (outbound.strength === "strong" || outbound.strength === "network") return answer(undefined, "no-rule", 0.5);
  return outbound.strength === "unknown" ? answer(true, "library", 0.7) : answer(true, "library", Math.min(0.8, confidence));
}

function strongInto(outbound: LicenseKnowledge, inbound: LicenseKnowledge, confidence: number): Compatibility {
  if (content.some((property) => inbound.properties.includes(property))) return answer(undefined, "content", 0.5);
  switch (outbound.strength) {
    case "unknown":
      return answer(undefined, "unknown-outbound", 0.5);
    case "strong":
    case "network":
      return answer(false, "two-copylefts", Math.min(0.75, confidence));
    default:
      return answer(false, "whole-work", confidence);
  }
}
