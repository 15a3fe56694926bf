// The contract of a check: a few facts of a repository that its files answer.
import type { Evidence, FactValue } from "../subjects.ts";
import type { FileIndex } from "./shared/file-index.ts";

export interface Check {
  /** kebab-case, the name of its file. */
  readonly id: string;
  /** Names in the registry (namespace `repository`) that it may answer. */
  readonly facts: readonly string[];
  collect(files: FileIndex, answers: Answers, options: FactOptions): void | Promise<void>;
}

/** What files alone do not say. */
export interface FactOptions {
  /** The organisation's own domains (`example.com`): hosts below them count as internal when other hosts of that kind are searched. */
  readonly domains?: readonly string[];
}

/** Where a check puts its answers. A fact that is not set is unknown: never set one by guessing. */
export interface Answers {
  set(name: string, value: FactValue, ...evidence: readonly (Evidence | undefined)[]): void;
  /** People whom CODEOWNERS names, for the history to look for: no fact, and in no result. */
  owners(people: Iterable<string>): void;
}
