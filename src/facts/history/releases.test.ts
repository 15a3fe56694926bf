import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releasesOwning } from "./releases.ts";
import type { History } from "./types.ts";

/** Only what the walk reads. */
function historyOf(parents: readonly (readonly number[])[]): History {
  const starts = Int32Array.from([0, ...parents.map((_, row) => parents.slice(0, row + 1).flat().length)]);
  return { count: parents.length, commits: { parents: { starts, data: Int32Array.from(parents.flat()) } } } as unknown as History;
}

describe("releases owning their commits", () => {
  it("gives each commit to the first release by time that contains it", () => {
    // 0 - 1 - 2 - 4, with 3 a branch from 1, merged into 4.
    const history = historyOf([[], [0], [1], [1], [2, 3]]);
    const releases = [
      { commit: 4, time: 30 },
      { commit: 1, time: 10 },
      { commit: 2, time: 20 },
      { commit: -1, time: 5 },
      { commit: 0, time: Number.NaN },
    ];
    expect([...releasesOwning(history, releases)]).toEqual([1, 1, 2, 0, 0]);
    expect([...releasesOwning(history, [])]).toEqual([-1, -1, -1, -1, -1]);
  });

  it("agrees with asking every release what it contains", () => {
    const graph = fc
      .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 25 })
      .map((rows) => rows.map((row, at) => (at === 0 ? [] : row.map((parent) => (parent % (at + 1)) - 1))));
    const releases = fc.array(fc.record({ commit: fc.nat(24), time: fc.nat(5) }), { maxLength: 8 });
    fc.assert(
      fc.property(graph, releases, (parents, given) => {
        const points = given.filter((point) => point.commit < parents.length);
        const owners = releasesOwning(historyOf(parents), points);
        const contains = (from: number, row: number): boolean =>
          from === row || (parents[from] as number[]).some((parent) => parent >= 0 && contains(parent, row));
        parents.forEach((_, row) => {
          const first = points
            .map((point, place) => ({ ...point, place }))
            .filter((point) => contains(point.commit, row))
            .sort((a, b) => a.time - b.time || a.place - b.place)[0];
          expect(owners[row]).toBe(first?.place ?? -1);
        });
      }),
    );
  });
});
