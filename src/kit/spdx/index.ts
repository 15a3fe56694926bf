export { atomsOf, type ExpressionAlgebra, foldExpression, formatAtom, formatExpression } from "./fold.ts";
export { exceptionIdList, findExceptionId, findLicenseId, licenseIds, nearestId } from "./ids.ts";
export { parseExpression, readExpression } from "./parse.ts";
export { expressionKey, joinExpressions, simplifyExpression } from "./simplify.ts";
export type * from "./types.ts";
