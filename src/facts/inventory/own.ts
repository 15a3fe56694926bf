// What is ours: a package that the repository itself holds is never a component, whatever file names it.
import { compareText, matchesVersion, normalPurlName, parseVersions } from "#kit";
import type { LockedPackage, OwnPackage } from "../lockfiles/types.ts";
import type { OwnComponent } from "./types.ts";

/** The own packages of one repository, gathered from all files that describe some. */
export class OwnPackages {
  readonly #byName = new Map<string, OwnComponent[]>();
  /** Of ours: what has another version is not ours, and need not be looked up. */
  readonly #versions = new Set<string>();

  /** What only SBOMs call their own: told, but a supplier's SBOM must not hide a component that a lockfile names. */
  readonly #hearsay = new Set<OwnComponent>();

  /** A manifest describes the package; it beats a lockfile that only repeats it, and both beat an SBOM. */
  add(own: OwnPackage, manifest: number, kind: "lockfile" | "manifest" | "sbom"): void {
    if (own.name === "") return;
    if (kind !== "sbom") this.#versions.add(own.version ?? "");
    const { dependsOn: _edges, ...rest } = own;
    const entry: OwnComponent = { ...rest, manifest };
    if (kind === "sbom") this.#hearsay.add(entry);
    const key = nameKey(own);
    const known = this.#byName.get(key) ?? [];
    if (known.length === 0) this.#byName.set(key, known);
    const twin = known.findIndex((other) => (other.version ?? "") === (own.version ?? ""));
    const before = known[twin];
    if (!before) known.push(entry);
    else {
      const better = kind === "manifest" || (kind === "lockfile" && this.#hearsay.has(before)) ? entry : before;
      known[twin] = own.listed === true || before.listed === true ? { ...better, listed: true } : better;
    }
  }

  /**
   * Whether a package that a file names is one of ours: same name, and the same version or a range that ours answers. A lockfile knows itself what
   * comes from a registry; there only a path means ours, so that a fixture that calls itself `left-pad` hides nothing.
   */
  isOurs(locked: LockedPackage, kind: "lockfile" | "manifest" | "sbom"): boolean {
    const { version, source } = locked;
    if (kind === "lockfile" && source?.kind !== "path") return false;
    if (source ? source.kind !== "path" : version !== "" && !this.#versions.has(version)) return false;
    const known = this.#byName.get(nameKey(locked)) ?? [];
    return known.some((own) => !this.#hearsay.has(own) && (locked.source?.kind === "path" || answers(own, locked)));
  }

  /** All of them, by type and name. */
  list(): readonly OwnComponent[] {
    const sorted = [...this.#byName].sort(([a], [b]) => compareText(a, b));
    return sorted.flatMap(([, list]) => list.sort((a, b) => compareText(a.version ?? "", b.version ?? "")));
  }
}

function nameKey({ type, namespace, name }: Pick<OwnPackage, "type" | "namespace" | "name">): string {
  return `${type}/${namespace ?? ""}/${normalPurlName(type, name)}`;
}

function answers(own: OwnComponent, locked: LockedPackage): boolean {
  const version = own.version ?? "";
  if (locked.version !== "") return locked.version === version;
  const range = locked.range ?? "";
  if (range === "" || range === "*") return true;
  if (version === "" || range === version) return version !== "";
  const wanted = parseVersions(range, own.type);
  return "alternatives" in wanted && matchesVersion(wanted, version) === true;
}
