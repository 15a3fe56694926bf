export * from "./commit.ts";
export { type CommitTable, type SignatureKind, signatureKinds } from "./commit-table.ts";
export { markReachable } from "./graph.ts";
export type { Identity } from "./identities.ts";
export { isAddress, isForge, type Person } from "./people.ts";
export type { Ragged } from "./ragged.ts";
export { readHistory } from "./read-history.ts";
export { type ReleasePoint, releasesOwning } from "./releases.ts";
export type { History, HistoryOptions, Tag } from "./types.ts";
