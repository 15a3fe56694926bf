// ORT's .ort.yml and curations.yml: resolutions are shown, curations conclude. Results of ORT (analyzer, scanner) are read by the kind ort.
import { asArray, entriesOf, objectField, textField } from "../../lockfiles/shared/data.ts";
import { oneLine } from "../shared/text.ts";
import type { ImportSink } from "../types.ts";

/** purl types by ORT's names of package managers. */
const types: Readonly<Record<string, string>> = {
  npm: "npm",
  maven: "maven",
  pypi: "pypi",
  crate: "cargo",
  go: "golang",
  gem: "gem",
  nuget: "nuget",
  packagist: "composer",
  pub: "pub",
  pod: "cocoapods",
  swift: "swift",
};

/** `NPM:@scope:name:1.0` as a package URL; undefined for a type that has none, or without a version. */
export function purlOfOrt(id: string): string | undefined {
  const [type = "", namespace = "", name = "", ...version] = id.split(":");
  const purlType = types[type.toLowerCase()];
  const number = version.join(":");
  if (purlType === undefined || name === "" || number === "") return undefined;
  const path = [...(namespace === "" ? [] : namespace.split("/")), name].map((part) => encodeURIComponent(part)).join("/");
  return `pkg:${purlType}/${path}@${encodeURIComponent(number)}`;
}

/** Whether it was such a document. */
export function takeOrt(document: unknown, sink: ImportSink): boolean {
  const resolutions = objectField(document, "resolutions");
  const curations = asArray(objectField(document, "curations")?.["packages"]) ?? asArray(document);
  const curated = curations?.filter((entry) => textField(entry, "id") !== undefined && objectField(entry, "curations"));
  if (!resolutions && !curated?.length) return false;
  for (const [kind, list] of entriesOf(resolutions))
    for (const entry of asArray(list) ?? []) takeResolution(entry, `resolutions.${kind}`, sink);
  for (const [index, entry] of (curated ?? []).entries()) takeCuration(entry, `curations[${index}]`, sink);
  return true;
}

function takeResolution(entry: unknown, where: string, sink: ImportSink): void {
  const about = oneLine(textField(entry, "message") ?? textField(entry, "id"), 1000);
  const reason = textField(entry, "reason");
  if (about === undefined || reason === undefined) return sink.notUnderstood("a resolution says neither about what nor why", where);
  const comment = oneLine(textField(entry, "comment"), 1000);
  sink.resolution({ about, reason: reason.slice(0, 100), ...(comment === undefined ? {} : { comment }) });
}

function takeCuration(entry: unknown, where: string, sink: ImportSink): void {
  const id = textField(entry, "id") ?? "";
  const data = objectField(entry, "curations");
  const concluded = textField(data, "concluded_license");
  if (concluded === undefined) return sink.empty("curations without a licence");
  const purl = purlOfOrt(id);
  if (purl === undefined) return sink.notUnderstood("a curation names no package and version with a package URL", `${where} ${id}`);
  const because = oneLine(textField(data, "comment"), 1000);
  sink.packageLicense({ purl, concluded: concluded.slice(0, 4000), ...(because === undefined ? {} : { because }) });
}
