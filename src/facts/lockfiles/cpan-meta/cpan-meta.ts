// META.json of a Perl distribution: the distribution itself, which is ours (https://metacpan.org/pod/CPAN::Meta::Spec).
// Its prerequisites are modules with lowest versions, not distributions: what is installed for them stands in cpanfile.snapshot.
import { arrayField, asObject, asText, field, textField } from "../shared/data.ts";
import { parseJson } from "../shared/json.ts";
import { nameOf } from "../shared/paths.ts";
import { type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const cpanMeta: LockfileFormat = {
  id: "cpan-meta",
  ecosystem: "cpan",
  kind: "manifest",
  names: ["META.json", "MYMETA.json"],
  matches: (path) => /^(?:MY)?META(?:_\w+)?\.json$/.test(nameOf(path)),
  read: readMeta,
};

function readMeta(file: SourceFile): Reading {
  const value = parseJson(file.text);
  if (!asObject(value)) throw new Unreadable("Not the metadata of a distribution: it is no object", 1, '"name" and "version"');
  // Files of this name exist in other worlds too; CPAN's say which specification they follow.
  const specification = textField(field(value, "meta-spec"), "url") ?? "";
  const isCpan = asObject(field(value, "meta-spec")) !== undefined && !/pgxn\.org/i.test(specification);
  const name = textField(value, "name");
  const raw = field(value, "version");
  const version = asText(raw) ?? (typeof raw === "number" ? String(raw) : undefined);
  if (!isCpan || !name) return { packages: [] };
  const licenses = (arrayField(value, "license") ?? []).map(asText).filter((text) => text !== undefined && text !== "unknown");
  return {
    packages: [],
    own: [{ type: "cpan", name, ...(version ? { version } : {}), ...(licenses.length > 0 ? { license: licenses.join(" OR ") } : {}) }],
  };
}
