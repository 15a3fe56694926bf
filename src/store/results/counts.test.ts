import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";
import type { Tables } from "../database/tables.ts";
import { onEachDatabase } from "../testing/databases.ts";
import { refreshCounts } from "./counts.ts";
import { saveResult } from "./save.ts";

const monday = new Date("2026-03-02T08:00:00Z");
const tuesday = new Date("2026-03-03T08:00:00Z");

async function counts(db: Kysely<Tables>) {
  const components = await db.selectFrom("component_counts").selectAll().orderBy("component").execute();
  const versions = await db.selectFrom("version_counts").selectAll().orderBy("version").execute();
  const units = await db.selectFrom("component_units").selectAll().orderBy("component").orderBy("unit").execute();
  return { components, versions, units };
}

/** Another product of another unit, with a repository of its own that uses all but one component, and knows one more. */
function ofAnother(): ScanResult {
  const [first] = sampleResult.repositories;
  const [product] = sampleResult.program.organization.products;
  if (!first || !product) throw new Error("the sample has none");
  const components = sampleResult.components.slice(1);
  const uses = components.map((_, component) => ({
    ...(sampleResult.uses[0] as (typeof sampleResult.uses)[number]),
    component,
    repository: "group/other",
    product: "other",
  }));
  const organization = { ...sampleResult.program.organization, products: [{ ...product, id: "other", unit: "another" }] };
  return {
    ...sampleResult,
    program: { ...sampleResult.program, organization },
    repositories: [{ ...first, id: "group/other", products: ["other"] }],
    components,
    uses,
    findings: [],
    verdicts: [],
  };
}

onEachDatabase((databases) => {
  test("what is counted of a result's own repositories is what counting everything anew gives", async () => {
    const { sql: db } = await databases.fresh();
    const save = (result: ScanResult, at: Date, covers: "everything" | "repositories") =>
      saveResult(db, result, { at, source: "upload", findings: false, covers });
    const agrees = async () => {
      const kept = await counts(db);
      await db.transaction().execute((tx) => refreshCounts(tx));
      expect(kept).toEqual(await counts(db));
      return kept;
    };
    await save(sampleResult, monday, "everything");
    const alone = await agrees();
    await save(ofAnother(), monday, "repositories");
    const both = await agrees();
    expect(both).not.toEqual(alone);
    expect(new Set(both.units.map(({ unit }) => unit))).toContain("another");
    await save({ ...ofAnother(), uses: ofAnother().uses.slice(0, 1) }, tuesday, "repositories");
    const fewer = await agrees();
    expect(fewer.units.filter(({ unit }) => unit === "another")).toHaveLength(1);
    await save({ ...ofAnother(), uses: [] }, tuesday, "repositories");
    expect(await agrees()).toEqual(alone);
    await sql`update uses set gone_at = now()`.execute(db);
    await db.transaction().execute((tx) => refreshCounts(tx));
    expect(await counts(db)).toEqual({ components: [], versions: [], units: [] });
  });
});
