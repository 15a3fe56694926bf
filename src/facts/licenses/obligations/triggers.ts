// Which property of a licence asks for what, and what of the use triggers it: data with conditions, one line for each obligation.
import type { LicenseKnowledge } from "../types.ts";
import type { LicenseProperty } from "../knowledge/properties.ts";
import type { ObligationKind } from "./kinds.ts";
import { isCombined, isConveyed, isReachedOverNetwork, type LicenseUsage } from "./usage.ts";

/** The situation of one licence in one use; `conveyed` holds for licences that count online access as distribution, too. */
export interface Situation {
  readonly license: LicenseKnowledge;
  readonly usage: LicenseUsage;
  readonly conveyed: boolean;
}

export const triggers = [
  "copies leave the house",
  "people use it over a network",
  "it is combined with our code",
  "we changed it",
  "it is used",
] as const;
export type Trigger = (typeof triggers)[number];

export interface ObligationRule {
  readonly kind: ObligationKind;
  readonly trigger: Trigger;
  /** How sure it is that the licence asks this in such a use, 0 to 1; less where lawyers differ, or where the use is an assumption. */
  readonly confidence: number;
  readonly arises: (situation: Situation) => boolean;
}

export function situationOf(license: LicenseKnowledge, usage: LicenseUsage): Situation {
  const online = usage.distribution === "hosted" && license.properties.includes("network-is-distribution");
  return { license, usage, conveyed: isConveyed(usage) || online };
}

function asks(property: LicenseProperty): (situation: Situation) => boolean {
  return ({ license }) => license.properties.includes(property);
}

/** Copies leave the house, and the licence has the property. */
function withCopies(property: LicenseProperty): (situation: Situation) => boolean {
  return (situation) => situation.conveyed && asks(property)(situation);
}

/** AGPL §13 asks only of who changed the program; OSL, RPL, CAL, SSPL and others of everybody who lets people use it over a network. */
function networkSource({ license, usage, conveyed }: Situation): boolean {
  if (!license.properties.includes("network-clause") || !isReachedOverNetwork(usage)) return false;
  if (conveyed && license.properties.includes("network-is-distribution")) return false; // then it is the source that goes with copies
  return usage.modified || license.networkTrigger !== "modified-version";
}

function reciprocal({ license, usage, conveyed }: Situation): boolean {
  if (license.strength !== "strong" && license.strength !== "network") return false;
  return isCombined(usage) && (conveyed || networkSource({ license, usage, conveyed }));
}

export const obligationRules: readonly ObligationRule[] = [
  { kind: "attribution", trigger: "copies leave the house", confidence: 0.95, arises: withCopies("notice") },
  { kind: "license-text", trigger: "copies leave the house", confidence: 0.95, arises: withCopies("notice") },
  { kind: "notice-file", trigger: "copies leave the house", confidence: 0.95, arises: withCopies("notice-file") },
  {
    kind: "source",
    trigger: "copies leave the house",
    confidence: 0.95,
    // Whoever passes on source passes on source.
    arises: (situation) => situation.usage.distribution !== "source" && withCopies("source-offer")(situation),
  },
  { kind: "network-source", trigger: "people use it over a network", confidence: 0.9, arises: networkSource },
  { kind: "same-license", trigger: "it is combined with our code", confidence: 0.7, arises: reciprocal },
  {
    kind: "change-notes",
    trigger: "we changed it",
    confidence: 0.95,
    arises: (situation) => situation.usage.modified && withCopies("change-notes")(situation),
  },
  {
    kind: "relinking",
    trigger: "it is combined with our code",
    confidence: 0.85,
    arises: ({ license, usage, conveyed }) =>
      conveyed &&
      license.id.startsWith("LGPL-") &&
      (usage.linkage === "static" || (usage.linkage === "dynamic" && usage.distribution === "embedded")),
  },
  {
    kind: "installation-information",
    trigger: "copies leave the house",
    confidence: 0.85,
    arises: (situation) => situation.usage.distribution === "embedded" && asks("installation-information")(situation),
  },
  { kind: "acknowledgment", trigger: "copies leave the house", confidence: 0.85, arises: withCopies("acknowledgment") },
  { kind: "advertising", trigger: "copies leave the house", confidence: 0.85, arises: withCopies("advertising") },
  {
    kind: "attribution-display",
    trigger: "it is used",
    confidence: 0.8,
    arises: (situation) => (situation.conveyed || isReachedOverNetwork(situation.usage)) && asks("attribution-display")(situation),
  },
  {
    kind: "rename",
    trigger: "we changed it",
    confidence: 0.8,
    arises: (situation) => situation.usage.modified && withCopies("rename")(situation),
  },
  {
    kind: "patch-distribution",
    trigger: "we changed it",
    confidence: 0.8,
    arises: (situation) => situation.usage.modified && withCopies("patch-distribution")(situation),
  },
  { kind: "contract", trigger: "it is used", confidence: 0.6, arises: ({ license }) => license.strength === "proprietary" },
  { kind: "no-endorsement", trigger: "it is used", confidence: 0.9, arises: asks("no-endorsement") },
  { kind: "trademark", trigger: "it is used", confidence: 0.9, arises: asks("trademark") },
  { kind: "patent", trigger: "it is used", confidence: 0.9, arises: asks("patent-retaliation") },
];
