export { collectRepositoryFacts, type RepositoryFacts } from "./collect.ts";
export type { FactOptions } from "./types.ts";
