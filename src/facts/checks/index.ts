export { type CheckInput, evaluateChecks } from "./evaluate.ts";
export { repositoryChecks } from "./registry.ts";
export { type CheckGroup, checkGroups, type CheckOutcome, checkOutcomes, type CheckResult, type RepositoryCheck } from "./types.ts";
