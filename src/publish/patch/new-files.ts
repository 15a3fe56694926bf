// New files as a unified diff that `git apply` takes.

export interface NewFile {
  /** Inside the repository, forward slashes. */
  readonly path: string;
  /** Ends with a line end. */
  readonly content: string;
}

export function newFilesPatch(files: readonly NewFile[]): string {
  return files.map(newFile).join("");
}

function newFile({ path, content }: NewFile): string {
  const text = content.replaceAll("\r\n", "\n").replace(/\n*$/, "\n");
  const lines = text.slice(0, -1).split("\n");
  const [a, b] = [quoted(`a/${path}`), quoted(`b/${path}`)];
  const head = [`diff --git ${a} ${b}`, "new file mode 100644", "--- /dev/null", `+++ ${b}`, `@@ -0,0 +1,${lines.length} @@`];
  return `${[...head, ...lines.map((line) => `+${line}`)].join("\n")}\n`;
}

/** As git writes paths that hold more than letters, digits and the like. */
function quoted(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  const bytes = [...Buffer.from(path, "utf8")];
  const escaped = bytes.map((byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte),
  );
  return `"${escaped.join("")}"`;
}
