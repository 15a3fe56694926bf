import { shorten, visible } from "#look";

/** A plain text message (SARIF 2.1.0, 3.11): brackets would make links and braces places for arguments, so they are escaped. Most characters hold after that. */
export function message(text: string, most: number): string {
  const escaped = visible(text.slice(0, 2 * most).replaceAll(/\s+/g, " "))
    .replaceAll(/[\\[\]]/g, "\\$&")
    .replaceAll(/[{}]/g, "$&$&");
  if (escaped.length <= most) return escaped;
  // No escape is cut in two.
  return `${shorten(escaped, most - 1).replace(/(?:\\|\{|\})+…$/, "…")}`;
}
