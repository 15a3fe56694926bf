// Every package folder below a node_modules, nested ones included. Links (workspaces, pnpm's names) are left out: what they lead to is found where it lies, or is ours.
import type { Place } from "../place.ts";

const MOST_PACKAGES = 100_000;
const DEEPEST = 24;

export function packageFolders(place: Place): string[] {
  const found: string[] = [];
  enter(place, "", 0, found);
  return found;
}

function enter(place: Place, folder: string, depth: number, found: string[]): void {
  for (const name of place.list(folder).folders) {
    if (found.length >= MOST_PACKAGES) return;
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name === ".pnpm") for (const store of place.list(path).folders) enter(place, `${path}/${store}/node_modules`, depth + 1, found);
    else if (name.startsWith("@")) for (const scoped of place.list(path).folders) add(place, `${path}/${scoped}`, depth, found);
    else if (!name.startsWith(".")) add(place, path, depth, found);
  }
}

function add(place: Place, folder: string, depth: number, found: string[]): void {
  found.push(folder);
  const nested = `${folder}/node_modules`;
  if (depth < DEEPEST && place.hasFolder(nested)) enter(place, nested, depth + 1, found);
}
