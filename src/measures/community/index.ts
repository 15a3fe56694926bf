export { Affiliation, type AffiliationSource } from "./affiliation.ts";
export { type Community, communityOf, type CommunityPeople } from "./community.ts";
export { leastHalf } from "./least-half.ts";
export type { ContributorStream } from "./stream.ts";
export { onionOf } from "./onion.ts";
