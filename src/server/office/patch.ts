// A patch as git writes it (format-patch, or a plain diff): what it adds, who wrote its commits, whether they signed off, what looks secret in it.
import { secretsInText } from "#facts";

export interface PatchFacts {
  /** Lines added and removed. */
  readonly lines: number;
  /** Addresses of authors, in lower case; none in a plain diff. */
  readonly authors: readonly string[];
  /** Whether each commit is signed off by its author; absent for a plain diff, which has none. */
  readonly signedOff?: boolean;
  /** Likely secrets in what it adds. */
  readonly secrets: number;
}

interface Commit {
  author: string;
  readonly signed: Set<string>;
}

/** Reads line by line; what is no patch adds nothing. */
export async function readPatch(text: string): Promise<PatchFacts> {
  const commits: Commit[] = [];
  const added: string[] = [];
  let lines = 0;
  let inDiff = false;
  for (const line of text.split("\n")) {
    if (/^From [0-9a-f]{40} /.test(line)) {
      commits.push({ author: "", signed: new Set() });
      inDiff = false;
    } else if (line.startsWith("diff --git ")) inDiff = true;
    else if (inDiff && isChange(line)) {
      lines++;
      if (line.startsWith("+")) added.push(line.slice(1));
    } else if (!inDiff) readHeader(line, commits.at(-1));
  }
  const known = commits.filter(({ author }) => author !== "");
  return {
    lines,
    authors: [...new Set(known.map(({ author }) => author))],
    ...(commits.length > 0 ? { signedOff: commits.every(({ author, signed }) => author !== "" && signed.has(author)) } : {}),
    secrets: await secretsInText(added.join("\n")),
  };
}

/** Not the lines that name the files. */
function isChange(line: string): boolean {
  return (line.startsWith("+") && !line.startsWith("+++ ")) || (line.startsWith("-") && !line.startsWith("--- ") && line !== "-- ");
}

function readHeader(line: string, commit: Commit | undefined): void {
  if (!commit) return;
  const address = addressIn(line);
  if (address === undefined) return;
  if (line.startsWith("From: ")) commit.author = address;
  else if (line.startsWith("Signed-off-by: ")) commit.signed.add(address);
}

function addressIn(line: string): string | undefined {
  const [open, close] = [line.lastIndexOf("<"), line.lastIndexOf(">")];
  return open >= 0 && close > open ? line.slice(open + 1, close).toLowerCase() : undefined;
}
