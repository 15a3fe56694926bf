// ~/.nuget/packages: the .nuspec declares by expression, by file, or (old ones) by address.
import { join } from "node:path";
import type { Purl } from "#kit";
import { child, childText, parseXml } from "../../lockfiles/shared/xml.ts";
import { isSegment, type Place } from "../place.ts";
import { wantedVersion } from "../shared/newest.ts";
import { textsIn } from "../texts.ts";
import type { Description, Found, PackageSource, Shelf } from "../types.ts";

export const nuget: PackageSource = {
  type: "nuget",
  caches: ({ home, variables }) => [variables.NUGET_PACKAGES ?? join(home, ".nuget", "packages")],
  open: (place) => new GlobalPackages(place),
};

class GlobalPackages implements Shelf {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  /** Folders are in lower case, versions in normal form. */
  find(purl: Purl): Found | undefined {
    const name = purl.name.toLowerCase();
    if (!isSegment(name)) return undefined;
    const asked = purl.version?.toLowerCase().replace(/\+.*/, "");
    const direct = asked !== undefined && isSegment(asked) && this.place.hasFolder(`${name}/${asked}`) ? asked : undefined;
    const version = direct ?? wantedVersion(purl, this.place.list(name).folders);
    if (version === undefined) return undefined;
    const folder = `${name}/${version}`;
    const nuspec = `${folder}/${name}.nuspec`;
    const stamp = this.place.stamp(nuspec);
    return stamp === undefined ? undefined : { key: folder, stamp, version, describe: () => describe(this.place, folder, nuspec) };
  }
}

function describe(place: Place, folder: string, nuspec: string): Description {
  const { declared, file } = licenseOfNuspec(place.text(nuspec) ?? "");
  const named = file?.replaceAll("\\", "/").replace(/^\.?\//, "");
  const inside = named?.split("/").every(isSegment) ? [named] : [];
  return { declared, path: nuspec, texts: textsIn(place, folder, inside) };
}

/** https://learn.microsoft.com/nuget/reference/nuspec#license */
export function licenseOfNuspec(text: string): { readonly declared?: string; readonly file?: string } {
  try {
    const metadata = child(parseXml(text), "metadata");
    const license = child(metadata, "license");
    if (license?.attributes.get("type") === "expression" && license.text !== "") return { declared: license.text };
    if (license?.attributes.get("type") === "file" && license.text !== "") return { file: license.text };
    const url = childText(metadata, "licenseUrl");
    // The address that stands in for a file says nothing of its own.
    return url === undefined || /^https:\/\/aka\.ms\/deprecateLicenseUrl/i.test(url) ? {} : { declared: url };
  } catch {
    return {};
  }
}
