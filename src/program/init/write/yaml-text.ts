// YAML written by hand, so that every field can carry a comment; always the same for the same input.

const plain = /^[A-Za-z][A-Za-z0-9 ._/*+@-]*$/;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as a scalar: plain where nothing can be misread, in double quotes otherwise. */
export function scalar(value: string): string {
  return plain.test(value) && !reserved.test(value) && !value.endsWith(" ") ? value : JSON.stringify(value);
}

export function flowList(values: readonly string[]): string {
  return `[${values.map(scalar).join(", ")}]`;
}

/** `{ id: web, distribution: browser }`; what is undefined is left out. */
export function flowMap(entries: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const parts = Object.entries(entries).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [`${key}: ${typeof value === "string" ? scalar(value) : flowList(value)}`];
  });
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** Comment lines; a line break in the text does not end the comment. */
export function comment(text: string | readonly string[], indent = ""): string {
  const lines = (typeof text === "string" ? [text] : text).flatMap((line) => line.split(/\r\n?|\n/));
  return lines.map((line) => `${indent}# ${line}\n`).join("");
}

/** A value for a parameter, of whatever type. */
export function anyScalar(value: string | number | boolean | readonly string[]): string {
  if (typeof value === "string") return scalar(value);
  return Array.isArray(value) ? flowList(value) : String(value);
}
