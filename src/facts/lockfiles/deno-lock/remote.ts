// Modules that Deno takes from the web by address: those whose address names a package and a version.
import { type DataObject, entriesOf, type Positioned } from "../shared/data.ts";
import { identityOf } from "../shared/deno.ts";
import type { LockedPackage } from "../types.ts";

/** One package for all of its files. Addresses that name no package stay out: they have no name to know them by. */
export function remoteModules(remote: DataObject | undefined, document: Positioned): readonly LockedPackage[] {
  const packages = new Map<string, LockedPackage>();
  for (const [address] of entriesOf(remote)) {
    const identity = identityOf(address);
    if (!identity) continue;
    const key = `remote:${[identity.type, identity.namespace ?? "", identity.name, identity.version || identity.range].join("/")}`;
    if (!packages.has(key)) packages.set(key, { key, ...identity, scope: "production", line: document.lineOf(remote, address) });
  }
  return [...packages.values()];
}
