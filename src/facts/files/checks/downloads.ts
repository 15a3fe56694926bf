// Commands that run what they download, or install what nothing pins, in Dockerfiles, shell scripts and workflows (OpenSSF Scorecard, Pinned-Dependencies).
import { instructionsOf } from "../../lockfiles/dockerfile/instructions.ts";
import type { Evidence } from "../../subjects.ts";
import type { TreeFile } from "../../tree.ts";
import type { FileIndex } from "../shared/file-index.ts";
import { type Download, downloadsIn } from "../shared/shell/downloads.ts";
import { isTestData, vendorFolderOf } from "../shared/vendored.ts";
import { type Workflow, workflowsOf } from "../shared/workflows.ts";
import type { Check } from "../types.ts";
import { isDockerfile } from "./dockerfiles.ts";

const SCRIPT = /\.(?:sh|bash|mksh)$/i;
const MAX_SCRIPTS = 1000;
const MAX_DOCKERFILES = 300;
const MAX_BYTES = 512 * 1024;

export const downloads: Check = {
  id: "downloads",
  facts: ["downloads", "looseDownloads"],
  async collect(files, answers) {
    const { read, unreadable } = await workflowsOf(files);
    const dockerfiles = await foundIn(files, files.tree.files.filter(isDockerfile).slice(0, MAX_DOCKERFILES), downloadsInDockerfile);
    const scripts = await foundIn(files, files.tree.files.filter(isScript).slice(0, MAX_SCRIPTS), downloadsInScript);
    // What could not be read may hold more: the count stays open, unless something loose was found already.
    const complete = unreadable.length === 0 && dockerfiles.complete && scripts.complete;
    const all = [...dockerfiles.found, ...scripts.found, ...read.flatMap((workflow) => at(workflow.path, downloadsInWorkflow(workflow)))];
    const loose = all.filter(({ download }) => !download.pinned);
    if (!complete && loose.length === 0) return;
    answers.set("downloads", all.length);
    answers.set(
      "looseDownloads",
      loose.length,
      ...loose.map(({ path, download }): Evidence => ({ path, line: download.line, note: download.command })),
    );
  },
};

interface Found {
  readonly path: string;
  readonly download: Download;
}

/** Lines are 1-based from here on. */
function at(path: string, found: readonly Download[]): Found[] {
  return found.map((download) => ({ path, download }));
}

async function foundIn(
  files: FileIndex,
  chosen: readonly TreeFile[],
  read: (text: string) => Download[],
): Promise<{ found: Found[]; complete: boolean }> {
  let complete = true;
  const found: Found[] = [];
  const texts = await Promise.all(chosen.map((file) => files.text(file, MAX_BYTES)));
  texts.forEach((text, index) => {
    if (text === undefined) complete = false;
    else found.push(...at((chosen[index] as TreeFile).path, read(text)));
  });
  return { found, complete };
}

function isScript(file: TreeFile): boolean {
  return file.kind === "file" && SCRIPT.test(file.path) && vendorFolderOf(file.path) === undefined && !isTestData(file.path);
}

function from(line: number, found: readonly Download[]): Download[] {
  return found.map((download) => ({ ...download, line: download.line + line }));
}

/** A script of another interpreter, whatever its name ends with, is none. */
export function downloadsInScript(text: string): Download[] {
  const interpreter = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text.slice(0, 200));
  const name = interpreter?.[1]?.endsWith("env") ? interpreter[2] : interpreter?.[1];
  return name === undefined || /(?:^|\/)(?:sh|bash|mksh|dash|ksh)$/.test(name) ? from(1, downloadsIn(text)) : [];
}

/** RUN instructions, in any form; what one downloads the next may run. */
export function downloadsInDockerfile(text: string): Download[] {
  const files = new Set<string>();
  return instructionsOf(text)
    .filter(({ name }) => name === "RUN")
    .flatMap(({ arguments: given, line, documents }) =>
      documents
        ? documents.flatMap((document) => from(document.line, downloadsIn(document.text, files)))
        : from(line, downloadsIn(commandOf(given), files)),
    );
}

/** The exec form is joined, as a build does in its log; flags of RUN itself go. */
function commandOf(given: string): string {
  const command = given.replace(/^(?:--[a-z]+(?:=\S*)?\s+)+/, "");
  if (!command.startsWith("[")) return command;
  try {
    const words: unknown = JSON.parse(command);
    return Array.isArray(words) ? words.join(" ") : command;
  } catch {
    return command;
  }
}

/** Steps that a Unix shell runs; what one step downloads the next of the same job may run. */
export function downloadsInWorkflow({ jobs }: Workflow): Download[] {
  return jobs.flatMap((job) => {
    const files = new Set<string>();
    return job.steps
      .filter((step) => step.uses === undefined && /^(?:\S*\/)?(?:sh|bash|mksh)(?:\s|$)/.test(step.shell))
      .flatMap((step) => step.scripts)
      .flatMap(({ text, line = 0 }) =>
        from(line + (text.includes("\n") ? 1 : 0), downloadsIn(text.replace(/\$?\{\{[^{}]*\}\}/g, "EXPRESSION"), files)),
      );
  });
}
