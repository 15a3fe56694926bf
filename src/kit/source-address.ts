// Where the source of a package is fetched, for ecosystems that keep it in one place under its name and version.
import { parsePurl } from "./purl.ts";

type Address = (namespace: string | undefined, name: string, version: string) => string;

const encoded = encodeURIComponent;

/** As the registries document their addresses. What they keep is what was published: for npm often built, for Maven the -sources archive. */
const addresses: Readonly<Record<string, Address>> = {
  npm: (scope, name, version) => `https://registry.npmjs.org/${scope ? `${scope}/` : ""}${name}/-/${name}-${version}.tgz`,
  pypi: (_namespace, name, version) => `https://pypi.org/project/${name}/${version}/#files`,
  cargo: (_namespace, name, version) => `https://static.crates.io/crates/${name}/${name}-${version}.crate`,
  maven: (group, name, version) =>
    `https://repo1.maven.org/maven2/${(group ?? "").replaceAll(".", "/")}/${name}/${version}/${name}-${version}-sources.jar`,
  gem: (_namespace, name, version) => `https://rubygems.org/downloads/${name}-${version}.gem`,
  // The proxy writes capitals as `!` and the small letter.
  golang: (path, name, version) =>
    `https://proxy.golang.org/${(path ? `${path}/${name}` : name).replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}/@v/${version}.zip`,
  nuget: (_namespace, name, version) => `https://www.nuget.org/packages/${name}/${version}`,
  hex: (_namespace, name, version) => `https://repo.hex.pm/tarballs/${name}-${version}.tar`,
  composer: (vendor, name) => `https://packagist.org/packages/${vendor}/${name}`,
  pub: (_namespace, name, version) => `https://pub.dev/api/archives/${name}-${version}.tar.gz`,
};

/** Undefined where the ecosystem keeps no source in one place, or no version is known. */
export function sourceAddress(purl: string): string | undefined {
  const parsed = parsePurl(purl);
  const address = parsed && Object.hasOwn(addresses, parsed.type) ? addresses[parsed.type] : undefined;
  if (!parsed || !address || !parsed.version) return undefined;
  const namespace = parsed.namespace
    ?.split("/")
    .map((part) => encoded(part).replaceAll("%40", "@"))
    .join("/");
  return address(namespace, encoded(parsed.name), encoded(parsed.version));
}
