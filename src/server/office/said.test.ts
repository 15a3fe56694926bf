import { expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import { readRecords, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { exampleProgram } from "../testing/cases-office.ts";
import { someone, testOffice } from "../testing/office.ts";

const admin = someone("ada", [{ role: "admin" }]);

onEachDatabase((databases) => {
  test("what is said by hand is said of what there is, and a release takes no step that it cannot", async () => {
    const example = await exampleProgram();
    const program = { ...example, organization: { ...example.organization, products: sampleResult.program.organization.products } };
    const office = await testOffice({ database: await databases.fresh(), program: { program, digest: program.digest } });
    const say = (body: object) => office.ask<{ code?: string; title?: string }>("POST", "/api/records", { as: admin, body });
    const subject = "product:shop";
    const refused = async (body: object) => {
      const { status, body: answer } = await say(body);
      return [status, answer.code];
    };
    const wrong = [422, "input-invalid"];
    expect(await refused({ kind: "obligation", subject, id: "cake", data: { state: "fulfilled", evidence: "x" } })).toEqual(wrong);
    expect(await refused({ kind: "obligation", subject, id: "license-text", data: { state: "waived" } })).toEqual(wrong);
    expect(await refused({ kind: "obligation", subject, id: "license-text", data: { state: "fulfilled" } })).toEqual(wrong);
    expect(await refused({ kind: "acknowledgement", subject: "policy:cake", data: { version: "1" } })).toEqual(wrong);
    expect(await refused({ kind: "release", subject: "repository:x", id: "1.0.0", data: { to: "planned" } })).toEqual(wrong);
    expect(await refused({ kind: "release", subject, data: { to: "planned" } })).toEqual(wrong);
    expect(
      await refused({ kind: "release", subject, id: "1.0.0", data: { to: "frozen", findingsOpen: 0, inventory: "0".repeat(64) } }),
    ).toEqual(wrong);
    // Nothing is known yet: there is nothing to freeze.
    expect((await say({ kind: "release", subject, id: "1.0.0", data: { to: "frozen" } })).status).toBe(409);
    await saveResult(
      office.deps.database.sql,
      { ...sampleResult, program },
      { at: new Date("2026-03-02T08:00:00Z"), source: "upload", findings: true },
    );
    expect(await refused({ kind: "release", subject, id: "1.0.0", data: { to: "shipped" } })).toEqual([409, "release-not-taken"]);
    expect((await say({ kind: "release", subject, id: "1.0.0", data: { to: "frozen" } })).status).toBe(201);
    const [step] = await readRecords(office.deps.database.sql, { kinds: ["release"] });
    expect(step?.data).toMatchObject({ to: "frozen", inventory: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await say({ kind: "obligation", subject, id: "license-text", data: { state: "fulfilled", evidence: "NOTICE" } })).status).toBe(
      201,
    );
  });
});
