// The known answers beside the repository: what was reached once is kept.
import { describe, expect, it } from "vitest";
import { lockfileCases, lockfileResult } from "../testing/lockfile-cases.ts";

/** Cases that are exact, by format of the cases. */
const reached: Readonly<Record<string, number>> = { bunlock: 6, packagejson: 6, packagelockjson: 12, pnpmlock: 12, yarnlock: 11 };

const cases = lockfileCases();

describe.skipIf(!cases)("known answers (../shared/cases/lockfiles)", () => {
  it.each(Object.keys(reached))("%s", async (format) => {
    const results = await Promise.all((cases ?? []).filter((given) => given.format === format && !given.quirk).map(lockfileResult));
    const wrong = results.filter((result) => !result.right).map(({ given, missing, extra }) => ({ id: given.id, missing, extra }));
    expect(wrong).toEqual([]);
    expect(results.filter(({ given }) => !given.expectError)).toHaveLength(reached[format] ?? 0);
  });

  it("files that are not what they seem give a clear error", async () => {
    const results = await Promise.all((cases ?? []).filter((given) => given.expectError).map(lockfileResult));
    expect(results.filter((result) => !result.right).map(({ given }) => given.id)).toEqual([]);
  });

  it("almost all of them, over all formats", async () => {
    const results = await Promise.all((cases ?? []).filter((given) => !given.quirk && !given.expectError).map(lockfileResult));
    expect(results.filter((result) => result.right).length).toBeGreaterThanOrEqual(175);
  });
});
