import fc from "fast-check";
import { expect, test } from "vitest";
import { ladderMap, type LadderMap, type OnLadder } from "./ladder-map.ts";

const options = { columns: 5, rungs: 4, left: 150, width: 1080 };
const rung = fc.integer({ min: 0, max: 3 });
const projects = fc
  .array(
    fc.record(
      { label: fc.string({ minLength: 1, maxLength: 40 }), column: fc.integer({ min: 0, max: 4 }), now: rung, wanted: rung },
      { requiredKeys: ["label", "column", "now"] },
    ),
    { maxLength: 80 },
  )
  .map((list) => list.map((one, at): OnLadder => ({ id: `p${at}`, ...one })));

/** Boxes of names; a baseline with 12 pixels over it and 4 under it. */
const boxes = ({ projects: placed }: LadderMap) =>
  placed.map(({ label: { x, y, width } }) => ({ left: x - width / 2, right: x + width / 2, top: y - 12, bottom: y + 4 }));

test("no name covers another, nor a dot, nor leaves the picture", () => {
  fc.assert(
    fc.property(projects, (list) => {
      const map = ladderMap(list, options);
      const names = boxes(map);
      const dots = map.projects.flatMap(({ x, now, wanted }) => [now, wanted].flatMap((y) => (y === undefined ? [] : [{ x, y }])));
      for (const [at, one] of names.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(options.left - 0.001);
        expect(one.right).toBeLessThanOrEqual(map.width + 0.001);
        expect(one.top).toBeGreaterThanOrEqual(0);
        for (const other of names.slice(at + 1))
          expect(
            one.right <= other.left + 0.001 || other.right <= one.left + 0.001 || one.bottom <= other.top || other.bottom <= one.top,
          ).toBe(true);
        for (const { x, y } of dots) expect(x + 9 < one.left || x - 9 > one.right || y + 9 < one.top || y - 9 > one.bottom).toBe(true);
      }
    }),
  );
});

test("every dot stands in its column on its rung, higher rungs higher", () => {
  fc.assert(
    fc.property(projects, (list) => {
      const map = ladderMap(list, options);
      expect(map.rungs.toSorted((a, b) => b - a)).toEqual(map.rungs);
      expect(map.projects).toHaveLength(list.length);
      for (const { id, x, now, wanted } of map.projects) {
        const project = list.find((one) => one.id === id) as OnLadder;
        const column = map.columns[project.column] as LadderMap["columns"][number];
        expect(x > column.x && x < column.x + column.width).toBe(true);
        expect(now).toBe(project.now === undefined ? undefined : map.rungs[project.now]);
        expect(wanted).toBe(project.wanted === undefined ? undefined : map.rungs[project.wanted]);
      }
    }),
  );
});

test("one project alone has its name right above it, without a line", () => {
  const map = ladderMap([{ id: "a", label: "keycloak", column: 2, now: 0, wanted: 2 }], options);
  const [only] = map.projects;
  expect(only?.leader).toBe(false);
  expect(only?.label).toMatchObject({ text: "keycloak", x: only?.x });
  expect(map.width).toBe(options.width);
});
