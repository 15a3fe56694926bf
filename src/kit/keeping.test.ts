import { expect, test } from "vitest";
import { keeping } from "./keeping.ts";

test("each is worked out once, also for those who ask while it is worked out", async () => {
  const ask = keeping<number>(2);
  let times = 0;
  const work = async () => ++times;
  expect(await Promise.all([ask("a", work), ask("a", work)])).toEqual([1, 1]);
  expect(await ask("a", work)).toBe(1);
});

test("the oldest goes where more are kept than may be", async () => {
  const ask = keeping<string>(2);
  for (const key of ["a", "b", "c"]) await ask(key, async () => key);
  expect(await ask("b", async () => "again")).toBe("b");
  expect(await ask("a", async () => "again")).toBe("again");
});

test("what failed is worked out anew", async () => {
  const ask = keeping<string>(2);
  await expect(ask("a", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await ask("a", async () => "now")).toBe("now");
});
