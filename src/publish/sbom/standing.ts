// What stands where in an SBOM. Among the components: what files pin or name, and those packages of ours that a file lists as an entry or that a manifest
// describes as a package of a registry, marked as ours. Other tools list the same, so that lists can be compared. What such a manifest asks for and
// nothing pins is a need of that package and no fact about what is there: it stands inside the package that asks.
import type { Manifest, OwnComponent } from "#facts";
import { formatPurl, sortBy } from "#kit";
import type { SbomOwn } from "./input.ts";

/** Manifests that describe one package as its registry takes it; their asks are its metadata. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(["cargo-toml", "cpan-meta", "gemspec", "julia-project", "package-json"]);

/** The files of one repository, and what is ours in it. */
interface Holding {
  readonly manifests: readonly Manifest[];
  readonly own: readonly OwnComponent[];
}

/** A file that names components. */
export interface NamingFile {
  readonly format: string;
  /** purl of the package of ours that it describes; empty where it describes none. */
  readonly own: string;
}

/** By index of the manifest. */
export function namingFiles({ manifests, own }: Holding): readonly NamingFile[] {
  const described = new Map(own.map((item) => [item.manifest, formatPurl(item)]));
  return manifests.map(({ format }, index) => ({ format, own: described.get(index) ?? "" }));
}

/** What is ours in all of them, each once, sorted by purl. */
export function ownPackages(holdings: Iterable<Holding>): readonly SbomOwn[] {
  const packages = new Map<string, SbomOwn>();
  for (const { manifests, own } of holdings) {
    for (const one of own) {
      const { manifest, listed: _, ...item } = one;
      const purl = formatPurl(item);
      const amongComponents = standsAmongComponents(one, manifests[manifest]);
      if (amongComponents || !packages.has(purl)) packages.set(purl, { ...item, purl, amongComponents });
    }
  }
  return sortBy(packages.values(), (item) => item.purl);
}

/** Whether a package of ours stands among the components. A lockfile that speaks for its manifest decides by listing it or not. */
function standsAmongComponents(own: OwnComponent, manifest: Manifest | undefined): boolean {
  if (own.listed === true) return true;
  // An extension of an editor shares its manifest's form with packages, and comes from no registry of them.
  if (!manifest || !own.version || own.type === "vscode-extension") return false;
  return DESCRIPTIONS.has(manifest.format) && manifest.coveredBy === undefined;
}

/** Whether what a file names is only asked for by the package that it describes: nothing pins it, and the file names no version (`1.2` does, `^1.2` does not). */
export function isOnlyAsked(
  item: { readonly pinned: boolean; readonly range?: string | undefined },
  file: NamingFile | undefined,
): boolean {
  return !item.pinned && file !== undefined && DESCRIPTIONS.has(file.format) && !/^v?\d[\w.+-]*$/.test(item.range ?? "");
}
