// What is ours: a package that the repository itself holds is never a component, whatever file names it.
import { compareText, matchesVersion, normalPurlName, parseVersions } from "#kit";
import type { LockedPackage, OwnPackage } from "../lockfiles/types.ts";
import type { OwnComponent } from "./types.ts";

/** The own packages of one repository, gathered from all files that describe some. */
export class OwnPackages {
  readonly #byName = new Map<string, OwnComponent[]>();
  /** Of ours: what has another version is not ours, and need not be looked up. */
  readonly #versions = new Set<string>();

  /** `describes`: the file is the package's manifest; it beats a lockfile that only repeats it. */
  add(own: OwnPackage, manifest: number, describes: boolean): void {
    if (own.name === "") return;
    this.#versions.add(own.version ?? "");
    const { dependsOn: _edges, ...rest } = own;
    const key = nameKey(own);
    const known = this.#byName.get(key);
    const twin = known?.findIndex((other) => (other.version ?? "") === (own.version ?? ""));
    if (!known) this.#byName.set(key, [{ ...rest, manifest }]);
    else if (twin === undefined || twin < 0) known.push({ ...rest, manifest });
    else if (describes) known[twin] = { ...rest, manifest };
  }

  /** Whether a package that a file names is one of ours: same name, and the same version or a range that ours answers. */
  isOurs(locked: LockedPackage): boolean {
    const { version, source } = locked;
    if (source ? source.kind !== "path" : version !== "" && !this.#versions.has(version)) return false;
    const known = this.#byName.get(nameKey(locked)) ?? [];
    return known.some((own) => locked.source?.kind === "path" || answers(own, locked));
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
