// How to report a vulnerability: file and score as OpenSSF Scorecard's Security-Policy check defines them.
import { mailsIn } from "../shared/mail.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";
import type { Check } from "../types.ts";

const NAMES = ["", ".github/", "docs/"].flatMap((folder) =>
  ["md", "markdown", "adoc", "rst"].map((extension) => `${folder}security.${extension}`),
);
const MAX_TEXT = 256 * 1024;

function policyFile(files: FileIndex): Entry | undefined {
  return [...NAMES, "doc/security.rst"].map((path) => files.at(path)).find((file) => file !== undefined);
}

/** 0 to 10: 6 for a link or address, 3 for text beyond them, 1 for words on disclosure. */
export function securityPolicyScore(text: string): number {
  const links = [...new Set([...(text.match(/https?:\/\/[\w./?=%:-]*/g) ?? []), ...mailsIn(text, 1000).map((mail) => mail.address)])];
  const linkLength = links.reduce((sum, link) => sum + link.length, 0);
  const bytes = Buffer.byteLength(text);
  const hints = text.match(/\d{1,4}\b|Disclos|Vuln/gi)?.length ?? 0;
  return (links.length > 0 ? 6 : 0) + (bytes > 1 && bytes > linkLength + 2 * links.length ? 3 : 0) + (hints > 1 ? 1 : 0);
}

export const securityPolicy: Check = {
  id: "security-policy",
  facts: ["hasSecurityPolicy", "securityPolicyScore"],
  async collect(files, answers) {
    const file = policyFile(files);
    answers.set("hasSecurityPolicy", file !== undefined, file && { path: file.path });
    const text = await files.text(file);
    if (file && text !== undefined) answers.set("securityPolicyScore", securityPolicyScore(text.slice(0, MAX_TEXT)), { path: file.path });
  },
};
