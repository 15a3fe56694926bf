import { hash } from "node:crypto";

export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** A short, stable name for a tuple of strings: sixteen hex digits. The separator cannot occur in the parts' own text by accident. */
export function shortHash(...parts: readonly string[]): string {
  return sha256(parts.join("\u0000")).slice(0, 16);
}
