// The one registry of what can be imported. A new kind is one folder and one entry here.
import { Unreadable } from "../lockfiles/types.ts";
import type { ImportKind } from "./types.ts";

export const importKinds: readonly ImportKind[] = [
  {
    name: "osv",
    means: "vulnerabilities in the OSV schema: a record, a list of records, or the zip export of an ecosystem",
    how: "https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip, and so for PyPI, Maven, Go, …",
    load: async () => (await import("./osv/osv.ts")).readOsv,
  },
  {
    name: "openvex",
    means: "statements whether vulnerabilities count, as OpenVEX",
    how: "vexctl create …, or what a supplier publishes",
    load: async () => (await import("./openvex/openvex.ts")).readOpenVex,
  },
];

export function importKind(name: string): ImportKind {
  const kind = importKinds.find((candidate) => candidate.name === name);
  if (!kind) throw new Unreadable(`there is no kind "${name}"`);
  return kind;
}
