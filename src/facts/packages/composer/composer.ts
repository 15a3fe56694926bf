// Composer's vendor folder: installed.json declares, texts lie in the package's folder.
import type { Purl } from "#kit";
import { arrayField, asArray, asText, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { isSegment, type Place } from "../place.ts";
import { joinNames } from "../shared/join.ts";
import { sourceBytesIn } from "../size.ts";
import { textsIn } from "../texts.ts";
import type { Found, PackageSource, Shelf } from "../types.ts";

const INSTALLED = "composer/installed.json";

export const composer: PackageSource = {
  type: "composer",
  installed: (repository, folders) =>
    folders
      .map((folder) => (folder === "" ? "vendor" : `${folder}/vendor`))
      .filter((path) => repository.stamp(`${path}/${INSTALLED}`) !== undefined),
  caches: () => [],
  open: (place) => new Vendor(place),
};

class Vendor implements Shelf {
  readonly place: Place;
  #entries: ReadonlyMap<string, unknown> | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  find({ namespace, name, version }: Purl): Found | undefined {
    const full = namespace ? `${namespace}/${name}` : name;
    if (!full.split("/").every(isSegment)) return undefined;
    this.#entries ??= entriesOf(this.place.text(INSTALLED));
    const entry = this.#entries.get(full);
    const there = textField(entry, "version");
    if (there === undefined || (version !== undefined && withoutV(there) !== withoutV(version))) return undefined;
    const licenses = asArray(arrayField(entry, "license"))?.map(asText) ?? [];
    const stamp = `${there} ${this.place.stamp(INSTALLED)}`;
    return {
      key: full,
      stamp,
      version: there,
      sourceBytes: () => sourceBytesIn(this.place, full),
      describe: () => ({ declared: joinNames(licenses, "OR"), path: INSTALLED, texts: textsIn(this.place, full) }),
    };
  }
}

function withoutV(version: string): string {
  return version.replace(/^v/i, "");
}

/** Composer 2 writes an object with `packages`, Composer 1 a list. */
function entriesOf(text: string | undefined): ReadonlyMap<string, unknown> {
  try {
    const document = parseJson(text ?? "[]");
    const list = asArray(document) ?? arrayField(document, "packages") ?? [];
    return new Map(list.map((entry) => [textField(entry, "name")?.toLowerCase() ?? "", entry]));
  } catch {
    return new Map();
  }
}
