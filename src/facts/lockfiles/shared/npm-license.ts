// The licence field of npm metadata in the shapes it has had.
import { asArray, asText, field, textField } from "./data.ts";

/** `"MIT"`, `{type: "MIT"}` or a list of either (a choice, as npm defined the old `licenses`); undefined where nothing usable is said. */
export function declaredLicense(entry: unknown): string | undefined {
  const single = field(entry, "license");
  if (typeof single === "string") return single.trim() || undefined;
  const list = asArray(single) ?? asArray(field(entry, "licenses")) ?? [single ?? field(entry, "licenses")];
  return choiceOf(list.map((item) => asText(item) ?? textField(item, "type") ?? textField(item, "name")));
}

/** A list of names as one expression; undefined where there is none. */
export function choiceOf(list: readonly (string | undefined)[]): string | undefined {
  const names = list.map((name) => name?.trim()).filter((name) => name);
  return names.length > 1 ? `(${names.join(" OR ")})` : names[0];
}
