// What the packages of a repository call themselves: namespaces, version, licence, as their manifests declare them.
import type { Evidence } from "../../subjects.ts";
import { depth, type Entry, type FileIndex } from "../shared/file-index.ts";
import { isAside } from "../shared/vendored.ts";
import { type Identity, identityReaders } from "../shared/identity-readers.ts";
import type { Check } from "../types.ts";

const MAX_READ = 100;
const MAX_DEPTH = 4;
const MAX_BYTES = 1024 * 1024;

export const identity: Check = {
  id: "identity",
  facts: ["namespaces", "declaredVersion", "declaredLicenses"],
  async collect(files, answers) {
    const entries = candidates(files);
    if (entries.length === 0) return;
    const found = (await Promise.all(entries.map((entry) => read(entry, files)))).filter((one) => one !== undefined);
    const namespaces = new Map<string, Evidence>();
    const licenses = new Map<string, Evidence>();
    for (const { path, identity: own } of found) {
      if (own.namespace && !namespaces.has(own.namespace)) namespaces.set(own.namespace, { path });
      for (const license of own.licenses) if (!licenses.has(license)) licenses.set(license, { path });
    }
    if (found.length > 0) answers.set("namespaces", [...namespaces.keys()].sort(), ...namespaces.values());
    if (licenses.size > 0) answers.set("declaredLicenses", [...licenses.keys()].sort(), ...licenses.values());
    // Only a manifest at the root speaks for the whole repository.
    const main = found.find(({ path, identity: own }) => own.version !== undefined && !path.includes("/"));
    if (main?.identity.version !== undefined) answers.set("declaredVersion", main.identity.version, { path: main.path });
  },
};

function candidates(files: FileIndex): Entry[] {
  return identityReaders
    .flatMap(({ name }) => (typeof name === "string" ? files.named(name) : files.in("").filter((entry) => name.test(entry.name))))
    .filter((entry) => entry.kind === "file" && depth(entry.path) <= MAX_DEPTH && !isAside(entry.path))
    .sort((a, b) => depth(a.path) - depth(b.path))
    .slice(0, MAX_READ);
}

async function read(entry: Entry, files: FileIndex): Promise<{ path: string; identity: Identity } | undefined> {
  const reader = identityReaders.find(({ name }) => (typeof name === "string" ? name === entry.name.toLowerCase() : name.test(entry.name)));
  const text = await files.text(entry, MAX_BYTES);
  const own = text === undefined ? undefined : reader?.read(text);
  return own && { path: entry.path, identity: own };
}
