// Whether a decision names a use of a component, and still holds: the fact `component.approved`.
import { type Approval, approvalFor, approvalsIn } from "#decisions";
import { lapseReasons, type Program, type RecordEntry } from "#program";
import { withoutVersion } from "./without-version.ts";

/** A use as it is now. */
export type PresentUse = Parameters<typeof approvalFor>[2];

/** What ends an approval of any kind; another version or product is a use of its own, however far an approval may carry over. */
const own = { lapsesWhen: lapseReasons };

/** Undefined where no approval was ever put on record: nobody decides here yet, and nothing is known. */
export function approvedUses({ records }: Pick<Program, "records">, now: string): ((purl: string, use: PresentUse) => boolean) | undefined {
  if (!records.some(({ kind }) => kind === "approval" || kind === "approved-use")) return undefined;
  const byName = Map.groupBy(approvalsIn(records, now), ({ component }: Approval) => nameOf(component));
  return (purl, use) => {
    const found = approvalFor(byName.get(nameOf(purl)) ?? [], purl, use, own);
    return found?.is === "same";
  };
}

/** Without version, also where a range stands for it. */
function nameOf(component: string): string {
  return withoutVersion(component.replace(/@[<>=^~*|].*$/, ""));
}

/**
 * Records without the approvals that cannot answer for a component: those of other names, unless they were given for a licence and use. One of them
 * stays, so that it is known that somebody decides here.
 */
export function recordsAbout(records: readonly RecordEntry[], purl: string): readonly RecordEntry[] {
  const name = withoutVersion(purl);
  let told = false;
  return records.filter(({ kind, subject, data }) => {
    if (kind !== "approval" && kind !== "approved-use") return true;
    const keep = !told || subject?.startsWith(name) === true || Array.isArray(data["per"]);
    told = true;
    return keep;
  });
}
