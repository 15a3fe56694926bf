/** `pkg:npm/%40scope/name@1.2.3` as people say it: `@scope/name 1.2.3`. What is no package URL stays as it is. */
export function purlName(purl: string): string {
  const match = /^pkg:[^/]+\/([^@?#]+)(?:@([^?#]+))?/.exec(purl);
  if (!match) return purl;
  return [match[1], match[2]]
    .filter((part) => part !== undefined)
    .map(decoded)
    .join(" ");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
