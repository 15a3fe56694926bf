// The NOTICE of a project of the Apache Software Foundation, which names no licence and says by its form which it is.
// Source: https://www.apache.org/legal/src-headers.html#notice: every distribution under the Apache License 2.0 has it, in these words, at its top.

const words =
  /^[^\n]{1,100}\n\s{0,20}copyright [^\n]{0,60}the apache software foundation[^\n]{0,40}\s{1,40}this product includes software\s{1,20}developed (?:at|by)\s{1,20}the apache software foundation/i;
/** No more of a file's beginning than this is looked at, in characters. */
const reach = 600;

/** Where such a notice ends that the file begins with; undefined where it does not. */
export function endOfApacheNotice(text: string): number | undefined {
  const head = text.slice(0, reach);
  const blank = head.length - head.trimStart().length;
  const match = words.exec(head.slice(blank));
  return match ? blank + match[0].length : undefined;
}
