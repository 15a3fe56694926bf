export { type DeliveryReport, deliveryText } from "./delivery/text.ts";
export { type ResultFormat, render, resultFormats } from "./formats.ts";
export { readResult } from "./json/read.ts";
export { cycloneDx, cycloneDxPieces } from "./sbom/cyclonedx.ts";
export { type SbomOptions, sbomInput } from "./sbom/from-inventories.ts";
export { sbomInputOfResult } from "./sbom/from-result.ts";
export type { SbomComponent, SbomInput, SbomLicense, SbomOwn } from "./sbom/input.ts";
export { spdx, spdxPieces } from "./sbom/spdx.ts";
