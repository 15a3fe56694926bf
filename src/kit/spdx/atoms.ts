// One word of an expression read as a licence or as an exception.
import { findExceptionId, findLicenseId } from "./ids.ts";
import { currentAtom, currentException } from "./successors.ts";
import type { ExpressionError, LicenseAtom } from "./types.ts";

/** `unknown` is what a suggestion can be looked for; that is left to those who show one, as it takes time. */
export type AtomError = ExpressionError & { readonly unknown?: { readonly text: string; readonly of: "license" | "exception" } };

const reference = /^(?:DocumentRef-[a-z\d._-]+:)?(?:LicenseRef|AdditionRef)-[a-z\d._-]+$/i;

/** References keep their own spelling; only the keywords get their case. */
function readReference(text: string, keyword: "LicenseRef-" | "AdditionRef-"): string | undefined {
  if (!reference.test(text)) return undefined;
  const colon = text.indexOf(":");
  const name = text.slice(colon + 1);
  if (!name.toLowerCase().startsWith(keyword.toLowerCase())) return undefined;
  const document = colon < 0 ? "" : `DocumentRef-${text.slice("DocumentRef-".length, colon)}:`;
  return document + keyword + name.slice(keyword.length);
}

function unknownId(text: string, offset: number, of: "license" | "exception"): AtomError {
  return {
    offset,
    message: `"${text.slice(0, 80)}" is no ${of === "license" ? "licence" : "exception"} of the SPDX list.`,
    unknown: { text, of },
  };
}

export function readLicense(text: string, offset: number): LicenseAtom | AtomError {
  const whole = findLicenseId(text); // before `+` is looked at: deprecated ids such as `GPL-2.0+` were ids of their own once
  if (whole !== undefined) return currentAtom(whole, false);
  const special = text.toUpperCase();
  if (special === "NONE" || special === "NOASSERTION") return { kind: "license", id: special };
  const own = readReference(text, "LicenseRef-");
  if (own !== undefined) return { kind: "license", id: own };
  const bare = text.endsWith("+") ? findLicenseId(text.slice(0, -1)) : undefined;
  return bare === undefined ? unknownId(text, offset, "license") : currentAtom(bare, true);
}

/** The exception's canonical id, or why there is none. */
export function readException(text: string, offset: number): string | AtomError {
  const known = findExceptionId(text);
  if (known !== undefined) return currentException(known);
  return readReference(text, "AdditionRef-") ?? unknownId(text, offset, "exception");
}
