/** A purl without its version: how subjects name what is used, so that findings live through updates. */
export function withoutVersion(purl: string): string {
  const at = purl.lastIndexOf("@");
  return at > purl.lastIndexOf("/") ? purl.slice(0, at) : purl;
}
