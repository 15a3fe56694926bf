// Gathers the `uses` of one file into entries.
import type { LockedPackage, OwnPackage, Reading } from "../types.ts";
import { type ActionUse, actionUse } from "./action-use.ts";
import { EntryProblems } from "./entry-problems.ts";

export class ActionUses {
  readonly #packages = new Map<string, LockedPackage>();
  readonly #own = new Map<string, OwnPackage>();
  readonly #problems: EntryProblems;

  constructor(path: string) {
    this.#problems = new EntryProblems(path);
  }

  /** A `uses` of a step or a job. */
  uses(written: string, line: number | undefined): void {
    this.add(actionUse(written), written, line);
  }

  /** The same action used several times is one entry, on the line where it comes first. */
  add(use: ActionUse, written: string, line: number | undefined): void {
    if (use.kind === "local") this.#own.set(use.path, { type: "githubactions", name: use.path });
    else if (use.kind === "unknown")
      this.#problems.note(`What ${JSON.stringify(written.slice(0, 100))} is, is not known before the workflow runs.`, line);
    else if (!this.#packages.has(written)) {
      this.#packages.set(written, {
        key: written,
        ...use.identity,
        scope: "development",
        direct: true,
        ...(line === undefined ? {} : { line }),
      });
    }
  }

  reading(): Reading {
    const list = this.#problems.list();
    return { packages: [...this.#packages.values()], own: [...this.#own.values()], ...(list ? { problems: list } : {}) };
  }
}
