// What licences ask of those who use a work: a closed vocabulary. Words for people stand in the catalogues.

/** Kind and its meaning, as shown in the reference pages. */
export const obligationKinds = {
  attribution: "Copyright notices and credits go with every copy.",
  "license-text": "The text of the licence goes with every copy.",
  "notice-file": "The NOTICE file of the work goes with every copy.",
  source: "The corresponding source goes along, or is offered in writing.",
  "network-source": "People who use the work over a network are offered its source.",
  "same-license": "What is built with the work is passed on under the same licence.",
  "change-notes": "Changed files say so.",
  relinking: "Users can put a changed version of the library into the product.",
  "installation-information": "What is needed to install changed versions in a consumer device goes along.",
  acknowledgment: "A credit appears in the documentation or the product.",
  advertising: "Advertising that mentions the work carries a credit.",
  "attribution-display": "A credit, logo or link is shown in the user interface.",
  rename: "A changed version has another name.",
  "patch-distribution": "Changes are passed on as patches beside the original.",
  contract: "The terms of a licence that is not open source are kept; somebody has read them.",
  "no-endorsement": "Names of the authors are not used to promote the product.",
  trademark: "Names and marks of the licensor are not used.",
  patent: "Rights end for those who sue over patents.",
} as const;

export type ObligationKind = keyof typeof obligationKinds;

/** What holds always and leaves nothing to hand over: it is told, and never counted as open. */
export const standingKinds: ReadonlySet<ObligationKind> = new Set(["no-endorsement", "trademark", "patent"]);
