// `.mailmap` as git reads it (gitmailmap): other names and addresses of one person lead to the proper ones.
import type { Identity } from "./identities.ts";

/** Gives the proper name and address of an identity; the same where the map does not speak of it. */
export type Mailmap = (identity: Identity) => Identity;

interface Entry {
  name?: string;
  email?: string;
  /** By the name in the commit, lower case: narrower than the address alone. */
  readonly names: Map<string, { name?: string; email?: string }>;
}

const LINE = /^([^<]*)<([^>]*)>(?:([^<]*)<([^>]*)>)?/;

/** Never throws: lines that are no mappings are left out, as git does. */
export function parseMailmap(text: string): Mailmap {
  const entries = new Map<string, Entry>();
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const [, first = "", firstMail = "", second, secondMail] = LINE.exec(line) ?? [];
    if (firstMail.trim() === "") continue;
    add(entries, first.trim(), firstMail.trim(), second?.trim(), secondMail?.trim());
  }
  return (identity) => apply(entries, identity);
}

function add(entries: Map<string, Entry>, name: string, email: string, oldName: string | undefined, oldEmail: string | undefined): void {
  // With one address, the line only says the name of whoever uses it.
  const key = (oldEmail ?? email).toLowerCase();
  const entry: Entry = entries.get(key) ?? { names: new Map() };
  entries.set(key, entry);
  const proper = { ...(name === "" ? {} : { name }), ...(oldEmail === undefined ? {} : { email }) };
  if (oldName) entry.names.set(oldName.toLowerCase(), { ...entry.names.get(oldName.toLowerCase()), ...proper });
  else Object.assign(entry, proper);
}

function apply(entries: ReadonlyMap<string, Entry>, identity: Identity): Identity {
  const entry = entries.get(identity.email.toLowerCase());
  if (!entry) return identity;
  const proper = entry.names.get(identity.name.toLowerCase()) ?? entry;
  return { name: proper.name ?? identity.name, email: proper.email ?? identity.email };
}
