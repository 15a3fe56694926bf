// The inventory of a repository: which components, named by which files, in which role, brought in by what.
import type { Problem } from "#kit";
import type { OwnPackage, Scope } from "../lockfiles/types.ts";

/** A licence as somebody declared it, with where that was read. */
export interface DeclaredLicense {
  /** As written. */
  readonly text: string;
  /** `lockfile`, `sbom`, `manifest`, `installed` (the package itself, in the repository), `cache` (of the user), `registry`, `curation`, … */
  readonly from: string;
  /** Path of the file that says so. */
  readonly path?: string;
  /** Of which version, where the component itself has none. */
  readonly version?: string;
}

/** One component, however many files name it. The purl (with version) is its identity. */
export interface Component {
  readonly purl: string;
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  /** No file that names it says the namespace, which follows from a package URL or an address. */
  readonly bareName?: boolean;
  /** Empty where no file pins one. */
  readonly version: string;
  readonly licenses: readonly DeclaredLicense[];
  readonly source?: { readonly kind: "git" | "url" | "registry" | "path"; readonly address: string; readonly commit?: string };
  readonly integrity?: string;
  /** Whether every file that names it pins an exact version. */
  readonly pinned: boolean;
}

/** One file naming one component. */
export interface Occurrence {
  /** Index in `components`. */
  readonly component: number;
  /** Index in `manifests`. */
  readonly manifest: number;
  readonly line?: number;
  readonly scope: Scope;
  readonly direct?: boolean;
  /** Where the file pins no version, the range that it asks for. */
  readonly range?: string;
  /** Index in `occurrences` of the entry that brings this one in by the shortest way; absent for direct ones or where the file does not say. */
  readonly via?: number;
  /** Indexes in `occurrences` (of the same file) of all that this entry brings in; absent where the file does not say. SBOMs are written from it. */
  readonly dependsOn?: readonly number[];
}

export interface Manifest {
  readonly path: string;
  /** Id of its format (`npm-package-lock`, `cyclonedx-json`). */
  readonly format: string;
  readonly kind: "lockfile" | "manifest" | "sbom";
  /** How many packages it names, ours left out; 0 where a lockfile speaks for it. */
  readonly packages: number;
  /** Index in `manifests` of the lockfile that pins what this one asks for. */
  readonly coveredBy?: number;
}

/** One of our own packages. */
export interface OwnComponent extends Omit<OwnPackage, "dependsOn"> {
  /** Index in `manifests` of the file that describes it: its own manifest where there is one. */
  readonly manifest: number;
}

export interface Inventory {
  readonly repository: string;
  readonly components: readonly Component[];
  readonly manifests: readonly Manifest[];
  readonly occurrences: readonly Occurrence[];
  /** What is ours: roots and workspace members. */
  readonly own: readonly OwnComponent[];
  readonly problems: readonly Problem[];
}
