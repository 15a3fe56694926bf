// What ORT's scanners found, by package: results name where the source came from, and packages say where theirs comes from.
import { arrayField, objectField, textField } from "../../lockfiles/shared/data.ts";

export interface OrtFindings {
  readonly licenses: readonly string[];
  readonly copyrights: readonly string[];
}

export function findingsByPackage(document: unknown, packages: readonly unknown[]): Map<string, OrtFindings> {
  const scanner = objectField(document, "scanner");
  const byProvenance = new Map<string, unknown[]>();
  for (const result of arrayField(scanner, "scan_results") ?? [])
    push(byProvenance, provenanceKey(objectField(result, "provenance")), result);
  const found = new Map<string, OrtFindings>();
  for (const entry of packages) {
    const id = textField(entry, "id");
    const results = id === undefined ? [] : keysOf(entry).flatMap((key) => byProvenance.get(key) ?? []);
    if (id !== undefined && results.length > 0) found.set(id, joined(results));
  }
  // Until 2022, results stood by package id.
  for (const container of arrayField(objectField(scanner, "results"), "scan_results") ?? []) {
    const id = textField(container, "id");
    const results = arrayField(container, "results") ?? [];
    if (id !== undefined && results.length > 0) found.set(id, joined(results));
  }
  return found;
}

function push(map: Map<string, unknown[]>, key: string | undefined, value: unknown): void {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function provenanceKey(provenance: unknown): string | undefined {
  const artifact = textField(objectField(provenance, "source_artifact"), "url");
  if (artifact !== undefined && artifact !== "") return artifact;
  const vcs = objectField(provenance, "vcs_info");
  const revision = textField(provenance, "resolved_revision") ?? textField(vcs, "revision");
  return vcsKey(textField(vcs, "url"), revision);
}

function keysOf(entry: unknown): string[] {
  const artifact = textField(objectField(entry, "source_artifact"), "url");
  const vcs = objectField(entry, "vcs_processed") ?? objectField(entry, "vcs");
  const key = vcsKey(textField(vcs, "url"), textField(vcs, "revision"));
  return [artifact, key].filter((text): text is string => text !== undefined && text !== "");
}

function vcsKey(url: string | undefined, revision: string | undefined): string | undefined {
  return url === undefined || url === "" || revision === undefined || revision === "" ? undefined : `${url}#${revision}`;
}

/** A finding is `{license, location}`, in old results the licence alone; a copyright `{statement, location}`. */
function joined(results: readonly unknown[]): OrtFindings {
  const summaries = results.map((result) => objectField(result, "summary"));
  const texts = (list: string, key: string) =>
    [
      ...new Set(
        summaries.flatMap((summary) =>
          (arrayField(summary, list) ?? []).flatMap((entry) => (typeof entry === "string" ? entry : (textField(entry, key) ?? []))),
        ),
      ),
    ].sort();
  return { licenses: texts("licenses", "license"), copyrights: texts("copyrights", "statement") };
}
