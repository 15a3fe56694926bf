// Every text that somebody sends is text: no NUL, no half of a character. PostgreSQL keeps neither, and what it would keep in their place is not what the
// record's digests were made over. Asked at the door, for every route alike.
import type { App } from "../deps.ts";
import { problem, wrongPart } from "./problem.ts";

export function refuseNoText(app: App): void {
  app.addHook("preValidation", async ({ params, query, body }) => {
    for (const [where, value] of Object.entries({ params, querystring: query, body })) {
      const path = noTextIn(value);
      if (path === undefined) continue;
      const field = { path: [where, ...path].join("/"), message: "holds characters that are no text" };
      throw problem(422, "input-invalid", "What was sent is not what is expected here", wrongPart(field), { fields: [field] });
    }
  });
}

/** Where the first of them stands. Without recursion: how deep a body goes is the sender's word. */
function noTextIn(whole: unknown): readonly string[] | undefined {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: whole, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && !isText(value)) return path;
    if (!isPlain(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isText(key)) return path;
      // Deeper than any schema of ours nothing is kept: the path need not grow with it.
      waiting.push({ value: inner, path: path.length < 20 ? [...path, key] : path });
    }
  }
  return undefined;
}

function isText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Streams of uploads are none. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
