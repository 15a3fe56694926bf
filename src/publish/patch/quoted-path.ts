/** As git writes paths that hold more than letters, digits and the like. */
export function quotedPath(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  const bytes = [...Buffer.from(path, "utf8")];
  const escaped = bytes.map((byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte),
  );
  return `"${escaped.join("")}"`;
}
