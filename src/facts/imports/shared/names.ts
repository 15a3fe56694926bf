// Names of vulnerabilities and packages as reports carry them.
import { componentName } from "../../vulnerabilities/match.ts";
import { asText } from "../../lockfiles/shared/data.ts";

/** Texts of a list, each once, none empty. */
export function textsOf(list: readonly unknown[] | undefined): string[] {
  return [...new Set((list ?? []).map(asText).filter((text): text is string => text !== undefined && text !== "" && text.length < 300))];
}

/** The GHSA in an address such as https://github.com/advisories/GHSA-…; undefined where there is none. */
export function ghsaIn(url: string | undefined): string | undefined {
  return /\bGHSA-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}\b/.exec(url ?? "")?.[0];
}

/** A number from 0 to 10; undefined for anything else. */
export function scoreOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number <= 10 ? number : undefined;
}

/** A share from 0 to 1; undefined for anything else. */
export function shareOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number <= 1 ? number : undefined;
}

/** An address that may be shown; undefined for anything else. */
export function addressOf(value: unknown): string | undefined {
  const text = asText(value);
  return text !== undefined && text.length < 500 && /^https?:\/\/[^\s]+$/.test(text) ? text : undefined;
}

/** A package URL with version, taken apart; undefined where it is none or names no version. */
export function versioned(
  purl: string | undefined,
): { readonly package: string; readonly version: string; readonly type: string } | undefined {
  const name = purl === undefined ? undefined : componentName(purl);
  if (!name || name.version === "") return undefined;
  return { package: name.package, version: name.version, type: name.package.slice("pkg:".length, name.package.indexOf("/")) };
}
