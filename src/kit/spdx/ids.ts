// The ids of the SPDX licence list, found whatever their case. The tables are built when first asked for.
import exceptionIds from "spdx-exceptions/index.json" with { type: "json" };
import deprecatedExceptionIds from "spdx-exceptions/deprecated.json" with { type: "json" };
import activeIds from "spdx-license-ids/index.json" with { type: "json" };
import deprecatedIds from "spdx-license-ids/deprecated.json" with { type: "json" };
import { distance } from "fastest-levenshtein";

let licenseTable: Map<string, string> | undefined;
let exceptionTable: Map<string, string> | undefined;

function tableOf(...lists: readonly (readonly string[])[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const list of lists) for (const id of list) table.set(id.toLowerCase(), id);
  return table;
}

function licenses(): Map<string, string> {
  licenseTable ??= tableOf(deprecatedIds, activeIds);
  return licenseTable;
}

function exceptions(): Map<string, string> {
  exceptionTable ??= tableOf(deprecatedExceptionIds, exceptionIds);
  return exceptionTable;
}

/** The id as the SPDX list writes it, deprecated ones included; undefined when the list does not have it. */
export function findLicenseId(text: string): string | undefined {
  return licenses().get(text.toLowerCase());
}

/** The exception's id as the SPDX list writes it; undefined when the list does not have it. */
export function findExceptionId(text: string): string | undefined {
  return exceptions().get(text.toLowerCase());
}

/** All licence ids of the SPDX list in its order; `deprecated` ones on request. */
export function licenseIds(which: "active" | "deprecated"): readonly string[] {
  return which === "active" ? activeIds : deprecatedIds;
}

export function exceptionIdList(): readonly string[] {
  return exceptionIds;
}

/** The nearest id of the list for a "did you mean", if one is near enough to be meant. */
export function nearestId(text: string, of: "license" | "exception"): string | undefined {
  if (text.length < 2 || text.length > 64) return undefined;
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const [lower, id] of of === "license" ? licenses() : exceptions()) {
    if (Math.abs(lower.length - wanted.length) >= bestDistance) continue;
    const steps = distance(lower, wanted);
    if (steps < bestDistance) [best, bestDistance] = [id, steps];
  }
  return best;
}
