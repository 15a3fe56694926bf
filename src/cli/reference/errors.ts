// docs/reference/errors.md: every code in square brackets that a command may print, with what it means and what to do.
import { factProblems } from "#facts";
import type { ProblemMeaning } from "#kit";
import { measureProblems } from "#measures";
import { policyProblems } from "#policy";
import { programProblems } from "#program";
import { scanProblems } from "#scan";
import { serverProblems } from "#server";
import { storeProblems } from "#store";
import { cliProblems } from "../problem-codes.ts";

/** Tables of codes by what they are about, in the order of the page. A room with a new table adds a line. */
export const problemTables: readonly { readonly title: string; readonly codes: Readonly<Record<string, ProblemMeaning>> }[] = [
  { title: "Documents of a program", codes: programProblems },
  { title: "Conditions and examples of rules", codes: policyProblems },
  { title: "Repositories, files, lockfiles, SBOMs", codes: factProblems },
  { title: "Measures", codes: measureProblems },
  { title: "A run as a whole", codes: scanProblems },
  { title: "The database", codes: storeProblems },
  { title: "The server", codes: serverProblems },
  { title: "Commands", codes: cliProblems },
];

export function errorReference(): string {
  const parts = problemTables.map(({ title, codes }) => {
    const rows = Object.entries(codes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { means, remedy }]) => `| \`${code}\` | ${cell(means)} | ${cell(remedy)} |`);
    return `## ${title}\n\n| code | what it means | what to do |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Errors and remarks\n\n*Made from the tables \`problem-codes.ts\` of the rooms; do not edit.*\n\nWhatever goes wrong ends with a code in square brackets: \`organization.yaml:33:34  error  … [not-one-of]\`. The sentence before it says what is wrong there and what was expected; this page says what the code means everywhere. Codes stay as they are from version to version; sentences may get better.\n\nAn *error* in a document of the program stops a run (exit code 2): nothing is judged by rules that nobody can read. Whatever is wrong with a repository or one of its files does not stop a run: it is told, counted under “How much was covered”, and the run goes on. Exit codes: 0 fine, 1 the gate fails, 2 wrong use or input, 3 a fault of ours.\n\n${parts.join("\n")}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
