// CISA's catalogue of vulnerabilities that are known to be exploited. https://www.cisa.gov/known-exploited-vulnerabilities-catalog
import { arrayField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { momentOf } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

export async function readKev(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const list = arrayField(document, "vulnerabilities");
  if (!list || !list.some((entry) => textField(entry, "cveID") !== undefined)) {
    throw new Unreadable(
      "Not the catalogue of exploited vulnerabilities: no entry has a cveID",
      undefined,
      "known_exploited_vulnerabilities.json",
    );
  }
  for (const [index, entry] of list.entries()) {
    const id = textField(entry, "cveID");
    const since = textField(entry, "dateAdded");
    if (id === undefined || !/^CVE-\d{4}-\d{4,}$/.test(id)) sink.notUnderstood("an entry has no CVE", `vulnerabilities[${index}]`);
    else
      sink.mark({
        id,
        exploited: { by: "CISA KEV", ...(since === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(since) ? {} : { since }) },
        source: "kev",
      });
  }
  const at = momentOf(textField(document, "dateReleased"));
  return { replaces: "kev", ...(at === undefined ? {} : { at }) };
}
