// Values that have a grammar of their own: package URLs with ranges, licence expressions, globs, targets of key results.
import { distance } from "fastest-levenshtein";
import { findLicenseId, inEnglish, licenseIds, nearestId, parsePurl, parsePurlRange, readExpression, phrase, type Phrase } from "#kit";
import { z } from "zod";
import { matchesLicensePattern } from "./license-pattern.ts";
import { expecting } from "./text.ts";

/** Reports a fault that only the value's own grammar can see; `hint` becomes the hint of the problem. */
function fault(context: z.core.$RefinementCtx<string>, message: Phrase, hint?: Phrase): void {
  context.addIssue({ code: "custom", message: inEnglish(message), params: { hint, phrase: message } });
}

/** An SPDX licence expression; `LicenseRef-…` is allowed, unknown ids are not. */
export const licenseExpression = expecting(
  "an SPDX licence expression",
  z
    .string()
    .max(2000)
    .superRefine((value, context) => {
      const { error } = readExpression(value);
      if (error)
        fault(
          context,
          phrase`is no licence expression: ${error.message}`,
          error.suggestion ? phrase`Did you mean "${error.suggestion}"?` : undefined,
        );
    }),
);

/** An SPDX id, a `LicenseRef-…`, or a pattern with `*`. */
export const licensePattern = expecting(
  "an SPDX licence id, LicenseRef-…, or a pattern such as LGPL-*",
  z
    .string()
    .max(100)
    .superRefine((value, context) => {
      if (/^LicenseRef-[A-Za-z0-9.*-]+$/i.test(value)) return;
      if (!/^[A-Za-z0-9.+*-]+$/.test(value)) return fault(context, phrase`is neither a licence id nor a pattern`);
      if (!value.includes("*")) {
        if (findLicenseId(value.replace(/\+$/, ""))) return;
        const near = nearestId(value, "license");
        return fault(
          context,
          phrase`is no SPDX licence id`,
          near ? phrase`Did you mean "${near}"?` : phrase`Own licences are named LicenseRef-….`,
        );
      }
      if (!anyLicenseMatches(value)) fault(context, phrase`matches no SPDX licence id`, nearestPrefix(value));
    }),
);

function anyLicenseMatches(pattern: string): boolean {
  return (["active", "deprecated"] as const).some((list) => licenseIds(list).some((id) => matchesLicensePattern(pattern, id)));
}

/** "Did you mean LGPL-*" for "LGLP-*": the nearest family by the part before the first digit. */
function nearestPrefix(pattern: string): Phrase | undefined {
  const wanted = (pattern.split("*")[0] ?? "").toLowerCase();
  if (wanted.length < 2) return undefined;
  const families = new Set(licenseIds("active").map((id) => id.split(/(?<=-)\d/)[0] ?? id));
  // Of those that are equally near, the one with the same length: letters are swapped more often than lost.
  const cost = (family: string) => distance(family.toLowerCase(), wanted) * 2 + Math.abs(family.length - wanted.length);
  const near = [...families].filter((family) => cost(family) <= 5).sort((a, b) => cost(a) - cost(b))[0];
  return near ? phrase`Did you mean "${near}*"?` : undefined;
}

/** Globs over repository ids: `claims-*`, `group/**`. */
export const repositoryGlob = expecting(
  "a repository or a glob such as claims-*",
  z
    .string()
    .min(1)
    .max(300)
    .superRefine((value, context) => {
      const wrong = globFault(value);
      if (wrong) fault(context, wrong);
    }),
);

function globFault(glob: string): Phrase | undefined {
  if (glob.startsWith("/") || glob.split("/").includes("..")) return phrase`leaves the scanned folder`;
  if (glob.includes("\\")) return phrase`holds a backslash; folders are separated by /`;
  if (glob.trim() !== glob) return phrase`begins or ends with a space`;
  for (const [open, close] of [
    ["[", "]"],
    ["{", "}"],
    ["(", ")"],
  ] as const) {
    if (glob.split(open).length !== glob.split(close).length) return phrase`has a ${open} without its ${close}`;
  }
  return undefined;
}

/** What a key result wants: a number with an optional unit, and whether less or more is meant. */
export const targetPattern = /^(?:[<>]=?|≤|≥)?\s*-?\d{1,12}(?:[.,]\d{1,6})?\s*(?:%|‰|[A-Za-z€$]{1,12}(?:\/[A-Za-z]{1,12})?)?$/;

/** `purl@range`: `pkg:npm/lodash`, `pkg:maven/org.jfree/jfreechart@<=1.5.5`. The range may also come percent-encoded. */
export const purlRange = expecting(
  "a package URL such as pkg:npm/lodash, with a version or range after @ where one is meant",
  z
    .string()
    .max(1000)
    .superRefine((value, context) => {
      const range = parsePurlRange(value);
      if ("error" in range) fault(context, phrase`is not understood: ${range.error}`);
    }),
);

/** Where a project lives: a package URL without version, or the address of its repository. */
export const project = expecting(
  "a package URL such as pkg:npm/fastify, or the address of a repository",
  z
    .string()
    .max(1000)
    .superRefine((value, context) => {
      if (/^(?:https?:\/\/|git@)?[A-Za-z0-9.-]+\.[A-Za-z]{2,}[/:][^\s]+$/.test(value)) return;
      const purl = parsePurl(value);
      if (!purl) fault(context, phrase`is neither a package URL nor the address of a repository`);
      else if (purl.version !== undefined) fault(context, phrase`names a version; a project is meant, whatever its version`);
    }),
);
