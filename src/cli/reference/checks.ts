// docs/reference/checks.md: what published definitions ask of a repository.
import { checkGroups, repositoryChecks } from "#facts";

const TITLES = { files: "Files", "supply-chain": "Supply chain", history: "History", forge: "Only the forge knows" } as const;

export function checkReference(): string {
  const parts = checkGroups.map((group) => {
    const rows = repositoryChecks
      .filter((check) => check.group === group)
      .map(({ id, definition, sources, reads, score, indicator }) => {
        const marks = [...(score ? ["scored"] : []), ...(indicator ? ["indicator"] : [])].join(", ");
        const facts = reads.map((name) => `\`repository.${name}\``).join(", ");
        return `| \`${id}\` | ${cell(definition)} | ${cell(sources.join("; "))} | ${facts} | ${marks} |`;
      });
    return `## ${TITLES[group]}\n\n| check | passes when | defined by | facts | |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Checks\n\n*Made from \`src/facts/checks\`; do not edit.*\n\n${INTRODUCTION}\n\n${parts.join("\n")}`;
}

const INTRODUCTION = `What Scorecard, repolinter, the OSPS Baseline, CLOMonitor, the DCO app and the Baloise guidelines ask of a repository, answered at one commit from git's object store: never
from a working tree. An answer is \`pass\`, \`fail\`, \`not-applicable\` (a question about the content of a file that is not there, or about something that the repository does not have),
\`unknown\` (with what it waits for: never a pass) or \`error\` (reading what decides failed). Evidence has path and line. *Scored* checks have a score of 0 to 10 as their source defines
it; *indicators* inform, their failing is no defect by itself. "Missing" means: not in this clone (a forge may show the files of the organisation's \`.github\` repository instead).
Rules read the facts, or the lists \`repository.checksFailed\` and \`repository.checksUnknown\`. Where an answer differs from the published test cases of its source, [the handbook says
why](../handbook/checks.md).`;

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
