// Counts what an import holds: how much was read, taken, empty by nature, and not understood, with why. Nothing goes by unseen.
import type { Problem } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import type { ImportSink } from "./types.ts";

export interface ImportCounts {
  /** Everything that was looked at. */
  readonly read: number;
  readonly taken: number;
  /** What holds nothing for us by its nature, by why. */
  readonly empty: Readonly<Record<string, number>>;
  /** What could not be taken, by why. */
  readonly notUnderstood: Readonly<Record<string, number>>;
}

/** Of each reason so many are named with their place; the others are counted. */
const NAMED = 3;

export class ImportCounter {
  #taken = 0;
  readonly #empty = new Map<string, number>();
  readonly #lost = new Map<string, number>();
  readonly #places = new Map<string, string[]>();

  /** A sink that counts and hands on. */
  counting(to: Omit<ImportSink, "empty" | "notUnderstood">): ImportSink {
    const took = <T>(take: (value: T) => void) => {
      return (value: T): void => {
        this.#taken++;
        take(value);
      };
    };
    return {
      advisory: took(to.advisory),
      statement: took(to.statement),
      mark: took(to.mark),
      fileLicenses: took(to.fileLicenses),
      packageLicense: took(to.packageLicense),
      resolution: took(to.resolution),
      scorecard: took(to.scorecard),
      approval: took(to.approval),
      lifecycle: took(to.lifecycle),
      changeRequests: (found) => {
        this.#taken += found.requests.length;
        to.changeRequests(found);
      },
      looksAt: to.looksAt,
      empty: (why) => void this.#empty.set(why, (this.#empty.get(why) ?? 0) + 1),
      notUnderstood: (why, where) => this.#lose(why, where),
    };
  }

  #lose(why: string, where: string): void {
    this.#lost.set(why, (this.#lost.get(why) ?? 0) + 1);
    const places = this.#places.get(why) ?? [];
    this.#places.set(why, places);
    if (places.length < NAMED) places.push(where);
  }

  counts(): ImportCounts {
    const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0);
    return {
      read: this.#taken + sum(this.#empty) + sum(this.#lost),
      taken: this.#taken,
      empty: sortedObject(this.#empty),
      notUnderstood: sortedObject(this.#lost),
    };
  }

  /** One problem for each reason, with the first places. */
  problems(file: string): Problem[] {
    const code: FactProblemCode = "import-entry";
    return [...this.#lost]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([why, count]) => {
        const places = this.#places.get(why) ?? [];
        const more = count > places.length ? `, and ${count - places.length} more` : "";
        return {
          code,
          severity: "warning",
          file,
          message: `${why}: ${places.join(", ")}${more}`,
          hint: "It was left out; everything else was taken.",
        };
      });
  }
}

function sortedObject(map: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
