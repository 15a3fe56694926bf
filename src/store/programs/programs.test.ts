import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { onEachDatabase } from "../testing/databases.ts";
import { filesDigest, filesOf, inForce, programLoader, putInForce } from "./programs.ts";

const packsFolder = join(import.meta.dirname, "..", "..", "..", "packs");
const small = { "organization.yaml": "schema: allmend.organization/1\norganization: Muster\nid: muster\n" };
const at = new Date("2026-03-02T08:00:00Z");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "allmend-programs-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

onEachDatabase((databases) => {
  test("the version put in force last is in force, loaded with its packs, once", async () => {
    const { sql: db } = await databases.fresh();
    const load = programLoader({ folder: folder(), packsFolder, measures: new Set() });
    expect(await load(db)).toBeUndefined();
    const first = await putInForce(db, { files: small, digest: "d1", at, by: "ci" });
    expect(first).toEqual({ id: filesDigest(small), changed: true });
    expect(await putInForce(db, { files: small, digest: "d1", at })).toMatchObject({ changed: false });
    const [one, two] = await Promise.all([load(db), load(db)]);
    expect(one?.loaded.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(one?.loaded.program?.organization.id).toBe("muster");
    expect(two?.loaded).toBe(one?.loaded);

    const renamed = { "organization.yaml": small["organization.yaml"].replace("organization: Muster", "organization: Other") };
    await putInForce(db, { files: renamed, digest: "d2", at });
    expect((await load(db))?.loaded.program?.organization.name).toBe("Other");
    // Going back to an earlier one is a step like any.
    await putInForce(db, { files: small, digest: "d1", at });
    expect(await inForce(db)).toMatchObject({ id: filesDigest(small), digest: "d1" });
    expect(await filesOf(db, filesDigest(renamed))).toEqual(renamed);
  });
});
