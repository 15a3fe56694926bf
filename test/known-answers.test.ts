// The known answers beside the repository, as a plain reader of our CycloneDX sees them: what was reached once is kept.
import { describe, expect, it } from "vitest";
import { lockfileCases } from "../src/facts/testing/lockfile-cases.ts";
import { plainResult } from "./plain-reader.ts";

const cases = lockfileCases();

describe.skipIf(!cases)("known answers in the SBOM (../shared/cases/lockfiles)", () => {
  it("name and version of all components", async () => {
    const results = await Promise.all((cases ?? []).filter((given) => !given.quirk).map(plainResult));
    expect(results.filter(({ given, right }) => given.expectError && !right).map(({ given }) => given.id)).toEqual([]);
    expect(results.filter(({ given, right }) => !given.expectError && right).length).toBeGreaterThanOrEqual(169);
  });
});
