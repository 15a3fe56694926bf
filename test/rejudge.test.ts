// The rules over what a result tells must say what they said when it was made; and another policy what a scan with it would say.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { measureIds } from "#measures";
import { loadProgram, type Program } from "#program";
import { plan } from "#policy";
import { rejudge, type ScanResult } from "#scan";
import { root, runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const NOW = "2026-11-23T00:00:00Z";
let result: ScanResult;
let program: Program;

beforeAll(async () => {
  const output = join(folder, "out");
  mkdirSync(output);
  const started = await run(["start", "--no-serve", "--quiet", "--now", NOW, "--output", output]);
  expect(started.code, started.err).toBe(0);
  result = JSON.parse(readFileSync(join(output, "result.json"), "utf8")) as ScanResult;
  const loaded = await loadProgram(join(root, "examples", "allmend"), { packsFolder: join(root, "packs"), measures: measureIds() });
  if (!loaded.program) throw new Error(JSON.stringify(loaded.problems));
  program = loaded.program;
});

it("says the same of the same facts under the same program", async () => {
  const again = await rejudge(result, { program });
  const { added, removed, changed } = plan(result.findings, again.findings);
  expect([added, removed, changed].map((list) => list.map((each) => JSON.stringify(each)))).toEqual([[], [], []]);
  expect(again.verdicts).toEqual(result.verdicts);
  expect(again.components).toEqual(result.components);
  expect(again.uses).toEqual(result.uses);
  expect(again.obligations).toEqual(result.obligations);
});

it("says what another policy says", async () => {
  const policies = program.policies.map((policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => (rule.id === "no-network-copyleft" ? { ...rule, decide: "warn" as const } : rule)),
  }));
  const { changed, added, removed } = plan(result.findings, (await rejudge(result, { program: { ...program, policies } })).findings);
  expect(new Set(changed.map(({ after }) => after.rule))).toContain("no-network-copyleft");
  expect([...added, ...removed].filter(({ rule }) => rule === "no-network-copyleft")).toEqual([]);
});

it("puts components where another program has its products", async () => {
  const products = program.organization.products.filter(({ id }) => id !== "claims-portal");
  const { uses } = await rejudge(result, { program: { ...program, organization: { ...program.organization, products } } });
  expect(uses.some(({ product }) => product === "claims-portal")).toBe(false);
  const pairs = (list: ScanResult["uses"]) => new Set(list.map(({ component, repository }) => `${component} ${repository}`));
  expect(pairs(uses)).toEqual(pairs(result.uses));
});
