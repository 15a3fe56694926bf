// The identity of a component: the package URL of what a file names.
import { formatPurl } from "#kit";
import type { LockedPackage } from "../lockfiles/types.ts";

/**
 * The purl of a package, with version where there is one. A part of a pod (`Pod/Core`) is a subpath, as the purl type says; a package that is only
 * known by its commit carries it, so that two commits are two components.
 */
export function componentPurl(locked: LockedPackage): string {
  const { type, namespace, version, source, subpath } = locked;
  const base = { type, namespace, name: locked.name, version, qualifiers: locked.qualifiers, subpath };
  if (type === "cocoapods" && locked.name.includes("/")) {
    const slash = locked.name.indexOf("/");
    return formatPurl({ ...base, name: locked.name.slice(0, slash), subpath: locked.name.slice(slash + 1) });
  }
  if (version === "" && source?.kind === "git" && source.commit) {
    return formatPurl({ ...base, qualifiers: { ...locked.qualifiers, vcs_url: `git+${source.address}@${source.commit}` } });
  }
  return formatPurl(base);
}
