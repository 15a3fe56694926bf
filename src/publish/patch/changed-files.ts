// Changed files as a unified diff that `git apply` takes.
import { align, type Step } from "#kit";
import { newFilesPatch } from "./new-files.ts";
import { quotedPath } from "./quoted-path.ts";

export interface ChangedFile {
  /** Inside the repository, forward slashes. */
  readonly path: string;
  /** Absent: the file is new. */
  readonly before?: string;
  /** Absent: the file goes. */
  readonly after?: string;
}

/** Lines around a change, as git has them. */
const AROUND = 3;

export function changedFilesPatch(files: readonly ChangedFile[]): string {
  return files.map(patchOf).join("");
}

function patchOf({ path, before, after }: ChangedFile): string {
  if (before === after) return "";
  if (before === undefined && after !== undefined && after !== "") return newFilesPatch([{ path, content: after }]);
  const [a, b] = [quotedPath(`a/${path}`), quotedPath(`b/${path}`)];
  const head = [
    `diff --git ${a} ${b}`,
    ...(after === undefined ? ["deleted file mode 100644"] : []),
    ...(before === undefined ? ["new file mode 100644"] : []),
    `--- ${before === undefined ? "/dev/null" : a}`,
    `+++ ${after === undefined ? "/dev/null" : b}`,
  ];
  return `${[...head, ...hunks(align(linesOf(before ?? ""), linesOf(after ?? "")))].join("\n")}\n`;
}

/** Each with its line end, so that the last one without is another line than one with. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function hunks(steps: readonly Step<string>[]): string[] {
  const lines: string[] = [];
  let [old, fresh] = [1, 1];
  let from = 0;
  for (const { start, end } of stretches(steps)) {
    for (; from < start; from++) [old, fresh] = past(steps[from], old, fresh);
    const part = steps.slice(start, end);
    const [was, is] = [part.filter((step) => step.is !== "new").length, part.filter((step) => step.is !== "gone").length];
    lines.push(`@@ -${range(old, was)} +${range(fresh, is)} @@`, ...part.flatMap(written));
    for (; from < end; from++) [old, fresh] = past(steps[from], old, fresh);
  }
  return lines;
}

/** Steps that belong together: changes with what stands around them; those that would touch are one. */
function stretches(steps: readonly Step<string>[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const [index, { is }] of steps.entries()) {
    if (is === "same") continue;
    const [start, end] = [Math.max(0, index - AROUND), Math.min(steps.length, index + AROUND + 1)];
    const last = found.at(-1);
    if (last && start <= last.end) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

function past(step: Step<string> | undefined, old: number, fresh: number): [number, number] {
  return [old + (step?.is === "new" ? 0 : 1), fresh + (step?.is === "gone" ? 0 : 1)];
}

/** Of nothing, git names the line before. */
function range(start: number, length: number): string {
  return length === 0 ? `${start - 1},0` : `${start},${length}`;
}

const SIGNS = { same: " ", gone: "-", new: "+" } as const;

function written({ is, item }: Step<string>): string[] {
  const line = `${SIGNS[is]}${item.replace(/\n$/, "")}`;
  return item.endsWith("\n") ? [line] : [line, "\\ No newline at end of file"];
}
