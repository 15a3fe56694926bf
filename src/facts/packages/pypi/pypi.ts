// site-packages: the METADATA of each dist-info (or PKG-INFO of an egg-info) declares; licence files lie in the dist-info.
import { join } from "node:path";
import type { Purl } from "#kit";
import { normalName } from "../../lockfiles/shared/python/names.ts";
import { isSegment, Place } from "../place.ts";
import { wantedVersion } from "../shared/newest.ts";
import { textsIn } from "../texts.ts";
import { isCountedSource } from "../../source-files.ts";
import type { Description, Found, PackageSource, Shelf } from "../types.ts";
import { fieldsOf, licenseOfMetadata, licenseText } from "./metadata.ts";

export const pypi: PackageSource = {
  type: "pypi",
  installed: (repository, folders) =>
    folders.flatMap((folder) => environmentsIn(repository, folder)).flatMap((path) => sitesOf(repository, path)),
  caches: ({ home, variables }) => {
    const place = new Place(home, true);
    const prefixes = [
      ".local",
      ...foldersOf(place, ".local/share/pipx/venvs"),
      ...foldersOf(place, ".local/share/virtualenvs"),
      ...foldersOf(place, ".cache/pypoetry/virtualenvs"),
      ...foldersOf(place, ".pyenv/versions"),
      ...foldersOf(place, ".local/share/uv/python"),
    ];
    const active = [variables.VIRTUAL_ENV, variables.CONDA_PREFIX].filter((path) => path !== undefined);
    return [
      ...active.flatMap((path) => sitesOf(new Place(path, true), "").map((site) => join(path, site))),
      ...prefixes.flatMap((prefix) => sitesOf(place, prefix)).map((site) => join(home, site)),
    ];
  },
  open: (place) => new SitePackages(place),
};

function foldersOf(place: Place, path: string): string[] {
  return place.list(path).folders.map((name) => `${path}/${name}`);
}

const USUAL_NAMES = [".venv", "venv", "env", ".env", "virtualenv"];

/** Virtual environments beside a manifest, under their usual names: folders with a `pyvenv.cfg`. */
function environmentsIn(repository: Place, folder: string): string[] {
  return USUAL_NAMES.map((name) => (folder === "" ? name : `${folder}/${name}`)).filter(
    (path) => repository.stamp(`${path}/pyvenv.cfg`) !== undefined,
  );
}

/** `lib/python3.12/site-packages`, or `Lib/site-packages` on Windows. */
function sitesOf(place: Place, environment: string): string[] {
  const inside = environment === "" ? "" : `${environment}/`;
  const versions = place
    .list(`${inside}lib`)
    .folders.filter((name) => name.startsWith("python"))
    .map((name) => `${inside}lib/${name}/site-packages`);
  return [...versions, `${inside}Lib/site-packages`].filter((path) => place.hasFolder(path));
}

class SitePackages implements Shelf {
  readonly place: Place;
  #index: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  find(purl: Purl): Found | undefined {
    this.#index ??= this.#distributions();
    const versions = this.#index.get(normalName(purl.name));
    const version = versions && wantedVersion(purl, versions.keys());
    const folder = version === undefined ? undefined : versions?.get(version);
    if (version === undefined || folder === undefined) return undefined;
    const metadata = folder.endsWith(".egg-info") ? `${folder}/PKG-INFO` : `${folder}/METADATA`;
    const stamp = this.place.stamp(metadata);
    if (stamp === undefined) return undefined;
    return {
      key: folder,
      stamp,
      version,
      describe: () => describe(this.place, folder, metadata),
      sourceBytes: () => recordedBytes(this.place.text(`${folder}/RECORD`)),
    };
  }

  /** Folders by version by name: their names say both (PEP 376, PEP 427). */
  #distributions(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const index = new Map<string, Map<string, string>>();
    for (const folder of this.place.list("").folders) {
      const found = /^([A-Za-z0-9._]+)-([^-]+)(?:-py[\d.]+)?\.(?:dist-info|egg-info)$/.exec(folder);
      if (!found?.[1] || !found[2]) continue;
      const name = normalName(found[1]);
      index.set(name, (index.get(name) ?? new Map<string, string>()).set(found[2], folder));
    }
    return index;
  }
}

/** RECORD names every file with its size: `name,hash,size`. */
export function recordedBytes(record: string | undefined): number | undefined {
  if (record === undefined) return undefined;
  let bytes = 0;
  for (const line of record.split("\n")) {
    const [, name = "", size = ""] = /^"?([^",]+)"?,[^,]*,(\d{1,12})\r?$/.exec(line) ?? [];
    if (isCountedSource(name)) bytes += Number(size);
  }
  return bytes;
}

function describe(place: Place, folder: string, metadata: string): Description {
  const fields = fieldsOf(place.text(metadata) ?? "");
  const named = (fields.get("license-file") ?? []).filter((name) => name.split("/").every(isSegment));
  return { declared: licenseOfMetadata(fields), path: metadata, texts: textsOf(place, folder, metadata, fields, named) };
}

/** Files that are named, and where some tools write the whole text into the field, that text. */
function* textsOf(
  place: Place,
  folder: string,
  metadata: string,
  fields: ReadonlyMap<string, readonly string[]>,
  named: readonly string[],
): Description["texts"] {
  yield* textsIn(place, folder, [...named, ...named.map((name) => `licenses/${name}`)]);
  const text = licenseText(fields);
  if (text !== undefined) yield { path: metadata, bytes: Buffer.from(text) };
}
