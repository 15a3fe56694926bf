// Go declares licences in no metadata: the text beside the module is all there is. The module cache, its archives, and vendor/ of the repository.
import { join } from "node:path";
import type { Purl } from "#kit";
import { readZip } from "../archives/zip.ts";
import { isSegment, type Place } from "../place.ts";
import { sourceBytesIn } from "../size.ts";
import { isNotice, isOwnLicense, textsIn } from "../texts.ts";
import type { Description, Found, PackageSource, Shelf } from "../types.ts";

const LARGEST_ZIP = 128_000_000;

export const golang: PackageSource = {
  type: "golang",
  installed: (repository, folders) =>
    folders
      .map((folder) => (folder === "" ? "vendor" : `${folder}/vendor`))
      .filter((path) => repository.stamp(`${path}/modules.txt`) !== undefined),
  caches: ({ home, variables }) => [
    variables.GOMODCACHE ?? join(variables.GOPATH?.split(process.platform === "win32" ? ";" : ":")[0] || join(home, "go"), "pkg", "mod"),
  ],
  open: (place) => (place.stamp("modules.txt") === undefined ? new ModuleCache(place) : new VendorFolder(place)),
};

/** `github.com/Azure/x` is kept as `github.com/!azure/x`: https://go.dev/ref/mod#module-cache */
export function escapedModule(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

function modulePath({ namespace, name }: Purl): string | undefined {
  const path = namespace ? `${namespace}/${name}` : name;
  return path.split("/").every(isSegment) ? path : undefined;
}

class ModuleCache implements Shelf {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  find(purl: Purl): Found | undefined {
    const path = modulePath(purl);
    const version = purl.version;
    if (path === undefined || version === undefined || !isSegment(version)) return undefined;
    const folder = `${escapedModule(path)}@${escapedModule(version)}`;
    // A module's folder is written once and never changed.
    if (this.place.hasFolder(folder))
      return {
        key: folder,
        stamp: "folder",
        version,
        describe: () => ({ texts: textsIn(this.place, folder) }),
        sourceBytes: () => sourceBytesIn(this.place, folder),
      };
    const zip = `cache/download/${escapedModule(path)}/@v/${escapedModule(version)}.zip`;
    const stamp = this.place.stamp(zip);
    return stamp === undefined ? undefined : { key: zip, stamp, version, describe: () => zipTexts(this.place, zip) };
  }
}

function zipTexts(place: Place, zip: string): Description {
  const bytes = place.bytes(zip, LARGEST_ZIP);
  const files = bytes ? [...readZip(bytes, (name) => isModuleLicense(name) || isNotice(atTop(name)))] : [];
  const those = (wanted: (file: string) => boolean) =>
    files.filter(({ name }) => wanted(atTop(name))).map(({ name, content }) => ({ path: `${zip}!/${name}`, bytes: content }));
  return { texts: those(isOwnLicense), notices: those(isNotice) };
}

/** Names in a module's archive begin with `path@version/`; its licence lies at its top. */
export function isModuleLicense(name: string): boolean {
  return isOwnLicense(atTop(name));
}

/** The name of a file at the top of its module; empty for those further down. */
function atTop(name: string): string {
  const slash = name.lastIndexOf("/");
  const folder = name.slice(name.lastIndexOf("/", slash - 1) + 1, Math.max(0, slash));
  return folder.indexOf("@") > 0 ? name.slice(slash + 1) : "";
}

class VendorFolder implements Shelf {
  readonly place: Place;
  readonly #versions: ReadonlyMap<string, string>;

  constructor(place: Place) {
    this.place = place;
    this.#versions = new Map(
      (place.text("modules.txt") ?? "").matchAll(/^# (\S+) (v\S+)/gm).map(([, path = "", version = ""]) => [path, version]),
    );
  }

  find(purl: Purl): Found | undefined {
    const path = modulePath(purl);
    const version = path === undefined ? undefined : this.#versions.get(path);
    if (path === undefined || version === undefined || (purl.version !== undefined && purl.version !== version)) return undefined;
    if (!this.place.hasFolder(path)) return undefined;
    const stamp = `${version} ${this.place.stamp("modules.txt")}`;
    return {
      key: path,
      stamp,
      version,
      describe: () => ({ texts: textsIn(this.place, path) }),
      sourceBytes: () => sourceBytesIn(this.place, path),
    };
  }
}
