// Text out of parsed data, the same for every format.
import { asText, field } from "../lockfiles/shared/data.ts";

/** A text property without space around it, empty where there is none; numbers (which some tools write as versions) as text. */
export function plainText(holder: unknown, key: string): string {
  const value = field(holder, key);
  return typeof value === "number" ? String(value) : (asText(value)?.trim() ?? "");
}

/**
 * The same text in memory of its own. The engine makes a piece of a text by pointing into the whole: kept from a chunk of a stream, a name of ten letters
 * would keep the chunk.
 */
export function detached(text: string): string {
  return text.length < SHORTEST_PIECE ? text : Buffer.from(text, "utf16le").toString("utf16le");
}

/** Shorter pieces are copied anyway. */
const SHORTEST_PIECE = 13;
