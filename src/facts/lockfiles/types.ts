// The contract of a lockfile or manifest reader. One folder a format; `registry.ts` beside this file names them all.
import type { Problem } from "#kit";

export type Scope = "production" | "development" | "optional";

/** One package as one file names it. */
export interface LockedPackage {
  /** The file's own name for this entry, unique in the file; `dependsOn` refers to it. */
  readonly key: string;
  /** purl type: npm, pypi, maven, golang, cargo, gem, composer, nuget, hex, pub, swift, cocoapods, githubactions, docker, … */
  readonly type: string;
  /** purl namespace as written (`@scope`, `org.group`, `github.com/owner`); absent where there is none. */
  readonly namespace?: string;
  readonly name: string;
  /** The file names it without the namespace, which only its package URL or its address adds: SBOMs then show it as the file does. */
  readonly bareName?: boolean;
  /** Exact version; empty where the file does not pin one. */
  readonly version: string;
  /** Where the file only has a range (`^1.2`), or a name that moves (`v4`, `latest`), that; its presence says that nothing is pinned, whatever `version` says. */
  readonly range?: string;
  readonly scope: Scope;
  /** Whether one of our own packages asks for it by name; absent where the file does not say. */
  readonly direct?: boolean;
  /** 1-based line on which the entry starts; absent where it is not known. */
  readonly line?: number;
  /** Licence as the file declares it, untouched. */
  readonly license?: string;
  /** Keys of the entries that this one brings in. */
  readonly dependsOn?: readonly string[];
  /** Where it comes from, when not from the ecosystem's usual registry. */
  readonly source?: { readonly kind: "git" | "url" | "registry" | "path"; readonly address: string; readonly commit?: string };
  /** purl qualifiers where the name is not enough (classifier, platform). */
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** purl subpath: what is used inside the package (`restore` of the action `actions/cache/restore`). */
  readonly subpath?: string;
  /** Integrity, as the file gives it (`sha512-…`, hex). */
  readonly integrity?: string;
}

/** A package that is ours: the root of a manifest or a workspace member. Never third-party. */
export interface OwnPackage {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
  /** The file lists it as one entry among what it names (the crates of a Cargo.lock), so that other tools show it among the components. */
  readonly listed?: boolean;
  /** Keys of the entries that it asks for directly. */
  readonly dependsOn?: readonly string[];
}

export interface Reading {
  readonly packages: readonly LockedPackage[];
  readonly own?: readonly OwnPackage[];
  /**
   * Of a lockfile for a workspace: folders of its members, in the tree, other than its own. `covers.whole` then means these folders; without them
   * every folder below.
   */
  readonly members?: readonly string[];
  /** Other files that were read to understand this one (includes, parents), by path in the tree: part of the cache key. */
  readonly alsoRead?: readonly string[];
  readonly problems?: readonly Problem[];
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Other files of the same repository. Paths that leave it, or that are missing, give undefined. One object serves all files of a repository,
 * so that a reader may keep by it (WeakMap) what several files share.
 */
export interface ReadContext {
  text(path: string): Promise<string | undefined>;
  /** Whether the tree holds this file, without reading it. */
  has(path: string): boolean;
  /** Paths in the tree whose last segment is this name. */
  named(name: string): readonly string[];
  /** Paths in the tree that end so (`.csproj`), sorted. */
  ending(suffix: string): readonly string[];
  /** Reads from the local Maven cache where there is one: `group/…/artifact-1.0.pom`. */
  mavenCache?(path: string): Promise<string | undefined>;
}

export interface LockfileFormat {
  /** kebab-case, the name of its folder: `npm-package-lock`. */
  readonly id: string;
  /** purl type that it mostly holds. */
  readonly ecosystem: string;
  /** A lockfile pins; a manifest asks. A lockfile hides what the manifests of the same ecosystem beside it (see `covers`) ask for. */
  readonly kind: "lockfile" | "manifest";
  /** File names (last segment, exact case) that always mean this format: found by one look-up. Other names go through `matches`. */
  readonly names?: readonly string[];
  /** Whether a path is of this format. Cheap: name only; a format whose `names` say all answers from them. */
  matches(path: string): boolean;
  /**
   * For a lockfile: ids of the manifest formats whose file in the same folder it makes redundant; with `whole: true` also in the folders below
   * (workspaces). The manifest is then read for nothing but what is ours.
   */
  readonly covers?: { readonly formats: readonly string[]; readonly whole?: boolean };
  /** Throws `Unreadable` for what cannot be understood; never anything else for any input. */
  read(file: SourceFile, context: ReadContext): Reading | Promise<Reading>;
}

/** A file that is not what its name says: becomes a problem with file and line. */
export class Unreadable extends Error {
  readonly line: number | undefined;
  readonly expected: string | undefined;
  constructor(message: string, line?: number, expected?: string) {
    super(message);
    this.name = "Unreadable";
    this.line = line;
    this.expected = expected;
  }
}
