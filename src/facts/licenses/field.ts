// A manifest's licence field, which mostly names a licence and sometimes holds the whole text of one (Python's METADATA).
import { type DeclaredMeaning, normalizeDeclared } from "./declared/declared.ts";
import { identifyText } from "./identify/identify.ts";

/** Fields shorter than this name a licence; longer ones may quote it. */
const shortestText = 150;

/** What a licence field means: `normalizeDeclared`, or for long ones also what the text in it is (`how: "text"`). Undefined where it cannot be understood. */
export function readLicenseField(
  text: string,
): (Omit<DeclaredMeaning, "how"> & { readonly how: DeclaredMeaning["how"] | "text" }) | undefined {
  const declared = normalizeDeclared(text);
  if (declared || text.length < shortestText) return declared;
  const { expression, licenses } = identifyText(text);
  return expression === null
    ? undefined
    : { expression, how: "text", confidence: Math.min(...licenses.map(({ confidence }) => confidence)) };
}
