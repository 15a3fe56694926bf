export { type DeclaredMeaning, normalizeDeclared } from "./declared/declared.ts";
export { knowledgeOf, knowledgeVersion, proprietaryReference, publicDomainReference } from "./knowledge/knowledge.ts";
export { licenseProperties, type LicenseProperty } from "./knowledge/properties.ts";
export type * from "./types.ts";
export { readLicenseField } from "./field.ts";
export { identifyBytes, identifyText } from "./identify/identify.ts";
export { isLicenseFile } from "./identify/names.ts";
export { type IdentifyPathsOptions, identifyPaths } from "./identify/paths.ts";
export { identifyTree } from "./identify/tree.ts";
