// A component whatever its version: what subjects and findings are named after, so that they live through updates.

export function withoutVersion(purl: string): string {
  const at = purl.lastIndexOf("@");
  return at > purl.lastIndexOf("/") ? purl.slice(0, at) : purl;
}
