import type { Evidence } from "#facts";

/** `repository: path/in/it:12`, as far as it is known. */
export function placeText(place: Evidence): string {
  const where = [place.repository, place.path].filter((part) => part !== undefined).join(": ");
  return place.line === undefined ? where : `${where}:${place.line}`;
}
