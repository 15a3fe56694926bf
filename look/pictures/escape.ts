/** Text that came from elsewhere, for element content and attribute values. Control and direction marks become visible places. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll(HIDDEN, "\uFFFD");
}

// oxlint-disable-next-line no-control-regex -- names of packages and files are hostile: these would turn or hide the text around them
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
