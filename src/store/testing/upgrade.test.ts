// A database of every schema that was released becomes one of today, and nothing of it is lost.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { migrations } from "../migrations/index.ts";
import { listFindings } from "../results/lists/findings.ts";
import { verifyRecord } from "../record/verify.ts";
import { onEachDatabase } from "./databases.ts";
import { columnsDigest, type Dump, dump, load } from "./dump.ts";

const folder = join(import.meta.dirname, "fixtures");
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("there is a dump of the newest schema", () => {
  const known = fixtures.map((name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as Dump).schema);
  expect(known, "make one: src/store/testing/fixtures/README.md").toContain(migrations.at(-1)?.id);
});

/** Columns that stand in another table since: the table, and the column in which it says of which row it speaks. Where nothing counts there is no line. */
const moved: Readonly<Record<string, { readonly columns: readonly string[]; readonly to: string; readonly of: string }>> = {
  components: { columns: ["uses", "products", "versions"], to: "component_counts", of: "component" },
  versions: { columns: ["uses"], to: "version_counts", of: "version" },
};

type Rows = Dump["tables"][string];

/** Rows as they stood, with what moved brought back. */
function asBefore(table: string, rows: Rows, now: Dump, known: ReadonlySet<string>): Rows {
  const move = moved[table];
  if (!move?.columns.some((column) => known.has(column))) return rows;
  return rows.map((row) => {
    const counted = now.tables[move.to]?.find((each) => each[move.of] === row["id"]);
    return { ...row, ...Object.fromEntries(move.columns.map((column) => [column, counted?.[column] ?? 0])) };
  });
}

describe.each(fixtures)("the dump %s", (name) => {
  const old = JSON.parse(readFileSync(join(folder, name), "utf8")) as Dump;

  onEachDatabase((databases) => {
    test("migrates to the schema of today with everything that it holds", async () => {
      const database = await databases.empty();
      try {
        await migrate(database, { upTo: old.schema });
        expect(await columnsDigest(database.sql), "a migration that this dump knows was changed").toBe(old.columns);
        await load(database.sql, old);
        await migrate(database);
        const now = await dump(database.sql);
        for (const [table, rows] of Object.entries(old.tables)) {
          // What came to a row since is no loss.
          const known = new Set(rows.flatMap((row) => Object.keys(row)));
          const kept = asBefore(table, now.tables[table] ?? [], now, known).map((row, index) =>
            Object.fromEntries(Object.keys(rows[index] ?? {}).map((key) => [key, row[key]])),
          );
          expect([table, kept]).toEqual([table, rows]);
        }
        expect((await verifyRecord(database.sql, { checkpoints: [], bad: [] })).flaws).toEqual([]);
        const findings = await listFindings(database.sql, {}, "all", { limit: 200 });
        expect(findings.items.length).toBe(old.tables.findings?.length);
      } finally {
        await database.close();
      }
    });
  });
});
