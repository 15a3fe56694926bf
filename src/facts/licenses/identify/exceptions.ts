// An exception belongs to the licence that it excepts from: the nearest one before it, or else behind it, of the right family.
import type { LicenseAtom } from "#kit";
import type { Part } from "./combine.ts";

interface FoundException {
  readonly id: string;
  readonly from: number;
}

/** Exceptions that are not to a GNU licence. */
const bases = new Map([
  ["LLVM-exception", /^Apache-/],
  ["Swift-exception", /^Apache-/],
  ["SHL-2.0", /^Apache-/],
  ["SHL-2.1", /^Apache-/],
  ["fmt-exception", /^MIT$/],
  ["KiCad-libraries-exception", /^CC-BY-SA-/],
  ["GNOME-examples-exception", /^(?:CC-BY-SA-|L?GPL-|GFDL-)/],
  ["LZMA-exception", /^CPL-/],
  ["QPL-1.0-INRIA-2004-exception", /^QPL-/],
  ["WxWindows-exception-3.1", /^(?:L?GPL-|wxWindows)/],
]);

/** The parts, with each exception put on the licence that it belongs to wherever that stands in the file. An exception without a licence says nothing. */
export function withExceptions(parts: readonly Part[], exceptions: readonly FoundException[]): Part[] {
  let result = [...parts];
  for (const { id, from } of exceptions) {
    const base = bases.get(id) ?? /^[AL]?GPL-/;
    const fitting = result.filter(
      ({ expression }) => expression.kind === "license" && expression.exception === undefined && base.test(expression.id),
    );
    const before = fitting.filter((part) => part.from < from);
    const chosen = before.findLast(({ vague }) => !vague) ?? fitting.find(({ vague }) => !vague) ?? before.at(-1) ?? fitting[0];
    if (!chosen) continue;
    const license = chosen.expression as LicenseAtom;
    result = result.map((part) =>
      part.expression.kind === "license" && part.expression.id === license.id
        ? { ...part, expression: { ...part.expression, exception: id } }
        : part,
    );
  }
  return result;
}
