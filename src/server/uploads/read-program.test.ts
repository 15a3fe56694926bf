import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { loadProgram } from "#program";
import { loadOptions } from "../judging/load-options.ts";
import { readProgramFiles } from "./program-files.ts";
import { loadApart, readProgramApart } from "./read-program.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-read-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const document = (more = "") => `schema: allmend.organization/1
organization: Muster
id: muster
extends: [starter@1]
teams: { web: { lead: none, members: [] } }
products:
  - id: shop
    name: Shop
    owner: web
${more}    deliverables:
      - { id: web, distribution: browser, repositories: [shop-web] }
`;
const folder = () => mkdtempSync(join(home, "program-"));

test("sixty thousand lines full of faults are read in seconds, and the process answers others meanwhile", async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `    key${index}: ${index}`).join("\n");
  let longest = 0;
  let over = false;
  const others = (async () => {
    while (!over) {
      const began = performance.now();
      await wait(20);
      longest = Math.max(longest, performance.now() - began);
    }
  })();
  const began = performance.now();
  const { program, problems } = await readProgramFiles({ "organization.yaml": document(`${lines}\n`) }, folder(), loadOptions());
  const took = performance.now() - began;
  over = true;
  await others;
  expect(program).toBeUndefined();
  expect(problems.length).toBeGreaterThan(50);
  const unknown = problems.filter(({ code }) => code === "unknown-key");
  expect(unknown.slice(0, 2)).toMatchObject([{ file: "organization.yaml", line: 10 }, { line: 11 }]);
  // It takes seconds; with a search for the place of each it took two minutes.
  expect(took).toBeLessThan(40_000);
  expect(longest, "how long somebody else waited").toBeLessThan(took / 2);
});

test("the program in force is the same from a thread, and is loaded here where no thread gets through", async () => {
  const place = folder();
  writeFileSync(join(place, "organization.yaml"), document());
  const options = loadOptions();
  const [apart, here] = await Promise.all([loadApart({ folder: place, options }), loadProgram(place, options)]);
  expect(apart).toEqual(here);
  expect(apart.program).toBeDefined();
  // No thread takes a function along.
  const odd = Object.assign({ ...options }, { unsaid: () => undefined });
  expect(() => structuredClone(odd)).toThrow();
  expect((await loadApart({ folder: place, options: odd })).program?.organization).toEqual(here.program?.organization);
});

test("what is read in a thread is what is read here", async () => {
  const padded = `${document()}# ${"x".repeat(250_000)}\n`;
  const options = loadOptions();
  const apart = await readProgramFiles({ "organization.yaml": padded }, folder(), options);
  const here = await readProgramFiles({ "organization.yaml": document() }, folder(), options);
  expect(apart.problems).toEqual(here.problems);
  expect(apart.program?.organization).toEqual(here.program?.organization);
  expect(apart.program).toBeDefined();
});

test("one that takes too long is refused, and the next one is read", async () => {
  const place = folder();
  writeFileSync(join(place, "organization.yaml"), document());
  const order = { folder: place, options: loadOptions() };
  await expect(readProgramApart(order, { longest: 1 })).rejects.toMatchObject({ status: 422, code: "program-too-large" });
  expect((await readProgramApart(order)).program?.organization.id).toBe("muster");
});
