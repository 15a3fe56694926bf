// What the office knows of a use goes before what a request says: licence, statements of licenses.yaml, vulnerabilities, ways out of the house.
import { beforeAll, expect, test } from "vitest";
import type { FieldValues, Program } from "#program";
import type { ResultVulnerability } from "#scan";
import { type Database, readCase } from "#store";
import { onEachDatabase } from "#store/testing";
import { changesJudgement } from "../judging/judge-job.ts";
import { actor, casesOffice, type CasesOffice, useFields } from "../testing/cases-office.ts";
import { noJobs } from "../testing/office.ts";
import { component, seen } from "../testing/seen.ts";
import { openCase } from "./actions.ts";

const vulnerable: ResultVulnerability = {
  id: "CVE-2026-1",
  aliases: ["GHSA-1"],
  severity: "critical",
  exploited: { by: "kev", since: "2026-11-30" },
  sources: ["osv"],
  affects: [{ component: 1, sure: true, open: true, openIn: ["claims-portal"], answers: [] }],
};

const stated = {
  component: "pkg:npm/changed@1.2.3",
  modified: true,
  linkage: "dynamic",
  position: { file: "licenses.yaml", line: 1, column: 1 },
} as const;

onEachDatabase((databases) => {
  let database: Database;
  let world: CasesOffice;

  beforeAll(async () => {
    database = await databases.fresh();
    world = await casesOffice(database, (program) => ({ ...program, licenses: { ...program.licenses, uses: [stated] } }));
    await seen(
      database,
      ["left", "open", "changed"].map((name) => component(name)),
      [vulnerable],
    );
  });

  const request = async (fields: FieldValues) => {
    const { state } = await openCase(world.office, actor("ts"), { kind: "use", fields: { ...useFields, ...fields }, submit: true });
    return { state, events: (await readCase(database.sql, state.id))?.events.map(({ event }) => event) ?? [] };
  };

  test("a licence, a change and a linkage that are known otherwise are set right before anything is judged, with the reason", async () => {
    const { state, events } = await request({ component: "pkg:npm/changed@1.2.3", license: "GPL-3.0-only", changes: "a mended bug" });
    expect(state.fields).toMatchObject({ license: "MIT", modified: true, linkage: "dynamic" });
    expect(events.map(({ is }) => is).slice(0, 4)).toEqual(["opened", "facts-changed", "submitted", "judged"]);
    expect(events[1]).toMatchObject({
      by: "office",
      because: ["license: the last run read MIT (lockfile)", "modified: licenses.yaml says so", "linkage: licenses.yaml says so"],
    });
  });

  test("a way out of the house that no deliverable of the product takes is told, and what rules would allow goes to people", async () => {
    expect((await request({ component: "pkg:npm/left@1.2.3" })).state).toMatchObject({ phase: "approved" });
    const { state } = await request({ component: "pkg:npm/left@1.2.3", distribution: "embedded" });
    expect(state.phase).toBe("review");
    expect(state.lanes.map(({ id }) => id)).toContain("legal");
    expect(state.judged?.because).toContainEqual(
      expect.stringMatching(/^distribution: the request says embedded, the deliverables of claims-portal are .*browser/),
    );
    const denied = await request({ component: "pkg:npm/net@1.0.0", license: "AGPL-3.0-only", distribution: "embedded" });
    expect(denied.state.phase).toBe("rejected");
  });

  test("vulnerabilities that results told count in a request", async () => {
    const { state } = await request({ component: "pkg:npm/open@1.2.3" });
    expect(state.judged?.findings?.map(({ rule }) => rule)).toEqual(expect.arrayContaining([EXPLOITED]));
    expect(state.phase).toBe("rejected");
  });

  test("an approval orders a judgement of everything where a rule asks for approvals, and only there", async () => {
    const asking = askingApproval(world.program);
    expect([changesJudgement("approval", world.program), changesJudgement("approval", asking)]).toEqual([false, true]);
    expect([changesJudgement("waiver", world.program), changesJudgement("deployment", asking)]).toEqual([true, false]);
    const sent: string[] = [];
    const jobs = { ...noJobs, send: async (_tx: unknown, queue: string) => (sent.push(queue), "") };
    for (const program of [world.program, asking]) {
      const office = { ...world.office, jobs, program: async () => ({ program, digest: program.digest }) };
      await openCase(office, actor("ts"), {
        kind: "use",
        fields: { ...useFields, component: `pkg:npm/new@${sent.length}.0.1` },
        submit: true,
      });
      expect(sent).toEqual(program === asking ? ["judge"] : []);
    }
  });
});

const EXPLOITED = "nothing-exploited";

/** The same rules, one of which asks whether somebody approved. */
function askingApproval(program: Program): Program {
  const [first, ...rest] = program.policies;
  const [rule, ...rules] = first?.rules ?? [];
  if (!first || !rule) throw new Error("the example has no rule");
  return {
    ...program,
    policies: [
      { ...first, rules: [...rules, { ...rule, id: "asks-approval", about: "usage", when: "component.approved == false" }] },
      ...rest,
    ],
  };
}
