import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { twoAtOnce } from "./two-at-once.ts";

/** Numbers from 0, with how many of them were taken. */
function counted(count: number) {
  const state = { taken: 0 };
  const numbers = function* () {
    while (state.taken < count) yield state.taken++;
  };
  return { state, numbers };
}

test("every portion is worked on once, and no more than two are taken that are not done", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 30 }), async (turns) => {
      const { state, numbers } = counted(turns.length);
      const done: number[] = [];
      let most = 0;
      await twoAtOnce(numbers(), async (portion) => {
        for (let left = turns[portion] ?? 0; left > 0; left--) {
          most = Math.max(most, state.taken - done.length);
          await turn();
        }
        done.push(portion);
      });
      expect(done.toSorted((a, b) => a - b)).toEqual(turns.map((_, index) => index));
      expect(most).toBeLessThanOrEqual(2);
    }),
  );
});

test("what fails first is thrown once, after what was under way ended, and nothing further is begun", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), fc.nat(), async (turns, any) => {
      const failing = any % turns.length;
      const { state, numbers } = counted(turns.length);
      let underWay = 0;
      const work = async (portion: number) => {
        underWay++;
        for (let left = turns[portion] ?? 0; left > 0; left--) await turn();
        underWay--;
        if (portion === failing) throw new Error(`portion ${portion}`);
      };
      await expect(twoAtOnce(numbers(), work)).rejects.toThrow(`portion ${failing}`);
      const { taken } = state;
      expect(underWay).toBe(0);
      await turn();
      expect(state.taken).toBe(taken);
    }),
  );
});

test("two that fail at once are one failure; portions that cannot be made fail as well", async () => {
  const both = twoAtOnce([1, 2], async (portion) => {
    await turn();
    throw new Error(`portion ${portion}`);
  });
  await expect(both).rejects.toThrow("portion 1");
  const broken = function* () {
    yield 1;
    throw new Error("not made");
  };
  await expect(twoAtOnce(broken(), turn as () => Promise<void>)).rejects.toThrow("not made");
});
