// Cargo's registry: unpacked sources, else the archives they come from; and vendor/ of the repository. Cargo.toml declares.
import { join } from "node:path";
import type { Purl } from "#kit";
import { objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseToml } from "../../lockfiles/shared/toml.ts";
import { decodeText } from "../../text.ts";
import { readTarGz } from "../archives/tar.ts";
import { isSegment, type Place } from "../place.ts";
import { sourceBytesIn } from "../size.ts";
import { isNotice, isOwnLicense, textsIn } from "../texts.ts";
import type { Description, Found, PackageSource, Shelf } from "../types.ts";

const LARGEST_CRATE = 32_000_000;

export const cargo: PackageSource = {
  type: "cargo",
  installed: (repository, folders) =>
    folders.map((folder) => (folder === "" ? "vendor" : `${folder}/vendor`)).filter((path) => repository.hasFolder(path)),
  caches: ({ home, variables }) => [join(variables.CARGO_HOME ?? join(home, ".cargo"), "registry")],
  open: (place) => (place.hasFolder("src") || place.hasFolder("cache") ? new Registry(place) : new Vendored(place)),
};

class Registry implements Shelf {
  readonly place: Place;
  #indexes: readonly string[] | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  find({ name, version }: Purl): Found | undefined {
    if (version === undefined || !isSegment(name) || !isSegment(version)) return undefined;
    // One folder for each registry that was used.
    this.#indexes ??= [
      ...this.place.list("src").folders.map((index) => `src/${index}`),
      ...this.place.list("cache").folders.map((index) => `cache/${index}`),
    ];
    for (const index of this.#indexes) {
      const found = index.startsWith("src/")
        ? crateFolder(this.place, `${index}/${name}-${version}`, version)
        : this.#archive(index, name, version);
      if (found) return found;
    }
    return undefined;
  }

  #archive(index: string, name: string, version: string): Found | undefined {
    const crate = `${index}/${name}-${version}.crate`;
    const stamp = this.place.stamp(crate);
    return stamp === undefined
      ? undefined
      : { key: crate, stamp, version, describe: () => describeCrate(this.place.bytes(crate, LARGEST_CRATE), crate) };
  }
}

/** `cargo vendor` puts a crate under its name, a second version of it under name and version. */
class Vendored implements Shelf {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  find({ name, version }: Purl): Found | undefined {
    if (version === undefined || !isSegment(name) || !isSegment(version)) return undefined;
    for (const folder of [`${name}-${version}`, name]) {
      const manifest = this.place.text(`${folder}/Cargo.toml`);
      if (manifest !== undefined && versionOf(manifest) === version) return crateFolder(this.place, folder, version);
    }
    return undefined;
  }
}

function crateFolder(place: Place, folder: string, version: string): Found | undefined {
  const path = `${folder}/Cargo.toml`;
  const stamp = place.stamp(path);
  if (stamp === undefined) return undefined;
  return {
    key: folder,
    stamp,
    version,
    sourceBytes: () => sourceBytesIn(place, folder),
    describe: () => {
      const { declared, file } = licenseOfCrate(place.text(path) ?? "");
      return { declared, path, texts: textsIn(place, folder, file?.split("/").every(isSegment) ? [file] : []) };
    },
  };
}

/** A crate's archive: everything lies in one folder `name-version/`. */
export function describeCrate(bytes: Uint8Array | undefined, path: string): Description {
  const files = bytes
    ? [...readTarGz(bytes, (name) => /^[^/]+\/(?:Cargo\.toml|[^/]+)$/.test(name) && isWanted(name.slice(name.indexOf("/") + 1)))]
    : [];
  const manifest = files.find(({ name }) => name.endsWith("/Cargo.toml"));
  const those = (wanted: (file: string) => boolean) =>
    files
      .filter(({ name }) => wanted(name.slice(name.indexOf("/") + 1)))
      .map(({ name, content }) => ({ path: `${path}!/${name}`, bytes: content }));
  const declared = manifest && licenseOfCrate(decodeText(manifest.content)).declared;
  return { declared, path: `${path}!/Cargo.toml`, texts: those(isOwnLicense), notices: those(isNotice) };
}

function isWanted(file: string): boolean {
  return file === "Cargo.toml" || isOwnLicense(file) || isNotice(file);
}

function licenseOfCrate(text: string): { readonly declared?: string; readonly file?: string } {
  const crate = packageTable(text);
  const [declared, file] = [textField(crate, "license"), textField(crate, "license-file")];
  return { ...(declared ? { declared } : {}), ...(file ? { file } : {}) };
}

function versionOf(text: string): string | undefined {
  return textField(packageTable(text), "version");
}

function packageTable(text: string): unknown {
  try {
    return objectField(parseToml(text), "package");
  } catch {
    return undefined;
  }
}
