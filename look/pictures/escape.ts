// Text that came from elsewhere is hostile: names of packages, files and people. Here it becomes text that can neither become markup nor turn or hide what
// stands around it.

/** Controls, marks of direction, what has no width, halves of characters: each becomes a visible place. Line ends and tabs stay, they are white space. */
export function visible(text: string): string {
  return text.toWellFormed().replaceAll(HIDDEN, "\uFFFD");
}

/** Text for element content and attribute values. */
export function escapeHtml(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** At most so many characters; what is longer loses its end and says so. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- that is what it is for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
