// Which field the server found wrong, and how it says so; what concerns no field is told for the whole form.
import { isHttpFailure } from "../api/failure.ts";

export function fieldError(error: unknown, path: string): string | undefined {
  return fieldsOf(error).find((field) => field.path.replace(/^body[./]/, "") === path)?.message;
}

/** Nothing of it stands at a field of the form. */
export function isOfForm(error: unknown, paths: readonly string[]): boolean {
  return error !== null && error !== undefined && !paths.some((path) => fieldError(error, path) !== undefined);
}

function fieldsOf(error: unknown): readonly { readonly path: string; readonly message: string }[] {
  if (!isHttpFailure(error) || !Array.isArray(error.more["fields"])) return [];
  return error.more["fields"] as { path: string; message: string }[];
}
