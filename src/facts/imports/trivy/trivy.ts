// Trivy's JSON report (SchemaVersion 2, and the bare list of results before it). https://trivy.dev/latest/docs/configuration/reporting/
import { arrayField, asArray, entriesOf, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { bandOfWord, severityOfVectors } from "../../vulnerabilities/cvss.ts";
import type { Severity } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { addressOf, scoreOf, textsOf, versioned } from "../shared/names.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

/** Names that Trivy gives to kinds of results, as purl types: for reports that carry no package URLs. */
const types: Readonly<Record<string, string>> = {
  npm: "npm",
  yarn: "npm",
  pnpm: "npm",
  bun: "npm",
  "node-pkg": "npm",
  pip: "pypi",
  pipenv: "pypi",
  poetry: "pypi",
  uv: "pypi",
  "python-pkg": "pypi",
  gomod: "golang",
  gobinary: "golang",
  jar: "maven",
  pom: "maven",
  gradle: "maven",
  cargo: "cargo",
  nuget: "nuget",
  bundler: "gem",
  gemspec: "gem",
  composer: "composer",
};

export async function readTrivy(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const results = arrayField(document, "Results") ?? asArray(document);
  const known = field(document, "SchemaVersion") !== undefined || results?.some((result) => textField(result, "Target") !== undefined);
  if (!known)
    throw new Unreadable("Not a report of Trivy: neither SchemaVersion nor results with a Target", undefined, "trivy … --format json");
  for (const result of results ?? []) takeResult(result, sink);
  const artifact = textField(document, "ArtifactName");
  const at = momentOf(textField(document, "CreatedAt"));
  const name = input.about ?? artifact?.slice(0, 300);
  return { ...(name === undefined ? {} : { replaces: name }), ...(at === undefined ? {} : { at }), tool: "trivy" };
}

function takeResult(result: unknown, sink: ImportSink): void {
  const target = textField(result, "Target") ?? "result";
  const type = textField(result, "Type") ?? "";
  for (const entry of arrayField(result, "Packages") ?? []) {
    const purl = purlOf(entry, type, "Name", "Version");
    if (versioned(purl)) sink.looksAt(purl ?? "");
  }
  for (const [index, entry] of (arrayField(result, "Vulnerabilities") ?? []).entries())
    takeFinding(entry, `${target} Vulnerabilities[${index}]`, type, sink);
  // Misconfigurations and secrets are no vulnerabilities of components.
  for (const list of ["Misconfigurations", "Secrets", "Licenses"]) {
    for (const _entry of arrayField(result, list) ?? []) sink.empty(`${list.toLowerCase()} are not taken`);
  }
}

function takeFinding(entry: unknown, where: string, type: string, sink: ImportSink): void {
  const id = textField(entry, "VulnerabilityID")?.slice(0, 300);
  if (id === undefined || id === "") return sink.notUnderstood("a vulnerability has no id", where);
  const purl = versioned(purlOf(entry, type, "PkgName", "InstalledVersion"));
  if (!purl)
    return sink.notUnderstood(
      `a vulnerability names no package URL, and its kind of result (${type || "none"}) has none`,
      `${where} ${id}`,
    );
  const fixed = (textField(entry, "FixedVersion") ?? "").split(/\s*,\s*/).filter((version) => version !== "");
  const severity = severityOf(entry);
  const summary = oneLine(textField(entry, "Title") ?? textField(entry, "Description"));
  const url = addressOf(textField(entry, "PrimaryURL"));
  const modified = momentOf(textField(entry, "LastModifiedDate"));
  sink.advisory({
    id,
    aliases: textsOf(arrayField(entry, "VendorIDs")),
    ...(summary === undefined ? {} : { summary }),
    ...(url === undefined ? {} : { url }),
    ...(severity ? { severity } : {}),
    ...(modified === undefined ? {} : { modified }),
    affected: [{ package: purl.package, order: purl.type, versions: [purl.version], ...(fixed.length > 0 ? { fixed } : {}) }],
    source: "trivy",
  });
}

function purlOf(entry: unknown, type: string, name: string, version: string): string | undefined {
  const given = textField(objectField(entry, "PkgIdentifier") ?? objectField(entry, "Identifier"), "PURL");
  if (given !== undefined) return given;
  const purlType = Object.hasOwn(types, type) ? types[type] : undefined;
  const own = textField(entry, name);
  const at = textField(entry, version);
  if (purlType === undefined || own === undefined || at === undefined || at === "") return undefined;
  const path = (purlType === "maven" ? own.replace(":", "/") : own).split("/").map(encodeURIComponent).join("/");
  return `pkg:${purlType}/${path}@${encodeURIComponent(at)}`;
}

/** The vectors of the source that Trivy trusts come first, then any; else the word. */
function severityOf(entry: unknown): Severity | undefined {
  const sources = objectField(entry, "CVSS");
  const trusted = objectField(sources, textField(entry, "SeveritySource") ?? "");
  const holders = [...(trusted ? [trusted] : []), ...entriesOf(sources).map(([, holder]) => holder)];
  for (const holder of holders) {
    const vectors = ["V40Vector", "V3Vector", "V2Vector"].flatMap((key) => textField(holder, key) ?? []);
    const severity = severityOfVectors(vectors);
    if (severity) return severity;
  }
  const band = bandOfWord(textField(entry, "Severity"));
  const score = holders
    .map((holder) => scoreOf(field(holder, "V40Score") ?? field(holder, "V3Score")))
    .find((value) => value !== undefined);
  return band && { band, ...(score === undefined ? {} : { score }) };
}
