// What packages on this machine say of their licences. Loaded when there are components to ask for.
export type { CacheFolder } from "./caches.ts";
export { type LegalFile, readLegalFiles } from "./legal.ts";
export { type PackageAnswer, type PackageQuestion, type PackageRepository, type ReadPackagesOptions, readPackages } from "./read.ts";
export type { LicenseText, PackageRecord } from "./types.ts";
