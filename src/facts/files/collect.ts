// All checks over one tree.
import type { Problem } from "#kit";
import { Unreadable } from "../lockfiles/types.ts";
import type { Evidence, FactValue } from "../subjects.ts";
import type { Tree } from "../tree.ts";
import { checks } from "./registry.ts";
import { FileIndex } from "./shared/file-index.ts";
import type { Answers, Check, FactOptions } from "./types.ts";

const MAX_EVIDENCE = 50;

export interface RepositoryFacts {
  /** By name in the registry's namespace `repository`, sorted. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  readonly problems: readonly Problem[];
  /** Facts whose reader failed: not merely absent. */
  readonly failed: readonly string[];
  /** Handles and addresses in CODEOWNERS, lower case; absent without one. Never in a result. */
  readonly owners?: readonly string[];
}

/**
 * What the files of a repository say of it. Presence is true or false; what only a missing or unreadable file could say is absent, thereby unknown.
 * Never throws; a check that cannot read its file says so as a problem.
 */
export async function collectRepositoryFacts(tree: Tree, options: FactOptions = {}): Promise<RepositoryFacts> {
  const files = new FileIndex(tree);
  const facts = new Map<string, FactValue>();
  const evidence = new Map<string, readonly Evidence[]>();
  let owners: readonly string[] | undefined;
  const answers: Answers = {
    owners(people) {
      owners = [...people].sort();
    },
    set(name, value, ...places) {
      facts.set(name, value);
      const known = places.filter((place) => place !== undefined).slice(0, MAX_EVIDENCE);
      if (known.length > 0)
        evidence.set(
          name,
          known.map((place) => ({ repository: tree.id, ...place })),
        );
    },
  };
  const problems = await Promise.all(checks.map((check) => problemOf(check, files, answers, options)));
  const failed = checks.flatMap((check, at) => (problems[at] ? check.facts.filter((name) => !facts.has(name)) : []));
  return {
    facts: sorted(facts),
    evidence: sorted(evidence),
    problems: problems.filter((problem) => problem !== undefined),
    failed: failed.sort(),
    ...(owners === undefined ? {} : { owners }),
  };
}

async function problemOf(check: Check, files: FileIndex, answers: Answers, options: FactOptions): Promise<Problem | undefined> {
  try {
    await check.collect(files, answers, options);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      code: error instanceof Unreadable ? "file-not-understood" : "check-failed",
      severity: error instanceof Unreadable ? "warning" : "error",
      file: files.tree.id,
      message: `${message} (while looking for ${check.id}).`,
      hint: `Unknown thereby: ${check.facts.join(", ")}.`,
    };
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
