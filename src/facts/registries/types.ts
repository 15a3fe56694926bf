// What a registry knows of a package.
import type { LicenseText } from "../packages/types.ts";
import type { RegistryClient } from "./client.ts";

export interface PackageName {
  readonly namespace?: string;
  readonly name: string;
}

/** One version, as the registry has it. */
export interface RegistryVersion {
  /** ISO 8601; absent where the registry does not say. */
  readonly published?: string;
  /** As declared. */
  readonly license?: string;
  /** Texts inside the package, where the registry declares nothing. */
  readonly texts?: readonly LicenseText[];
  /** Its maintainers advise against it. */
  readonly deprecated?: boolean;
  /** Taken back (yanked, unlisted, retracted): what builds on it still gets it, nothing new does. */
  readonly withdrawn?: boolean;
}

/** A package with all its versions, or those that were asked for and the newest. */
export interface RegistryPackage {
  readonly versions: Readonly<Record<string, RegistryVersion>>;
  /** What the registry itself calls the newest stable version. */
  readonly latest?: string;
  /** Address of its source code. */
  readonly repository?: string;
  /** How many accounts may publish it. */
  readonly maintainers?: number;
}

/** How one registry is asked. */
export interface RegistryProtocol {
  /** purl type. */
  readonly type: string;
  /** The public registry. */
  readonly address: string;
  /** Requests a second that it asks for at most, at that address. */
  readonly perSecond: number;
  /** Whether its answers tell that a version is deprecated, or withdrawn: only then their absence means something. */
  readonly tells: { readonly deprecated: boolean; readonly withdrawn: boolean };
  /** The package with (at least) these versions; undefined where there is no such package. Throws `RegistryError` where the registry gives no answer. */
  ask(name: PackageName, versions: readonly string[], client: RegistryClient): Promise<RegistryPackage | undefined>;
}
