// What a licence asks or grants besides its strength: a closed vocabulary, so that rules can be type-checked against it.

/** Property and its meaning, as shown in the reference pages. */
export const licenseProperties = {
  notice: "Copyright notices and the licence text are kept in copies.",
  "notice-file": "A NOTICE file is passed on with the work.",
  acknowledgment: "A credit appears in the documentation or the product of those who pass it on.",
  advertising: "Advertising that mentions the work's features carries a credit.",
  "attribution-display": "A credit, logo or link is shown in the user interface.",
  "change-notes": "Changed files say so.",
  "source-offer": "Source is offered with binaries.",
  "installation-information": "What is needed to install changed versions in a consumer device comes along.",
  "network-clause": "People who use the work over a network are owed its source.",
  "network-is-distribution": "Giving online access to the work's essential functions counts as distributing it.",
  "linking-allowed": "Other works may be linked without coming under the licence.",
  "relicensing-compatible": "A combined work may be passed on under one of the compatible licences that the licence names.",
  "share-alike": "Adaptations stay under the same or compatible terms (works other than software).",
  "patent-grant": "Contributors grant patent rights expressly.",
  "patent-retaliation": "Rights end for those who sue over patents.",
  trademark: "Names and marks of the licensor are expressly kept out of the grant.",
  "no-endorsement": "Names may not be used to promote derived works without permission.",
  rename: "Changed versions need another name.",
  "patch-distribution": "Changes are passed on as patches beside the original.",
  "no-sale-alone": "The work may not be sold by itself.",
  "non-commercial": "Commercial use, or commercial distribution, is not granted.",
  "no-derivatives": "Passing on changed versions is not granted.",
  "use-restriction": "Some uses are forbidden by purpose, conduct or field.",
  "change-date": "Becomes an open licence after a stated time.",
  "for-content": "Written for texts, pictures or sound.",
  "for-data": "Written for data.",
  "for-documentation": "Written for documentation.",
  "for-fonts": "Written for fonts.",
  "for-hardware": "Written for hardware designs.",
} as const;

export type LicenseProperty = keyof typeof licenseProperties;

/** Where we know a property from, and how sure that is (0..1). */
export const propertySources = {
  several: { confidence: 0.95, meaning: "Our own reading and a published list or the standard words of the text agree." },
  curated: { confidence: 0.9, meaning: "Our own reading of this licence's text." },
  text: { confidence: 0.9, meaning: "The text says it in standard words." },
  family: { confidence: 0.85, meaning: "Our own reading of the family that shares the terms." },
  default: { confidence: 0.8, meaning: "What licences ask unless they say otherwise; this one is not known to." },
} as const;

export type PropertySource = keyof typeof propertySources;
