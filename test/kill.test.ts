// A server killed without warning while people ask and decide, alone and by the quorum of a board, and a pipeline sends results: nothing that was acknowledged is lost, nothing is there twice, the record holds.
// Two hundred kills of each kind: npm run bench -- faults.
import { describe, expect, onTestFinished, test } from "vitest";
import { startPostgres } from "#store/testing";
import { type FaultReport, killOften } from "../src/server/testing/faults.ts";

const KILLS = 10;
const LONGEST = 15 * 60_000;

function holds({ kills, opened, decided, byBoard, uploaded, lost, twice, flaws }: FaultReport): void {
  expect({ kills, lost, twice, flaws }).toEqual({ kills: KILLS, lost: [], twice: [], flaws: [] });
  expect(opened).toBeGreaterThan(KILLS);
  expect(decided).toBeGreaterThan(KILLS);
  expect(byBoard).toBeGreaterThan(0);
  expect(uploaded).toBeGreaterThan(1);
}

describe("killed again and again under load", () => {
  test("on PGlite", { timeout: LONGEST }, async () => holds(await killOften({ kills: KILLS, clients: 3 })));

  test("on PostgreSQL, with a worker beside the server", { timeout: LONGEST }, async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    holds(await killOften({ kills: KILLS, clients: 4, url: await postgres.newDatabase(), worker: true }));
  });
});
