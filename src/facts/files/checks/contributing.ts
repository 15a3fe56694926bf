// Is there a guide for contributors (repolinter contributing-file-exists, OSPS-GV-03.01)? `CONTRIBUTION.md`, as some policies name it, counts.
import type { Entry, FileIndex } from "../shared/file-index.ts";
import type { Check } from "../types.ts";

/** CONTRIB* but for CONTRIBUTORS, which is a list of people. */
export function contributingFile(files: FileIndex): Entry | undefined {
  return files.document(/^contrib(?!utors)/i, ["", ".github", "docs"]) ?? files.document(/^contributing(?:[-_.]|$)/i, [".gitlab"]);
}

export const contributing: Check = {
  id: "contributing",
  facts: ["hasContributing", "contributingPath"],
  collect(files, answers) {
    const file = contributingFile(files);
    answers.set("hasContributing", file !== undefined, file && { path: file.path });
    if (file) answers.set("contributingPath", file.path, { path: file.path });
  },
};
