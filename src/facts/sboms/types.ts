// What an SBOM says, before anybody judges it: the same shape for CycloneDX and SPDX, whatever the syntax.
import type { Problem } from "#kit";

export const sbomFormats = [
  "cyclonedx-json",
  "cyclonedx-xml",
  "spdx-json",
  "spdx-tag-value",
  "spdx-yaml",
  "spdx-rdf",
  "spdx-xml",
  "spdx3-json",
] as const;
export type SbomFormatId = (typeof sbomFormats)[number];

/** One licence statement about one package. */
export interface SbomLicense {
  /** As written: an id, an expression, or any name. `NONE` and `NOASSERTION` are kept. */
  readonly value: string;
  readonly kind: "id" | "expression" | "name";
  /** Who says it: the author of the package (`declared`), or whoever made the document (`concluded`). Absent where the document does not tell. */
  readonly basis?: "declared" | "concluded";
}

export interface SbomHash {
  /** As CycloneDX writes it: `SHA-256`, `SHA-512`, `SHA-1`, … */
  readonly algorithm: string;
  /** Hexadecimal. */
  readonly value: string;
}

export interface SbomPackage {
  /** bom-ref or SPDXID where it is there and unique in the document, otherwise made from the position (`#12`). */
  readonly key: string;
  /** CycloneDX type or SPDX primary purpose, lower case: `library`, `application`, `file`, `operating-system`, …; empty where not said. */
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  /** Which versions are meant where none is named (CycloneDX 1.7 `versionRange`; in SBOMs of ours the property `allmend:range`). */
  readonly range?: string;
  /** CycloneDX group; empty in SPDX, which has none. */
  readonly group: string;
  /** As written, empty where there is none; not checked. */
  readonly purl: string;
  readonly licenses: readonly SbomLicense[];
  /** As the document says it; `excluded` also for what only development brings in. Absent where nothing is said. */
  readonly scope?: "required" | "optional" | "excluded";
  /** At most the two strongest. */
  readonly hashes: readonly SbomHash[];
  /** The document says that it was made from another of its packages (SPDX: descendant of, ancestor of). */
  readonly derived?: boolean;
  /** Who made it, as the document names somebody; absent where it names nobody. */
  readonly supplier?: string;
  /** Index in `packages` of the component that this one is nested in (CycloneDX assemblies). */
  readonly parent?: number;
  /** Indexes in `packages`. Absent where the document does not say; empty where it says that there are none. */
  readonly dependsOn?: readonly number[];
  /** 1-based. */
  readonly line?: number;
}

export interface SbomMetadata {
  /** Name of the document or of its main component. */
  readonly name?: string;
  /** As written. */
  readonly created?: string;
  /** Person or organisation that made the document; a tool is none. */
  readonly author?: string;
  /** `name version` of what made the document. */
  readonly tools: readonly string[];
  /** Serial number (CycloneDX) or namespace (SPDX). */
  readonly id?: string;
}

export interface SbomReading {
  readonly format: SbomFormatId;
  /** `1.6`, `SPDX-2.3`, `3.0.1`; empty where the document does not say. */
  readonly specVersion: string;
  readonly metadata: SbomMetadata;
  /**
   * What the document is about, and therefore ours: the main component (with the components nested in it) of CycloneDX, in SPDX the described packages
   * that bring in others. `dependsOn` of these points into `packages`.
   */
  readonly own: readonly SbomPackage[];
  /** Everything else, in the order of the document. */
  readonly packages: readonly SbomPackage[];
  /** Texts behind the document's own licence ids (`LicenseRef-…`): the name, or the text where it is short. */
  readonly licenseNames: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

export interface SbomLimits {
  /** Bytes of the whole document. */
  readonly bytes: number;
  /** Bytes of one component, package or relationship, and of everything in the document that is none of these. */
  readonly elementBytes: number;
  readonly packages: number;
  readonly edges: number;
  readonly depth: number;
}

export const sbomLimits: SbomLimits = {
  bytes: 4_000_000_000,
  elementBytes: 128_000_000,
  packages: 2_000_000,
  edges: 20_000_000,
  depth: 256,
};
