// The histories of repositories, several at a time; what was read of one before is not read again.
import { type Cache, type FoundRepository, type History, readHistory } from "#facts";
import { AllmendError, compareText, type Problem } from "#kit";

export interface HistoriesOptions {
  readonly cache?: Cache;
  /** Folder for shadow git directories. */
  readonly scratch: string;
  readonly jobs: number;
  readonly onProgress?: (done: number, total: number, repository: string) => void;
}

export interface Histories {
  /** By the id of their repository, sorted; plain folders and repositories without a commit have none. */
  readonly histories: readonly History[];
  readonly problems: readonly Problem[];
}

/** One that cannot be read does not end the run: it is told, and its figures are unknown. */
export async function readHistories(found: readonly FoundRepository[], options: HistoriesOptions): Promise<Histories> {
  const histories: History[] = [];
  const problems: Problem[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let repository = found[next++]; repository; repository = found[next++]) {
      try {
        const history = await readHistory(repository, { scratch: options.scratch, ...(options.cache ? { cache: options.cache } : {}) });
        if (history) histories.push(history);
        if (history) problems.push(...history.problems);
      } catch (error) {
        problems.push(unreadable(repository.id, error));
      }
      options.onProgress?.(++done, found.length, repository.id);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, worker));
  problems.sort((a, b) => compareText(a.file ?? "", b.file ?? ""));
  return { histories: histories.sort((a, b) => compareText(a.repository, b.repository)), problems };
}

function unreadable(file: string, error: unknown): Problem {
  const known = error instanceof AllmendError ? error : undefined;
  return {
    code: known?.code ?? "history-unreadable",
    severity: "error",
    file,
    message: error instanceof Error ? error.message : String(error),
    hint: known?.hint ?? "Look at the repository with git fsck; what its history says is unknown.",
  };
}
