import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import type { ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";
import type { Tables } from "../database/tables.ts";
import { onEachDatabase } from "../testing/databases.ts";
import { outcomeOf } from "./codes.ts";
import { currentResult, numberedHead } from "./current.ts";
import { type SaveOptions, saveResult } from "./save.ts";
import { listRuns, runById } from "./lists/runs.ts";
import { pastDeliveries } from "./past.ts";
import { mergeUses } from "./uses.ts";

const [monday, tuesday, friday] = ["2026-03-02", "2026-03-03", "2026-03-06"].map((day) => new Date(`${day}T08:00:00Z`)) as [
  Date,
  Date,
  Date,
];

function upload(at: Date, rest: Partial<SaveOptions> = {}): SaveOptions {
  return { at, source: "upload", findings: true, ...rest };
}

/** The sample as if one repository had been read alone. */
function only(repository: string, change: Partial<ScanResult> = {}): ScanResult {
  return {
    ...sampleResult,
    repositories: sampleResult.repositories.filter(({ id }) => id === repository),
    uses: sampleResult.uses.filter((use) => use.repository === repository),
    ...change,
  };
}

/** The repository `till`, which uses that many components. */
function ofMany(count: number): ScanResult {
  const [component, use] = [sampleResult.components[0], sampleResult.uses.find(({ repository }) => repository === "till")];
  if (!component || !use) throw new Error("the sample has none");
  const many = Array.from({ length: count }, (_, index) => index);
  return only("till", {
    components: many.map((index) => ({
      ...component,
      purl: `pkg:npm/many-${String(index).padStart(6, "0")}@1.0.0`,
      name: `many-${index}`,
    })),
    uses: many.map((index) => ({ ...use, component: index })),
  });
}

/** A use of a place that is not there. */
const STAGED = {
  version: 1,
  place: 4711,
  component: 1,
  product: null,
  search: "",
  scope: 0,
  direct: null,
  depth: null,
  outcome: 0,
  manifests: "[]",
  path: null,
};

async function whatIsThere(db: Kysely<Tables>) {
  const results = await db.selectFrom("results").select("id").execute();
  const staged = await db.selectFrom("staged_uses").select("result").execute();
  const uses = await db.selectFrom("uses").selectAll().orderBy("id").execute();
  return { uses, results: results.length, staged: staged.length };
}

onEachDatabase((databases) => {
  test("a result is kept whole: components, uses, findings with their details", async () => {
    const { sql: db } = await databases.fresh();
    const saved = await saveResult(db, sampleResult, upload(monday));
    expect(saved).toMatchObject({ covers: "everything", uses: sampleResult.uses.length });
    const uses = await db.selectFrom("uses").selectAll().where("gone_at", "is", null).execute();
    expect(uses).toHaveLength(sampleResult.uses.length);
    const findings = await db.selectFrom("findings").selectAll().orderBy("id").execute();
    expect(findings.map(({ id, outcome }) => [id, outcomeOf(outcome)])).toEqual(
      sampleResult.findings.map(({ id, outcome }) => [id, outcome]).sort(),
    );
    const components = await db.selectFrom("component_counts").select(["component", "uses"]).execute();
    expect(components.map(({ uses: count }) => count)).toEqual([1, 1, 1, 1, 1]);
    expect(await db.selectFrom("staged_uses").selectAll().execute()).toEqual([]);
  });

  test("what is found no more goes inactive with its last day, and returns with its first", async () => {
    const { sql: db } = await databases.fresh();
    const [gone, ...rest] = sampleResult.findings;
    await saveResult(db, sampleResult, upload(monday));
    await saveResult(db, { ...sampleResult, findings: rest }, upload(tuesday));
    const find = () =>
      db
        .selectFrom("findings")
        .selectAll()
        .where("id", "=", gone?.id ?? "")
        .executeTakeFirstOrThrow();
    expect(await find()).toMatchObject({ first_seen: monday, last_seen: monday, gone_at: tuesday });
    await saveResult(db, sampleResult, upload(friday));
    expect(await find()).toMatchObject({ first_seen: monday, last_seen: null, gone_at: null, returned_at: friday });
  });

  test("an outcome that changes is dated, with the one before", async () => {
    const { sql: db } = await databases.fresh();
    const [first, ...rest] = sampleResult.findings as [ScanResult["findings"][number], ...ScanResult["findings"]];
    const other = first.outcome === "deny" ? "review" : "deny";
    await saveResult(db, sampleResult, upload(monday));
    await saveResult(db, { ...sampleResult, findings: [{ ...first, outcome: other }, ...rest] }, upload(tuesday));
    const row = await db.selectFrom("findings").selectAll().where("id", "=", first.id).executeTakeFirstOrThrow();
    expect([outcomeOf(row.outcome), outcomeOf(row.before ?? 0), row.changed_at]).toEqual([other, first.outcome, tuesday]);
  });

  test("a result of one repository leaves the others as they are", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, sampleResult, upload(monday));
    const saved = await saveResult(db, only("till", { uses: [] }), upload(tuesday, { findings: false }));
    expect(saved.covers).toBe("repositories");
    const left = await db.selectFrom("uses").select("product").where("gone_at", "is", null).execute();
    expect(new Set(left.map(({ product }) => product))).toEqual(new Set(["shop"]));
    expect(await db.selectFrom("repositories").select("name").where("gone_at", "is", null).execute()).toHaveLength(2);
  });

  test("a result of everything ends what it does not name", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, sampleResult, upload(monday));
    await saveResult(db, only("till"), upload(tuesday, { covers: "everything" }));
    expect(await db.selectFrom("repositories").select("name").where("gone_at", "is", null).execute()).toEqual([{ name: "till" }]);
    const left = await db.selectFrom("uses").select("product").where("gone_at", "is", null).execute();
    expect(left).toEqual([{ product: "till" }]);
  });

  test("what fails on its way leaves nothing behind", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, sampleResult, upload(monday));
    const failing = upload(tuesday, { alongside: () => Promise.reject(new Error("no record")) });
    await expect(saveResult(db, { ...sampleResult, findings: [] }, failing)).rejects.toThrow("no record");
    expect(await db.selectFrom("results").select("id").execute()).toHaveLength(1);
    expect(await db.selectFrom("findings").select("id").where("gone_at", "is not", null).execute()).toEqual([]);
    expect(await db.selectFrom("staged_findings").select("id").execute()).toEqual([]);
  });

  test("a portion that cannot be kept ends the whole: once it is told nothing more is written, and nothing is left to see", async () => {
    const { sql: db } = await databases.fresh();
    await saveResult(db, sampleResult, upload(monday));
    const before = await whatIsThere(db);
    const large = ofMany(30);
    // In the fourth of fifteen portions; no boolean.
    const uses = large.uses.map((use, index) => (index === 7 ? { ...use, direct: "perhaps" } : use)) as unknown as ScanResult["uses"];
    await expect(saveResult(db, { ...large, uses }, upload(tuesday, { findings: false, letGo: true, portion: 2 }))).rejects.toThrow(
      /boolean/,
    );
    expect(await whatIsThere(db)).toEqual(before);
  });

  test("a result in portions that is let go of is kept like any other, and once more changes nothing", async () => {
    const { sql: db } = await databases.fresh();
    const large = () => ofMany(7);
    const saved = await saveResult(db, large(), upload(monday, { findings: false, covers: "repositories", letGo: true, portion: 2 }));
    expect(saved).toMatchObject({ components: 7, uses: 7 });
    const kept = await db.selectFrom("uses").selectAll().orderBy("id").execute();
    expect(kept).toHaveLength(7);
    await saveResult(db, large(), upload(tuesday, { findings: false, covers: "repositories", letGo: true, portion: 2 }));
    expect(await db.selectFrom("uses").selectAll().orderBy("id").execute()).toEqual(kept);
    const fewer = { ...large(), uses: large().uses.slice(1) };
    await saveResult(db, fewer, upload(friday, { findings: false, covers: "repositories" }));
    const gone = await db
      .selectFrom("uses")
      .innerJoin("versions", "versions.id", "uses.version")
      .select(["versions.purl", "uses.first_seen", "uses.gone_at"])
      .where("uses.gone_at", "is not", null)
      .execute();
    expect(gone).toEqual([{ purl: large().components[0]?.purl, first_seen: monday, gone_at: friday }]);
  });

  test("a result is seen once it is whole: what a killed server left half is no result, and goes after a day", async () => {
    const { sql: db } = await databases.fresh();
    const { id } = await saveResult(db, sampleResult, upload(monday));
    const { id: _id, ...row } = await db.selectFrom("results").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect(row.kept).toBe(true);
    const half = await db
      .insertInto("results")
      .values({ ...row, kept: false })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("staged_uses")
      .values({ ...STAGED, result: half.id })
      .execute();
    expect((await numberedHead(db))?.id).toBe(id);
    expect((await listRuns(db, { limit: 10 })).items.map((run) => run.id)).toEqual([id]);
    expect(await runById(db, half.id)).toBeUndefined();
    expect(await pastDeliveries(db, 10)).toHaveLength(1);
    await saveResult(db, sampleResult, upload(friday));
    expect(await db.selectFrom("results").select("id").where("id", "=", half.id).execute()).toEqual([]);
    expect((await whatIsThere(db)).staged).toBe(0);
  });

  test("uses of a repository that was taken back while they came in are refused", async () => {
    const { sql: db } = await databases.fresh();
    await db
      .insertInto("staged_uses")
      .values({ ...STAGED, result: 1 })
      .execute();
    const merging = db.transaction().execute((tx) => mergeUses(tx, 1, { repositories: [1], covers: "repositories", at: monday }));
    await expect(merging).rejects.toMatchObject({ code: "result-overtaken", blame: "conflict" });
    expect(await db.selectFrom("uses").select("id").execute()).toEqual([]);
  });

  test("texts that PostgreSQL cannot hold do not stop a result", async () => {
    const { sql: db } = await databases.fresh();
    const [first, ...rest] = sampleResult.components as [ScanResult["components"][number], ...ScanResult["components"]];
    const hostile = { ...first, name: "a\u0000b\ud800", declared: [{ text: "\udc00", from: "x\u0000", path: "p" }] };
    await saveResult(db, { ...sampleResult, components: [hostile, ...rest] } as ScanResult, upload(monday));
    const found = await db.selectFrom("components").select("name").where("purl", "=", "pkg:cargo/serde").executeTakeFirstOrThrow();
    expect(found.name).toBe("a\uFFFDb\uFFFD");
  });

  test("what is known of one component is a result in which it can be judged", async () => {
    const { sql: db } = await databases.fresh();
    expect(await currentResult(db)).toBeUndefined();
    await saveResult(db, sampleResult, upload(monday));
    const known = await currentResult(db, { purl: "pkg:npm/either@9.9.9" });
    expect(known?.components).toEqual([sampleResult.components[3]]);
    expect(known?.uses).toEqual([{ ...sampleResult.uses[3], component: 0 }]);
    expect(known?.repositories).toEqual(sampleResult.repositories);
    expect(known?.program).toEqual(sampleResult.program);
  });
});
