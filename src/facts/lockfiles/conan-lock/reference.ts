// References of Conan: `name/version@user/channel#recipe-revision:package-id#package-revision%timestamp`
// (https://docs.conan.io/2/reference/conanfile/attributes.html, https://docs.conan.io/1/versioning/lockfiles/introduction.html).
import { upTo } from "#kit";

import type { LockedPackage } from "../types.ts";

export interface ConanReference {
  readonly name: string;
  readonly version: string;
  readonly user?: string;
  readonly channel?: string;
  /** Recipe revision: a hash of the recipe. */
  readonly revision?: string;
}

/** Reads a reference; undefined for one without name and version. */
export function conanReference(text: string): ConanReference | undefined {
  const [recipe = ""] = text.split(":");
  const [named = "", revision = ""] = upTo(recipe, "%").split("#");
  const [identity = "", owner = ""] = named.split("@");
  const [name, version, ...rest] = identity.split("/");
  if (!name || !version || rest.length > 0 || /\s/.test(named)) return undefined;
  const [user, channel] = owner.split("/");
  return {
    name,
    version,
    ...(user && user !== "_" ? { user } : {}),
    ...(channel && channel !== "_" ? { channel } : {}),
    ...(revision === "" || revision === "0" ? {} : { revision }),
  };
}

/** Name, version, and what tells packages of the same name apart. */
export function conanIdentity(reference: ConanReference): Omit<LockedPackage, "key" | "scope"> {
  const { name, version, user, channel, revision } = reference;
  return {
    type: "conan",
    name,
    version,
    ...(user === undefined ? {} : { qualifiers: { ...(channel === undefined ? {} : { channel }), user } }),
    ...(revision === undefined ? {} : { integrity: revision }),
  };
}
