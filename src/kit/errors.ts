// Failures that end a command. Expected trouble with an input is a Problem; this is for what cannot go on.

export type Blame = "input" | "not-found" | "not-allowed" | "conflict" | "upstream" | "bug";

const EXIT_CODES: Record<Blame, number> = { input: 2, "not-found": 2, "not-allowed": 2, conflict: 2, upstream: 3, bug: 3 };

/** An error with a stable code, whose sentence says what happened and whose hint says what to do. */
export class AllmendError extends Error {
  readonly code: string;
  readonly blame: Blame;
  readonly hint: string | undefined;

  constructor(code: string, blame: Blame, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "AllmendError";
    this.code = code;
    this.blame = blame;
    this.hint = options.hint;
  }
}

/** 0 fine, 1 the gate fails, 2 wrong use or input, 3 a fault of ours. */
export function exitCodeOf(error: unknown): number {
  return error instanceof AllmendError ? EXIT_CODES[error.blame] : 3;
}
