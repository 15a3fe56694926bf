// Approvals lapse when facts change, not by the calendar: what a new result, the program or a known exploit makes of them.
import { beforeAll, expect, test } from "vitest";
import type { Program } from "#program";
import type { ResultVulnerability } from "#scan";
import { type Database, readCase, readRecords } from "#store";
import { onEachDatabase } from "#store/testing";
import { actor, casesOffice, type CasesOffice, useFields } from "../testing/cases-office.ts";
import { component, seen } from "../testing/seen.ts";
import { openCase } from "./actions.ts";
import { lapseChanged } from "./on-facts.ts";

const names = ["left", "relicensed", "abandoned", "old", "exploited"];
const exploited = (index: number): ResultVulnerability =>
  ({
    id: "CVE-2026-1",
    aliases: [],
    severity: "critical",
    exploited: { since: "2026-11-30" },
    affects: [{ component: index, sure: true, open: true, answers: [] }],
  }) as unknown as ResultVulnerability;

onEachDatabase((databases) => {
  let database: Database;
  let world: CasesOffice;
  let program: Program;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    database = await databases.fresh();
    world = await casesOffice(database, (given) => {
      program = given;
      return given;
    });
    await seen(
      database,
      names.map((name) => component(name)),
    );
    for (const name of names) {
      const fields = { ...useFields, component: `pkg:npm/${name}@1.2.3` };
      const { state } = await openCase(world.office, actor("ts"), { kind: "use", fields, submit: true });
      expect([name, state.phase]).toEqual([name, "approved"]);
      ids.set(name, state.id);
    }
  });

  const phases = async () =>
    Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await readCase(database.sql, ids.get(name) ?? ""))?.state.phase] as const)),
    );

  test("nothing lapses while everything is as it was, however often it is looked at", async () => {
    await seen(
      database,
      names.map((name) => component(name)),
    );
    expect(await lapseChanged(world.office)).toEqual([]);
    expect(await lapseChanged(world.office)).toEqual([]);
  });

  test("another licence, a project that was given up and an exploited vulnerability end an approval, each told with its reason", async () => {
    const now = [
      component("left"),
      component("relicensed", { license: "BUSL-1.1", declared: [{ text: "BUSL-1.1", from: "lockfile" }] }),
      component("abandoned", { health: { deprecated: true, latest: "1.2.3" } }),
      // Of an old version it is advice to take a newer one.
      component("old", { health: { deprecated: true, latest: "2.0.0" } }),
      component("exploited"),
    ];
    await seen(database, now, [exploited(4)]);
    const lapsed = await lapseChanged(world.office);
    expect(lapsed.toSorted()).toEqual(["relicensed", "abandoned", "exploited"].map((name) => ids.get(name)).sort());
    expect(await phases()).toEqual({ left: "approved", relicensed: "lapsed", abandoned: "lapsed", old: "approved", exploited: "lapsed" });
    const told = await readRecords(database.sql, { kinds: ["lapse"] });
    expect(Object.fromEntries(told.map(({ id, data }) => [id, data?.["because"]]))).toEqual({
      [ids.get("relicensed") ?? ""]: ["license-changes"],
      [ids.get("abandoned") ?? ""]: ["project-archived"],
      [ids.get("exploited") ?? ""]: ["exploited-vulnerability"],
    });
    // Once: what lapsed is not approved any more.
    expect(await lapseChanged(world.office)).toEqual([]);
  });

  test("a use that is another one now ends what approved it: another way out of the house, or a statement of licenses.yaml", async () => {
    const [web] = program.organization.products.filter(({ id }) => id === "claims-portal");
    if (!web) throw new Error("the example has no portal");
    const device = {
      ...web,
      deliverables: web.deliverables.map((each) => (each.id === "web" ? { ...each, distribution: "embedded" as const } : each)),
    };
    const products = program.organization.products.map((each) => (each === web ? device : each));
    const elsewhere = { ...program, organization: { ...program.organization, products } };
    const office = { ...world.office, program: async () => ({ program: elsewhere, digest: program.digest }) };
    // Beside those that were opened anew when the others lapsed.
    expect(await lapseChanged(office)).toEqual(expect.arrayContaining([ids.get("left"), ids.get("old")]));
    const [last] = (await readRecords(database.sql, { kinds: ["lapse"] })).filter(({ id }) => id === ids.get("left"));
    expect(last?.data?.["because"]).toEqual(["use-changes"]);
  });
});
