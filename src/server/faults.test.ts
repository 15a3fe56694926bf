import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningPostgres, startPostgres } from "#store/testing";
import { killOften } from "./testing/faults.ts";

let postgres: RunningPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test.each(["PGlite", "PostgreSQL"])(
  "killed again and again under load, no acknowledged decision is lost and none applied twice (%s)",
  async (kind) => {
    const url = kind === "PostgreSQL" ? { url: await postgres.newDatabase(), worker: true } : {};
    const { lost, twice, flaws, opened, decided, restarts } = await killOften({ kills: 6, clients: 4, ...url });
    expect({ lost, twice, flaws }).toEqual({ lost: [], twice: [], flaws: [] });
    expect(opened).toBeGreaterThan(0);
    expect(decided).toBeGreaterThan(0);
    // On a machine with nothing else to do it is below two seconds: bench/faults.bench.ts.
    expect(restarts.at(-1)).toBeLessThan(60_000);
  },
  600_000,
);
