// Text out of parsed data, the same for every format.
import { asText, field } from "../lockfiles/shared/data.ts";

/** A text property without space around it, empty where there is none; numbers (which some tools write as versions) as text. */
export function plainText(holder: unknown, key: string): string {
  const value = field(holder, key);
  return typeof value === "number" ? String(value) : (asText(value)?.trim() ?? "");
}
