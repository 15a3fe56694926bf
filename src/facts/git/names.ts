// Names as git and file systems hold them are bytes; ours are text that a person can read and that loses as little as possible.
import { isUtf8 } from "node:buffer";

/** UTF-8 where the bytes are that; else every byte that is not becomes `\xhh`, so that two names stay two names. */
export function textOfName(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : escapeBroken(bytes);
}

function escapeBroken(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      text += bytes.toString("utf8", at, at + length);
      at += length;
    } else {
      text += `\\x${hex(bytes[at] as number)}`;
      at += 1;
    }
  }
  return text;
}

/** Length of the valid UTF-8 sequence at this place; 0 where there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] as number;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

// Marks that turn the direction of text as well: with one, `exe.gpj` reads as something else.
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Control characters, line ends and marks of direction written as `\xhh` or `\uhhhh`: for ids and messages, which stand on one line. */
export function onOneLine(text: string): string {
  return text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${hex(code)}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
