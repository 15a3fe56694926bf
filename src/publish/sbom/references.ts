// Addresses and identifiers that may be written into a document.
import { sha256 } from "#kit";

/** A text as JSON. Half characters, which some parsers refuse, become U+FFFD. */
export function quote(text: string): string {
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}

/** A web address without user and password; undefined for anything else. */
export function publicAddress(address: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === "file:") return undefined;
  url.username = "";
  url.password = "";
  return url.href;
}

/** A UUID (version 8: made from content) that is the same for the same content. */
export function contentUuid(content: string): string {
  const hex = sha256(content);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
