// Community documents whose presence is all that is asked (repolinter, CLOMonitor, OSPS Baseline).
import type { Answers, Check } from "../types.ts";
import type { FileIndex } from "../shared/file-index.ts";

const ROOT = [""] as const;

interface Presence {
  readonly fact: string;
  readonly pattern: RegExp;
  /** Folders to look in; default: root, .github/, docs/. */
  readonly folders?: readonly string[];
}

const documents: readonly Presence[] = [
  { fact: "hasNotice", pattern: /^notice(?:s)?(?:[-_.]|$)/i, folders: ROOT },
  {
    fact: "hasChangelog",
    pattern: /^(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes)(?:[-_.]|$)/i,
    folders: ["", "docs", ".github"],
  },
  { fact: "hasSupport", pattern: /^support(?:[-_.]|$)/i },
  { fact: "hasGovernance", pattern: /^(?:project[-_ ])?governance(?:[-_.]|$)/i },
  { fact: "hasRoadmap", pattern: /^road[-_ ]?map(?:[-_.]|$)/i },
  // docs/users is most often a guide for users, not a list of them.
  { fact: "hasAdopters", pattern: /^(?:adopters|users)(?:[-_.]|$)/i, folders: ROOT },
];

function collect({ fact, pattern, folders }: Presence, files: FileIndex, answers: Answers): void {
  const found = files.document(pattern, folders);
  answers.set(fact, found !== undefined, found && { path: found.path });
}

export const communityDocuments: Check = {
  id: "documents",
  facts: documents.map(({ fact }) => fact),
  collect(files, answers) {
    for (const document of documents) collect(document, files, answers);
  },
};
