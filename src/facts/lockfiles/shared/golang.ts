// Names of Go modules in the terms of purl: everything before the last slash is the namespace.

/** Namespace and name of a module path. */
export function goName(path: string): { namespace?: string; name: string } {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? { name: path } : { namespace: path.slice(0, slash), name: path.slice(slash + 1) };
}

/** A replacement that is a folder: `./x`, `../x`, `/x`, `C:\x`. */
export function isLocalPath(path: string): boolean {
  return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(path);
}

/** Who a module belongs to, by its path: `github.com/owner/repository` on code hosts, `gopkg.in/name.v1`, elsewhere the domain (`k8s.io`). */
export function homeOf(path: string): string {
  const segments = path.split("/");
  const host = segments[0] ?? "";
  if (host === "gopkg.in") return path;
  return segments.slice(0, /^(?:github|gitlab|bitbucket|codeberg|gitea|git)\./.test(host) ? 3 : 1).join("/");
}

/** Whether a module that is taken from a folder belongs to the main module's owners rather than being a copy of somebody else's. */
export function isSameHome(path: string, main: string | undefined): boolean {
  // Paths without a dot in their first segment cannot be fetched: they exist only on the spot.
  if (!(path.split("/", 1)[0] ?? "").includes(".")) return true;
  return main !== undefined && homeOf(path) === homeOf(main);
}
