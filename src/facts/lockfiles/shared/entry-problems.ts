// Trouble with single entries of a file that is otherwise understood: told, and the rest is read.
import type { Problem } from "#kit";

/** More than these of one file say nothing new. */
const MAX_PROBLEMS = 50;

/** Gathers what is wrong with entries of one file. */
export class EntryProblems {
  readonly #file: string;
  readonly #problems: Problem[] = [];
  #left = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** An entry that could not be read, and so is missing from the result. */
  bad(message: string, line?: number, expected?: string): void {
    this.#add({ code: "lockfile-entry", severity: "warning", file: this.#file, line, message, expected });
  }

  /** Something that this reader leaves out knowingly, or a file that it wanted and could not get. */
  note(message: string, line?: number, hint?: string): void {
    this.#add({ code: "lockfile-incomplete", severity: "note", file: this.#file, line, message, hint });
  }

  #add(problem: Problem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
    else this.#left += 1;
  }

  get count(): number {
    return this.#problems.length + this.#left;
  }

  get first(): Problem | undefined {
    return this.#problems[0];
  }

  /** All of them; undefined where there are none. */
  list(): readonly Problem[] | undefined {
    if (this.#problems.length === 0) return undefined;
    if (this.#left === 0) return this.#problems;
    const rest: Problem = {
      code: "lockfile-entry",
      severity: "warning",
      file: this.#file,
      message: `${this.#left} more entries of this file have problems.`,
    };
    return [...this.#problems, rest];
  }
}
