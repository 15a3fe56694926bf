// The licence statements about one package as one text, the form in which lockfiles declare licences.
import type { SbomLicense } from "./types.ts";

/** Package managers that define a list of licences as a choice (Maven's POM reference, Composer's schema, npm's old `licenses`): SBOMs copy such lists. */
const choosing = new Set(["composer", "maven", "npm"]);

/**
 * What is declared, or where nothing is, what is concluded; undefined for nothing or NOASSERTION. Several licences are joined with OR where the ecosystem
 * (purl type) means a choice by it, otherwise with AND, the stricter reading. A document's own `LicenseRef-…` is replaced by the name given to it.
 */
export function declaredText(licenses: readonly SbomLicense[], names: ReadonlyMap<string, string>, type: string): string | undefined {
  if (licenses.length === 0) return undefined;
  const known = licenses.filter((license) => license.value !== "" && license.value !== "NOASSERTION");
  const declared = known.filter((license) => license.basis !== "concluded");
  const texts = [...new Set((declared.length > 0 ? declared : known).map((license) => names.get(license.value) ?? license.value))];
  if (texts.length < 2) return texts[0];
  return texts.map((text) => (/\s(AND|OR)\s/i.test(text) ? `(${text})` : text)).join(choosing.has(type) ? " OR " : " AND ");
}
