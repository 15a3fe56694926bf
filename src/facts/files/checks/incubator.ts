// Is the project visibly marked as incubating? By its name or the first lines of its README (Baloise: BAL-INC-01). That it lies among others in
// incubation says where it is, not what people read: the organisation on the forge is a fact of its own.
import { linesOf } from "../shared/prose.ts";
import type { Check } from "../types.ts";
import { readmeFile } from "./readme.ts";

const WORD = /\bincubat(?:or|ing|ion|ed)\b|\binkubator\b/i;
const HEAD_LINES = 60;

export const incubator: Check = {
  id: "incubator",
  facts: ["incubatorFlagged"],
  async collect(files, answers) {
    const { id } = files.tree;
    if (/incubat|inkubat/i.test(id)) return answers.set("incubatorFlagged", true, { note: id });
    const file = readmeFile(files);
    const text = await files.text(file);
    if (file && text === undefined) return;
    const line = linesOf(text ?? "")
      .slice(0, HEAD_LINES)
      .find((one) => WORD.test(one.text));
    answers.set("incubatorFlagged", line !== undefined, file && line && { path: file.path, line: line.line });
  },
};
