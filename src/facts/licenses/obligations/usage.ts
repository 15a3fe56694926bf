// How a component is used, as far as licences care: what leaves the house, what people reach over a network, what is combined with what.

export const distributionWays = ["internal", "hosted", "browser", "distributed", "embedded", "source"] as const;
export type DistributionWay = (typeof distributionWays)[number];
export const linkages = ["static", "dynamic", "separate", "none"] as const;
export type Linkage = (typeof linkages)[number];

/** One use of one component in one deliverable. */
export interface LicenseUsage {
  readonly distribution: DistributionWay;
  readonly scope: "production" | "development" | "optional";
  /** Test data and examples are not part of what is delivered. */
  readonly place: "product" | "test" | "example";
  readonly modified: boolean;
  readonly linkage: Linkage;
}

/** Whether it is part of what is delivered at all: what only builds or tests asks nothing of what is delivered. */
export function isDelivered({ scope, place }: LicenseUsage): boolean {
  return scope !== "development" && place === "product";
}

/** Whether copies leave the house. Code sent to a browser does; a service that people reach does not. */
export function isConveyed({ distribution }: LicenseUsage): boolean {
  return distribution !== "internal" && distribution !== "hosted";
}

/** Whether people outside use it over a network. */
export function isReachedOverNetwork({ distribution }: LicenseUsage): boolean {
  return distribution === "hosted" || distribution === "browser";
}

/** Whether it becomes one work with our code: separate programs side by side do not. */
export function isCombined({ linkage }: LicenseUsage): boolean {
  return linkage === "static" || linkage === "dynamic";
}

/** How an ecosystem usually combines a component with the code that asks for it, by its purl type. */
export function usualLinkage(type: string): Linkage {
  return STATIC.has(type) ? "static" : SEPARATE.has(type) ? "separate" : "dynamic";
}

const STATIC: ReadonlySet<string> = new Set(["cargo", "golang", "swift", "cocoapods", "conan", "vcpkg"]);
const SEPARATE: ReadonlySet<string> = new Set(["docker", "oci", "githubactions", "deb", "rpm", "apk", "helm"]);
