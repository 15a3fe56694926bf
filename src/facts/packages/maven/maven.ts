// The Maven repository of this user and Gradle's cache: the POM declares, or a parent of it does.
import { join } from "node:path";
import { compareText, type Purl } from "#kit";
import type { Place } from "../place.ts";
import { isSegment } from "../place.ts";
import { wantedVersion } from "../shared/newest.ts";
import type { Found, PackageSource, Shelf } from "../types.ts";
import { usualMavenFolder } from "./folders.ts";
import { readJar } from "./jar.ts";
import { licensesOfPom } from "./licenses.ts";

export const maven: PackageSource = {
  type: "maven",
  caches: ({ home, variables }) => [
    usualMavenFolder({ home, variables }),
    join(variables.GRADLE_USER_HOME ?? join(home, ".gradle"), "caches", "modules-2", "files-2.1"),
  ],
  open: (place) => new MavenShelf(place),
};

class MavenShelf implements Shelf {
  readonly place: Place;
  readonly #gradle: boolean;

  constructor(place: Place) {
    this.place = place;
    this.#gradle = /[\\/]files-2\.1$/.test(place.root);
  }

  find(purl: Purl): Found | undefined {
    const { namespace = "", name } = purl;
    const folder = this.#folder(namespace, name);
    if (folder === undefined) return undefined;
    const version = purl.version ?? wantedVersion(purl, this.place.list(folder).folders);
    const pom = version === undefined ? undefined : this.#file(namespace, name, version, "pom");
    const stamp = pom === undefined ? undefined : this.place.stamp(pom);
    if (version === undefined || pom === undefined || stamp === undefined) return undefined;
    return {
      key: pom,
      stamp,
      version,
      describe: () => {
        const jar = readJar(this.place, this.#file(namespace, name, version, "jar"));
        const said = licensesOfPom(
          pom,
          (path) => this.place.text(path),
          (group, artifact, wanted) => this.#file(group, artifact, wanted, "pom"),
        );
        return said.declared === undefined && jar.declared !== undefined ? jar : { ...said, texts: jar.texts, notices: jar.notices };
      },
    };
  }

  /** `org/example/name` in Maven's layout, `org.example/name` in Gradle's. */
  #folder(group: string, artifact: string): string | undefined {
    if (!isSegment(artifact) || !group.split(".").every(isSegment)) return undefined;
    return `${this.#gradle ? group : group.replaceAll(".", "/")}/${artifact}`;
  }

  #file(group: string, artifact: string, version: string, kind: "pom" | "jar"): string | undefined {
    const folder = this.#folder(group, artifact);
    if (folder === undefined || !isSegment(version)) return undefined;
    const name = `${artifact}-${version}.${kind}`;
    if (!this.#gradle) return `${folder}/${version}/${name}`;
    // Below the version Gradle has a folder for each checksum.
    return this.place
      .list(`${folder}/${version}`)
      .folders.map((sum) => `${folder}/${version}/${sum}/${name}`)
      .sort(compareText)
      .find((path) => this.place.stamp(path) !== undefined);
  }
}
