// yarn.lock of yarn 2 and later: YAML with one entry a resolution. https://yarnpkg.com/advanced/lexicon
import { asObject, type DataObject, entriesOf, objectField, type Positioned, textField } from "../shared/data.ts";
import { gitSource, npmSource, type Source, splitDescriptor } from "../shared/npm.ts";
import { parseYaml } from "../shared/yaml.ts";
import { Unreadable } from "../types.ts";
import type { YarnEntry } from "./entry.ts";

/** The entries of a file with `__metadata`. Throws `Unreadable` with the line. */
export function readBerry(text: string): readonly YarnEntry[] {
  const document = parseYaml(text);
  const root = asObject(document.value);
  if (!root) throw new Unreadable("Not a yarn.lock: its content is not a mapping", 1, "a mapping");
  return entriesOf(root)
    .filter(([key]) => key !== "__metadata")
    .map(([key, value]) => entryOf(key, asObject(value), document));
}

function entryOf(key: string, data: DataObject | undefined, document: Positioned): YarnEntry {
  const line = document.lineOf(document.value, key);
  const resolution = textField(data, "resolution");
  const version = textField(data, "version");
  if (!data || version === undefined) throw new Unreadable("Not a yarn.lock: an entry without a version", line, "version");
  const descriptors = key.split(/,\s*/).filter((descriptor) => descriptor !== "");
  const { name, rest } = splitDescriptor(resolution ?? descriptors[0] ?? "");
  const [required, optional] = dependenciesOf(data);
  const folder = folderOfLocator(rest);
  return {
    key: descriptors[0] ?? key,
    descriptors,
    name,
    version,
    line,
    dependencies: required,
    optionalDependencies: optional,
    integrity: textField(data, "checksum"),
    source: folder === undefined ? sourceOf(rest) : { kind: "path", address: folder },
    ...(folder === undefined ? {} : { folder }),
  };
}

/** `dependenciesMeta` says which of the dependencies may fail. */
function dependenciesOf(data: DataObject): [[string, string][], [string, string][]] {
  const required: [string, string][] = [];
  const optional: [string, string][] = [];
  const meta = objectField(data, "dependenciesMeta");
  for (const [name, range] of entriesOf(data["dependencies"])) {
    const mayFail = objectField(meta, name)?.["optional"] === true;
    (mayFail ? optional : required).push([name, typeof range === "string" ? range : ""]);
  }
  return [required, optional];
}

/** The folder of `workspace:packages/a`, `portal:../a::locator=…`, `link:./a`, `file:./a`; undefined for what is no folder. */
function folderOfLocator(reference: string): string | undefined {
  const found = /^(?:workspace|portal|link|file):([^#:]*)/.exec(reference)?.[1];
  return found === undefined || /\.(?:tgz|tar\.gz|tar)$/.test(found) ? undefined : decoded(found);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `npm:1.0.0::__archiveUrl=…`, `https://…#commit=…`, `patch:…` (a changed copy of a package that has an entry of its own). */
function sourceOf(reference: string): Source | undefined {
  if (reference.startsWith("npm:")) {
    const archive = /::__archiveUrl=([^&]+)/.exec(reference)?.[1];
    return npmSource(archive && decoded(archive));
  }
  return reference.startsWith("patch:") ? undefined : (gitSource(reference) ?? npmSource(reference));
}
