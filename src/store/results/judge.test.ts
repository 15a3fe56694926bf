import { beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { measureIds } from "#measures";
import { loadProgram, type Program } from "#program";
import { rejudge, type ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";
import { onEachDatabase } from "../testing/databases.ts";
import { outcomeOf } from "./codes.ts";
import { judgeAll } from "./judge.ts";
import { listFindings } from "./lists/findings.ts";
import { saveResult } from "./save.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const [monday, tuesday] = [new Date("2026-03-02T08:00:00Z"), new Date("2026-03-03T08:00:00Z")];
let program: Program;
/** The sample's facts, judged by the rules of the starter pack. */
let result: ScanResult;

beforeAll(async () => {
  const loaded = await loadProgram(join(root, "packs", "starter"), { packsFolder: join(root, "packs"), measures: measureIds() });
  if (!loaded.program) throw new Error(JSON.stringify(loaded.problems));
  program = { ...loaded.program, organization: { ...loaded.program.organization, products: sampleResult.program.organization.products } };
  const facts = { ...sampleResult, program, vulnerabilities: [] };
  result = { ...facts, ...(await rejudge(facts, { program, now: monday.toISOString() })) };
});

function deciding(decide: "warn" | "deny"): Program {
  const policies = program.policies.map((policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => (rule.about === "usage" ? { ...rule, decide } : rule)),
  }));
  return { ...program, policies };
}

onEachDatabase((databases) => {
  test("judged again under the same rules, everything stays as it is", async () => {
    const { sql: db } = await databases.fresh();
    expect(await judgeAll(db, { program, at: monday, why: "program" })).toBeUndefined();
    await saveResult(db, result, { at: monday, source: "upload", findings: true });
    const before = await db.selectFrom("findings").selectAll().orderBy("id").execute();
    expect(before.length).toBeGreaterThan(3);
    const judged = await judgeAll(db, { program, at: monday, why: "program" });
    expect(judged).toMatchObject({ changed: 0, uses: result.uses.length });
    expect(await db.selectFrom("findings").selectAll().orderBy("id").execute()).toEqual(before);
  });

  test("another policy changes outcomes and findings, and tells how it goes on", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, result, { at: monday, source: "upload", findings: true });
    const stages: string[] = [];
    const progress = async (stage: string) => void stages.push(stage);
    const judged = await judgeAll(db, { program: deciding("deny"), at: tuesday, why: "program", progress });
    expect(judged?.changed).toBeGreaterThan(0);
    expect(new Set(stages)).toEqual(new Set(["read", "judge", "write"]));
    const uses = await db.selectFrom("uses").select("outcome").execute();
    expect(uses.some(({ outcome }) => outcomeOf(outcome) === "deny")).toBe(true);
    const denied = await listFindings(db, { outcome: "deny", kind: "usage" }, "all", { limit: 100 });
    expect(denied.items.length).toBeGreaterThan(0);
    await judgeAll(db, { program: deciding("warn"), at: tuesday, why: "program" });
    const { items } = await listFindings(db, { outcome: "warn", kind: "usage" }, "all", { limit: 100 });
    expect(items.filter(({ changed }) => changed?.from === "deny").length).toBeGreaterThan(0);
  });

  test("what a unit uses is counted for the unit to which a product came", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, result, { at: monday, source: "upload", findings: true });
    const products = program.organization.products.map((product) => ({ ...product, unit: "elsewhere" }));
    await judgeAll(db, { program: { ...program, organization: { ...program.organization, products } }, at: tuesday, why: "program" });
    const units = await db.selectFrom("component_units").select("unit").distinct().orderBy("unit").execute();
    expect(units.map(({ unit }) => unit).filter((unit) => unit !== "")).toEqual(["elsewhere"]);
  });

  test("products that have other repositories take the uses along", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, result, { at: monday, source: "upload", findings: true });
    const [shop] = program.organization.products;
    const products = [
      {
        ...(shop as NonNullable<typeof shop>),
        id: "everything",
        deliverables: [{ id: "all", distribution: "hosted" as const, repositories: ["*"] }],
      },
    ];
    const moved = { ...program, organization: { ...program.organization, products } };
    await judgeAll(db, { program: moved, at: tuesday, why: "program" });
    const now = await db.selectFrom("uses").select(["product"]).where("gone_at", "is", null).execute();
    expect(now).toHaveLength(result.uses.length);
    expect(new Set(now.map(({ product }) => product))).toEqual(new Set(["everything"]));
    expect((await db.selectFrom("products").select("id").where("gone_at", "is", null).execute()).map(({ id }) => id)).toEqual([
      "everything",
    ]);
  });

  test("a result that comes in between is not overwritten by what was read before it", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, result, { at: monday, source: "upload", findings: true });
    let came = false;
    const progress = async (stage: string, done: number) => {
      if (came || stage !== "write" || done > 0) return;
      came = true;
      await saveResult(db, { ...result, uses: result.uses.slice(1) }, { at: monday, source: "upload", findings: false });
    };
    const judged = await judgeAll(db, { program, at: tuesday, why: "program", progress });
    expect(judged?.uses).toBe(result.uses.length - 1);
    expect(await db.selectFrom("staged_findings").select("id").execute()).toEqual([]);
  });
});
