// What the server does not take of an answer, at the field that it is about.
import { isHttpFailure } from "../../../api/failure.ts";

export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  if (!isHttpFailure(error) || !Array.isArray(error.more["fields"])) return {};
  const said = error.detail ?? error.title;
  return Object.fromEntries(error.more["fields"].map((field) => [String(field), said]));
}
