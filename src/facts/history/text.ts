// Bytes of commits as text. Git does not promise UTF-8: names and messages of old commits often are Latin-1 and do not say so.
import { isUtf8 } from "node:buffer";

/** UTF-8 where the bytes are that, else Latin-1: every byte then is a character, and none is lost. */
export function textOfBytes(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  return isUtf8(part) ? part.toString("utf8") : part.toString("latin1");
}
