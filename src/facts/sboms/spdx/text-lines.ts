// The lines of a stream of UTF-8, one at a time.
import { Unreadable } from "../../lockfiles/types.ts";

/** Lines without their ends (`\n`, `\r\n`), numbered from 1. Throws `Unreadable` for a line longer than `limit`. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<{ text: string; line: number }> {
  const decoder = new TextDecoder("utf-8");
  let rest: string[] = [];
  let held = 0;
  let line = 1;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      const whole = held > 0 ? rest.join("") + text.slice(start, end) : text.slice(start, end);
      yield { text: whole.endsWith("\r") ? whole.slice(0, -1) : whole, line };
      rest = [];
      held = 0;
      line++;
      start = end + 1;
    }
    rest.push(text.slice(start));
    held += text.length - start;
    if (held > limit) throw new Unreadable(`Not read: a line longer than ${limit} bytes`, line, "shorter lines");
  }
  if (held > 0) yield { text: rest.join(""), line };
}
