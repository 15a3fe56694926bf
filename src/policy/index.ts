export { type Agreements } from "./expression/part.ts";
export { type Compilation, type Compiled, compileExpression, type ExpressionContext } from "./expression/compile.ts";
export { counts } from "./evaluate/drafts.ts";
export { evaluatePolicies, type EvaluateOptions, type Evaluation, type Registers } from "./evaluate/evaluate.ts";
export { defaultRule } from "./evaluate/finding-of.ts";
export { STALE_CURATION } from "./evaluate/stale-curations.ts";
export { type EffectiveLicense, effectiveLicenses } from "./licenses/effective.ts";
export { type LicenseFacts, type LicenseLookup, shippedFacts, withCategories } from "./licenses/license-facts.ts";
export * from "./types.ts";
