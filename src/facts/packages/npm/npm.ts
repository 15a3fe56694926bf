// node_modules: package.json declares, LICENSE files lie beside it. npm, Yarn and pnpm lay it out alike, apart from pnpm's store of real folders.
import type { Purl } from "#kit";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { textField } from "../../lockfiles/shared/data.ts";
import { declaredLicense } from "../../lockfiles/shared/npm-license.ts";
import type { Place } from "../place.ts";
import { wantedVersion } from "../shared/newest.ts";
import { sourceBytesIn } from "../size.ts";
import { textsIn } from "../texts.ts";
import type { Description, Found, PackageSource, Shelf, ShelfMemory } from "../types.ts";
import { packageFolders } from "./walk.ts";

export const npm: PackageSource = {
  type: "npm",
  installed: (repository, folders) =>
    folders.map((folder) => (folder === "" ? "node_modules" : `${folder}/node_modules`)).filter((path) => repository.hasFolder(path)),
  // npm's own cache holds archives by hash: the lockfile already says what their package.json says.
  caches: () => [],
  open: (place, memory) => new NodeModules(place, memory),
};

interface Identity {
  readonly name: string;
  readonly version: string;
}

class NodeModules implements Shelf {
  readonly place: Place;
  readonly #memory: ShelfMemory;
  /** Folders by version by name; made when the first package is asked for. */
  #index: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  constructor(place: Place, memory: ShelfMemory) {
    this.place = place;
    this.#memory = memory;
  }

  find(purl: Purl): Found | undefined {
    this.#index ??= this.#packages();
    const versions = this.#index.get(purl.namespace ? `${purl.namespace}/${purl.name}` : purl.name);
    const version = versions && wantedVersion(purl, versions.keys());
    const folder = version === undefined ? undefined : versions?.get(version);
    if (folder === undefined || version === undefined) return undefined;
    const stamp = this.place.stamp(`${folder}/package.json`) ?? "";
    return {
      key: folder,
      stamp,
      version,
      describe: () => describe(this.place, folder),
      sourceBytes: () => sourceBytesIn(this.place, folder),
    };
  }

  #packages(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const index = new Map<string, Map<string, string>>();
    for (const folder of packageFolders(this.place)) {
      const identity = this.#identity(folder);
      if (!identity) continue;
      const name = identity.name.toLowerCase();
      const versions = index.get(name) ?? new Map<string, string>();
      if (!versions.has(identity.version)) versions.set(identity.version, folder);
      index.set(name, versions);
    }
    return index;
  }

  #identity(folder: string): Identity | undefined {
    const path = `${folder}/package.json`;
    const stamp = this.place.stamp(path);
    if (stamp === undefined) return undefined;
    const known = this.#memory.recall(path, stamp) as Identity | undefined;
    if (known) return known;
    const manifest = manifestOf(this.place, folder);
    const identity = { name: textField(manifest, "name") ?? "", version: textField(manifest, "version") ?? "" };
    this.#memory.keep(path, stamp, identity);
    return identity;
  }
}

function manifestOf(place: Place, folder: string): unknown {
  try {
    return parseJson(place.text(`${folder}/package.json`) ?? "null");
  } catch {
    return undefined;
  }
}

function describe(place: Place, folder: string): Description {
  const declared = declaredLicense(manifestOf(place, folder));
  return { declared, path: `${folder}/package.json`, texts: textsIn(place, folder) };
}
