// New files as a unified diff that `git apply` takes.
import { quotedPath } from "./quoted-path.ts";

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
  const [a, b] = [quotedPath(`a/${path}`), quotedPath(`b/${path}`)];
  const head = [`diff --git ${a} ${b}`, "new file mode 100644", "--- /dev/null", `+++ ${b}`, `@@ -0,0 +1,${lines.length} @@`];
  return `${[...head, ...lines.map((line) => `+${line}`)].join("\n")}\n`;
}
