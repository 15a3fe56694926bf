// Text from elsewhere on its way to a person: a terminal obeys control characters, and a reader believes the order in which characters stand.

/** C0 and C1 controls (escape sequences start with one), line and paragraph separators, marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- that is what it is for
const COMMANDING = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- the same, but for the line end
const COMMANDING_IN_LINES = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** One line of text; what commands a terminal or turns the reading direction becomes U+FFFD, line ends included. */
export function printable(text: string): string {
  return text.replaceAll(COMMANDING, "\uFFFD");
}

/** The same for text of several lines: `\n` stays. */
export function printableLines(text: string): string {
  return text.replaceAll(COMMANDING_IN_LINES, "\uFFFD");
}
