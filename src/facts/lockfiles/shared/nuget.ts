// Versions and sources as NuGet has them (https://learn.microsoft.com/nuget/concepts/package-versioning).

export interface NugetRequirement {
  /** The version that NuGet takes when it is there: the lowest one that is allowed. Empty where the requirement names none. */
  readonly version: string;
  /** The requirement as written, where it allows several and says so. */
  readonly range?: string;
}

/** Reads a version requirement: `1.2` (that, or the next higher), `[1.2]`, `[1.2,2.0)`, `1.*`. */
export function nugetRequirement(text: string): NugetRequirement {
  const plain = text.trim();
  if (plain === "") return { version: "" };
  if (plain.includes("*")) return { version: "", range: plain };
  if (!/^[[(]/.test(plain)) return { version: plain };
  const [low = "", high] = plain.slice(1, -1).split(",");
  if (high === undefined) return { version: low.trim() };
  return { version: plain.startsWith("[") ? low.trim() : "", range: plain };
}

/** Addresses of the usual registry, without scheme. */
export const usualNugetSources = [
  "api.nuget.org/v3/index.json",
  "www.nuget.org/api/v2",
  "nuget.org/api/v2",
  "api.nuget.org/v3",
  "www.nuget.org/api/v2/curated-feeds/microsoftdotnet",
];
