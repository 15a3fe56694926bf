// RubyGems: the specification that is written when a gem is installed declares; texts lie in the gem's folder.
import { join } from "node:path";
import type { Purl } from "#kit";
import { isSegment, Place } from "../place.ts";
import { joinNames } from "../shared/join.ts";
import { wantedVersion } from "../shared/newest.ts";
import { sourceBytesIn } from "../size.ts";
import { textsIn } from "../texts.ts";
import type { Found, PackageSource, Shelf } from "../types.ts";

export const gem: PackageSource = {
  type: "gem",
  installed: (repository, folders) =>
    folders.flatMap((folder) => homesIn(repository, `${folder === "" ? "" : `${folder}/`}vendor/bundle/ruby`)),
  caches: ({ home, variables }) => {
    const place = new Place(home, true);
    const folders = [".gem/ruby", ".local/share/gem/ruby"].flatMap((path) => homesIn(place, path));
    const versions = [".rbenv/versions", ".local/share/mise/installs/ruby"].flatMap((path) =>
      place.list(path).folders.flatMap((name) => homesIn(place, `${path}/${name}/lib/ruby/gems`)),
    );
    const named = variables.GEM_HOME === undefined ? [] : [variables.GEM_HOME];
    return [...named, ...[...folders, ...versions, ...homesIn(place, ".rvm/gems")].map((path) => join(home, path))];
  },
  open: (place) => new GemHome(place),
};

/** Folders below, one for each version of Ruby, that hold gems. */
function homesIn(place: Place, path: string): string[] {
  return place
    .list(path)
    .folders.map((name) => `${path}/${name}`)
    .filter((home) => place.hasFolder(`${home}/specifications`));
}

class GemHome implements Shelf {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  find(purl: Purl): Found | undefined {
    if (!isSegment(purl.name)) return undefined;
    const names = purl.version === undefined ? this.#versionsOf(purl.name) : [purl.version];
    const version = wantedVersion(purl, names);
    if (version === undefined || !isSegment(version)) return undefined;
    // Gems with native code carry the platform in their name.
    const platform = purl.qualifiers?.platform;
    for (const full of [`${purl.name}-${version}`, ...(platform && isSegment(platform) ? [`${purl.name}-${version}-${platform}`] : [])]) {
      const path = `specifications/${full}.gemspec`;
      const stamp = this.place.stamp(path);
      if (stamp === undefined) continue;
      const describe = () => ({
        declared: licensesOfSpecification(this.place.text(path) ?? ""),
        path,
        texts: textsIn(this.place, `gems/${full}`),
      });
      return { key: path, stamp, version, describe, sourceBytes: () => sourceBytesIn(this.place, `gems/${full}`) };
    }
    return undefined;
  }

  #versionsOf(name: string): string[] {
    const start = `${name}-`;
    const files = this.place.list("specifications").files.filter((file) => file.startsWith(start) && file.endsWith(".gemspec"));
    return files.map((file) => file.slice(start.length, -".gemspec".length)).filter((version) => /^\d/.test(version));
  }
}

/** `s.licenses = ["MIT".freeze]`: RubyGems writes these files itself, always in this form. Several are a choice. */
export function licensesOfSpecification(text: string): string | undefined {
  const list = /^\s*s\.licenses = \[([^\]\n]{0,2000})\]/m.exec(text)?.[1] ?? "";
  return joinNames(
    [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]),
    "OR",
  );
}
