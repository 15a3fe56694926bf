// OSV: single records, lists of them, and the zip export of a whole ecosystem (all.zip), which is streamed.
import { parseJson } from "../../lockfiles/shared/json.ts";
import { arrayField, asArray } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import type { Advisory } from "../../vulnerabilities/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { isZip, zipEntries } from "../shared/zip.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";
import { isOsvRecord, takeOsvRecord } from "./record.ts";

export async function readOsv(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  return (await isZip(input.path)) ? readZip(input, sink) : readJson(input, sink);
}

async function readJson(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  // The API answers {vulns: […]}.
  const list = asArray(document) ?? arrayField(document, "vulns") ?? [document];
  if (list.length > 0 && !list.some(isOsvRecord)) {
    throw new Unreadable("Not OSV: there is no record with id and affected", undefined, "a record, a list of records, or all.zip");
  }
  for (const [index, record] of list.entries()) takeOsvRecord(record, list.length > 1 ? `record ${index + 1}` : "the record", sink);
  return {};
}

async function readZip(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const seen = new Seen();
  const counting: ImportSink = {
    ...sink,
    advisory(advisory) {
      seen.add(advisory);
      sink.advisory(advisory);
    },
  };
  let entries = 0;
  for await (const { name, bytes, reason } of zipEntries(input.path)) {
    if (!name.endsWith(".json")) continue;
    entries++;
    if (!bytes) {
      sink.notUnderstood(`a file in the archive cannot be read: ${reason}`, name);
      continue;
    }
    try {
      takeOsvRecord(parseJson(bytes.toString("utf8")), name, counting);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      sink.notUnderstood("a file in the archive is no JSON", `${name}:${error.line ?? 1}`);
    }
  }
  if (entries === 0) throw new Unreadable("Not an OSV export: the archive holds no .json files", undefined, "all.zip of an ecosystem");
  return { covers: seen.covers(), ...(seen.at === undefined ? {} : { at: seen.at }) };
}

/** An ecosystem of which an export of everything holds fewer records is not taken for exported: it came along with others. */
const FEWEST = 20;

/** What an export speaks of, and when it was made: the last change in it. */
class Seen {
  at: string | undefined;
  #records = 0;
  readonly #byEcosystem = new Map<string, number>();

  add(advisory: Advisory): void {
    this.#records++;
    if (advisory.modified !== undefined && (this.at === undefined || advisory.modified > this.at)) this.at = advisory.modified;
    for (const ecosystem of new Set(advisory.affected.map((affected) => coverOf(affected.package)))) {
      this.#byEcosystem.set(ecosystem, (this.#byEcosystem.get(ecosystem) ?? 0) + 1);
    }
  }

  /** In the export of one ecosystem every record affects it; what else these records affect is not covered. The export of everything has no such ecosystem. */
  covers(): string[] {
    const all = [...this.#byEcosystem];
    const common = all.filter(([, count]) => count === this.#records);
    return (common.length > 0 ? common : all.filter(([, count]) => count >= FEWEST)).map(([ecosystem]) => ecosystem).sort();
  }
}

/** A purl type; for packages of distributions with the namespace, because one of them says nothing about another. */
function coverOf(purl: string): string {
  const [type = "", namespace = ""] = purl.slice("pkg:".length).split("/");
  return type === "deb" || type === "rpm" || type === "apk" ? `${type}/${namespace}` : type;
}
