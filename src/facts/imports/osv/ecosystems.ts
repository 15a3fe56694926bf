// OSV's ecosystems as package URLs. https://ossf.github.io/osv-schema/#affectedpackage-field, https://github.com/package-url/purl-spec
import { formatPurl, parsePurl } from "#kit";

interface Ecosystem {
  readonly type: string;
  /** How a name divides into namespace and name. */
  readonly split: "none" | "slash" | "colon";
  /** Namespace of a distribution's packages. */
  readonly namespace?: string;
  /** Distributions: its releases order by their own rules and are told apart. */
  readonly distro?: string;
}

const ecosystems: ReadonlyMap<string, Ecosystem> = new Map([
  ["npm", { type: "npm", split: "slash" }],
  ["PyPI", { type: "pypi", split: "none" }],
  ["Maven", { type: "maven", split: "colon" }],
  ["Go", { type: "golang", split: "slash" }],
  ["crates.io", { type: "cargo", split: "none" }],
  ["NuGet", { type: "nuget", split: "none" }],
  ["RubyGems", { type: "gem", split: "none" }],
  ["Packagist", { type: "composer", split: "slash" }],
  ["Hex", { type: "hex", split: "none" }],
  ["Pub", { type: "pub", split: "none" }],
  ["SwiftURL", { type: "swift", split: "slash" }],
  ["GitHub Actions", { type: "githubactions", split: "slash" }],
  ["ConanCenter", { type: "conan", split: "none" }],
  ["CRAN", { type: "cran", split: "none" }],
  ["Hackage", { type: "hackage", split: "none" }],
  ["Julia", { type: "julia", split: "none" }],
  ["Bitnami", { type: "bitnami", split: "none" }],
  ["Debian", { type: "deb", split: "none", namespace: "debian", distro: "debian" }],
  ["Ubuntu", { type: "deb", split: "none", namespace: "ubuntu", distro: "ubuntu" }],
  ["Alpine", { type: "apk", split: "none", namespace: "alpine", distro: "alpine" }],
  ["Wolfi", { type: "apk", split: "none", namespace: "wolfi" }],
  ["Chainguard", { type: "apk", split: "none", namespace: "chainguard" }],
  ["Rocky Linux", { type: "rpm", split: "none", namespace: "rocky-linux", distro: "rocky-linux" }],
  ["AlmaLinux", { type: "rpm", split: "none", namespace: "almalinux", distro: "almalinux" }],
  ["Red Hat", { type: "rpm", split: "none", namespace: "redhat" }],
] as const satisfies readonly (readonly [string, Ecosystem])[]);

export interface OsvPackage {
  /** Package URL without version. */
  readonly purl: string;
  readonly type: string;
  readonly distro?: string;
}

/** The package of an `affected` entry; undefined for ecosystems that no package URL names (Linux, Android, OSS-Fuzz, GIT). */
export function packageOf(ecosystem: string, name: string, purl: string | undefined): OsvPackage | undefined {
  const colon = ecosystem.indexOf(":");
  const base = colon < 0 ? ecosystem : ecosystem.slice(0, colon);
  const known = ecosystems.get(base);
  if (!known || name === "") {
    const parsed = purl === undefined ? undefined : parsePurl(purl);
    return parsed && { purl: nameOf(parsed), type: parsed.type };
  }
  const release = colon < 0 ? undefined : /^v?([0-9]+(?:\.[0-9]+)*)/.exec(ecosystem.slice(colon + 1))?.[1];
  const made = {
    type: known.type,
    ...divide(name, known),
  };
  return {
    purl: formatPurl(made),
    type: known.type,
    ...(known.distro !== undefined && release !== undefined ? { distro: `${known.distro}-${release}` } : {}),
  };
}

function divide(name: string, { split, namespace }: Ecosystem): { namespace?: string; name: string } {
  if (split === "none") return namespace === undefined ? { name } : { namespace, name };
  const at = name.lastIndexOf(split === "slash" ? "/" : ":");
  return at <= 0 ? { name } : { namespace: name.slice(0, at).replaceAll(":", "/"), name: name.slice(at + 1) };
}

function nameOf({ type, namespace, name }: NonNullable<ReturnType<typeof parsePurl>>): string {
  return formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) });
}
