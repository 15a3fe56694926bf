export { type DeclaredMeaning, normalizeDeclared } from "./declared/declared.ts";
export { knowledgeOf, knowledgeVersion, proprietaryReference, publicDomainReference } from "./knowledge/knowledge.ts";
export { licenseProperties, type LicenseProperty } from "./knowledge/properties.ts";
export type * from "./types.ts";
