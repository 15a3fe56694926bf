// A code of conduct, and somebody to turn to in it (repolinter, CLOMonitor).
import { lineOf } from "../../lockfiles/shared/line-index.ts";
import { mailsIn } from "../shared/mail.ts";
import type { Check } from "../types.ts";

export const codeOfConduct: Check = {
  id: "code-of-conduct",
  facts: ["hasCodeOfConduct", "codeOfConductContact"],
  async collect(files, answers) {
    const file = files.document(/^code[-_ ]?of[-_ ]?conduct/i);
    answers.set("hasCodeOfConduct", file !== undefined, file && { path: file.path });
    const text = await files.text(file);
    if (!file || text === undefined) return;
    // A policy without a code of conduct has no contact to miss: only said where there is a file.
    const [mail] = mailsIn(text, 1);
    answers.set("codeOfConductContact", mail !== undefined, mail && { path: file.path, line: lineOf(text, mail.index) });
  },
};
