// What stands in the way of reading licence files, as problems of a run: no answer may rest on less than the file without saying so.
import type { Problem } from "#kit";
import type { FactProblemCode } from "../../problem-codes.ts";
import type { Identification, IdentificationRemark } from "../types.ts";

type Reported = Exclude<IdentificationRemark, "unreadable">;

const said: Readonly<Record<Reported, readonly [code: FactProblemCode, severity: Problem["severity"], message: string]>> = {
  large: ["license-file-large", "note", "Its licences were read from its first 1 MiB and its last 64 KiB."],
  binary: ["license-file-binary", "warning", "It holds no text (or text and binary content together), so no licence was read from it."],
  "left-out": [
    "license-files-left-out",
    "warning",
    "Not read: there are more licence files, or larger ones, than are read of one repository.",
  ],
};
/** Most files that are named one by one for the same reason. */
const mostNamed = 5;

/** One problem a file; where there are many of a kind, the last says how many more. What the tree itself could not read it reports itself. */
export function licenseProblems(id: string, identified: readonly Identification[]): Problem[] {
  return (Object.keys(said) as Reported[]).flatMap((remark) => {
    const [code, severity, message] = said[remark];
    const files = identified.filter((one) => one.remark === remark).map(({ path }) => `${id}:${path}`);
    const named = files.slice(0, mostNamed).map((file): Problem => ({ code, severity, file, message }));
    const more = files.length - named.length;
    return more > 0 ? [...named, { code, severity, file: id, message: `${more} more licence files. ${message}` }] : named;
  });
}
