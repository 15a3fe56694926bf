// What an SBOM format may say of a licence text: an id of the SPDX list, an expression, or a name.
import { findLicenseId, formatExpression, parseExpression } from "#kit";

export type LicenseForm = { readonly is: "id" | "expression" | "name"; readonly text: string } | { readonly is: "nothing" };

const known = new Map<string, LicenseForm>();

/** The form of a text as somebody declared it. Ids and operators get the case that SPDX gives them. */
export function licenseForm(text: string): LicenseForm {
  const seen = known.get(text);
  if (seen) return seen;
  const form = formOf(text.trim());
  if (known.size > 5000) known.clear();
  known.set(text, form);
  return form;
}

function formOf(text: string): LicenseForm {
  if (text === "" || text.toUpperCase() === "NOASSERTION") return { is: "nothing" };
  const id = findLicenseId(text);
  if (id !== undefined) return { is: "id", text: id };
  if (text.toUpperCase() === "NONE") return { is: "name", text: "NONE" };
  const expression = parseExpression(text);
  if (expression === undefined || /\bNONE\b|\bNOASSERTION\b/.test(text)) return { is: "name", text };
  return { is: "expression", text: formatExpression(expression) };
}
