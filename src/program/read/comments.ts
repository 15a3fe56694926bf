/** A text without `<!-- … -->`, as HTML, XML and Markdown have them. Without a regular expression that could run back and forth. */
export function withoutComments(text: string): string {
  let plain = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    if (open < 0) return plain + text.slice(at);
    plain += text.slice(at, open);
    const close = text.indexOf("-->", open + 4);
    if (close < 0) return plain;
    at = close + 3;
  }
}
