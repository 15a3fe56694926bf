// The report itself goes with the mail, as far as the one who gets it may see it; nobody gets by mail what the portal would not show them.
import type { Notice, Person } from "#store";
import { personCaller } from "../access/callers.ts";
import type { Deps } from "../deps.ts";
import { reportIn } from "./send-due.ts";
import { writeReport } from "./write-report.ts";

export interface Attachment {
  readonly filename: string;
  readonly content: string;
  readonly contentType: string;
}

/** Larger ones are looked at in the portal. */
const MOST_BYTES = 8 * 1024 * 1024;

export async function attachReport(
  deps: Deps,
  { subject }: Pick<Notice, "subject">,
  person: Pick<Person, "id" | "name">,
): Promise<Attachment[]> {
  const wanted = reportIn(subject);
  if (!wanted) return [];
  const { report, language, product } = wanted;
  try {
    const caller = await personCaller({ ...deps, sql: deps.database.sql }, person);
    if (!caller.permissions.has("results:read")) return [];
    const pieces = await writeReport(deps, caller, { kind: report, format: "html", language, product });
    const content = [...pieces].join("");
    return content.length > MOST_BYTES ? [] : [{ filename: `${report}.html`, content, contentType: "text/html; charset=utf-8" }];
  } catch (error) {
    deps.log.info({ err: error, report }, "a report is not attached; its notice goes out with the address");
    return [];
  }
}
