// Results of the OSS Review Toolkit (analyzer or scanner, JSON or YAML): declared, detected and concluded licences of packages, and its resolutions.
// https://oss-review-toolkit.org/ort/docs/
import { componentName } from "../../vulnerabilities/match.ts";
import { arrayField, asObject, entriesOf, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { jsonOrYamlOf } from "../shared/documents.ts";
import { textsOf } from "../shared/names.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";
import { curationsOf } from "./curations.ts";
import { findingsByPackage } from "./findings.ts";

export async function readOrt(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOrYamlOf(input.path);
  const analyzer = objectField(document, "analyzer");
  const result = objectField(analyzer, "result");
  if (!result)
    throw new Unreadable("Not a result of ORT: there is no analyzer.result", undefined, "analyzer-result.yml or scan-result.yml");
  const curations = curationsOf(document);
  const packages = (arrayField(result, "packages") ?? []).map(wrapped);
  const detected = findingsByPackage(document, packages);
  for (const [index, entry] of packages.entries()) {
    takePackage(entry, `analyzer.result.packages[${index}]`, { curations, detected }, sink);
  }
  takeResolutions(document, sink);
  const vcs = objectField(objectField(document, "repository"), "vcs_processed") ?? objectField(objectField(document, "repository"), "vcs");
  const name = input.about ?? textField(vcs, "url");
  const at = momentOf(textField(analyzer, "end_time")) ?? momentOf(textField(analyzer, "start_time"));
  const version = textField(objectField(analyzer, "environment"), "ort_version");
  return {
    ...(name === undefined || name === "" ? {} : { replaces: name.slice(0, 300) }),
    ...(at === undefined ? {} : { at }),
    tool: `ORT${version === undefined ? "" : ` ${version}`}`,
  };
}

/** Older results keep a package and its curations side by side. */
function wrapped(entry: unknown): unknown {
  return objectField(entry, "package") ?? objectField(entry, "metadata") ?? entry;
}

interface Known {
  readonly curations: ReadonlyMap<string, { readonly concluded?: string; readonly comment?: string }>;
  readonly detected: ReadonlyMap<string, { readonly licenses: readonly string[]; readonly copyrights: readonly string[] }>;
}

function takePackage(entry: unknown, where: string, { curations, detected }: Known, sink: ImportSink): void {
  const id = textField(entry, "id") ?? "";
  const purl = textField(entry, "purl");
  if (purl === undefined || !componentName(purl)) return sink.notUnderstood("a package has no package URL", `${where} ${id}`);
  const curation = curations.get(id);
  const found = detected.get(id);
  const declared = declaredOf(entry);
  const concluded = textField(entry, "concluded_license") ?? curation?.concluded;
  if (declared === undefined && concluded === undefined && !found?.licenses.length) return sink.empty("packages without a licence");
  sink.packageLicense({
    purl: purl.slice(0, 900),
    ...(declared === undefined ? {} : { declared }),
    ...(found?.licenses.length ? { detected: found.licenses.map(grouped).join(" AND ").slice(0, 4000) } : {}),
    ...(concluded === undefined || concluded === "" ? {} : { concluded: concluded.slice(0, 4000) }),
    ...(found?.copyrights.length ? { copyrights: found.copyrights.slice(0, 100) } : {}),
    ...(curation?.comment === undefined ? {} : { because: curation.comment }),
  });
}

function grouped(expression: string): string {
  return / or /i.test(expression) ? `(${expression})` : expression;
}

/** What ORT made of the declared texts, else the texts themselves. */
function declaredOf(entry: unknown): string | undefined {
  const processed = textField(objectField(entry, "declared_licenses_processed"), "spdx_expression");
  if (processed !== undefined && processed !== "") return processed.slice(0, 4000);
  const texts = textsOf(arrayField(entry, "declared_licenses"));
  return texts.length === 1 ? texts[0] : undefined;
}

/** ORT's own decisions stand in the repository's configuration and, resolved, beside it. They are shown; ours are ours to make. */
function takeResolutions(document: unknown, sink: ImportSink): void {
  const places = [
    objectField(objectField(document, "resolved_configuration"), "resolutions"),
    objectField(objectField(objectField(document, "repository"), "config"), "resolutions"),
  ];
  const seen = new Set<string>();
  for (const [kind, list] of places.flatMap((place) => entriesOf(place))) {
    for (const entry of Array.isArray(list) ? list : []) {
      const about = oneLine(textField(entry, "message") ?? textField(entry, "id"), 1000);
      const reason = textField(entry, "reason");
      if (!asObject(entry) || about === undefined || reason === undefined) {
        sink.notUnderstood("a resolution says neither about what nor why", `resolutions.${kind}`);
        continue;
      }
      if (seen.has(`${kind} ${about}`)) continue;
      seen.add(`${kind} ${about}`);
      const comment = oneLine(textField(entry, "comment"), 1000);
      sink.resolution({ about, reason: reason.slice(0, 100), ...(comment === undefined ? {} : { comment }) });
    }
  }
}
