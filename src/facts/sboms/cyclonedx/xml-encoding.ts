// The encoding that an XML document declares for itself.
import { Unreadable } from "../../lockfiles/types.ts";

/** The label for a decoder. UTF-16 is UTF-8 by the time it arrives here. Throws `Unreadable` for encodings that nobody knows. */
export function declaredEncoding(head: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  if (label.startsWith("utf-16") || label === "ucs-2") return "utf-8";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Unreadable(`Not read: the encoding ${JSON.stringify(label)} is not known`, 1, "UTF-8");
  }
}
