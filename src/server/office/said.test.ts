import { expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import { readRecords, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { exampleProgram } from "../testing/cases-office.ts";
import { judgedProgram } from "../judging/judged-program.ts";
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
    // Said twice, a step is the same step, and not one out of order; once it went back, the same words are a new one.
    expect(await say({ kind: "release", subject, id: "1.0.0", data: { to: "frozen" } })).toMatchObject({
      status: 200,
      body: { number: step?.number, again: true },
    });
    const taken = async (data: object) => (await say({ kind: "release", subject, id: "1.0.0", data })).status;
    expect([await taken({ to: "planned", because: "a library was changed" }), await taken({ to: "frozen" })]).toEqual([201, 201]);
    expect(await refused({ kind: "release", subject, id: "1.0.0", at: "2026-01-01T00:00:00Z", data: { to: "shipped" } })).toEqual([
      409,
      "release-not-taken",
    ]);
    // Two at once: one of them takes the step, whoever says the same hears so, whoever says another is told why not.
    const again = await Promise.all([1, 2, 3, 4].map(() => say({ kind: "release", subject, id: "2.0.0", data: { to: "frozen" } })));
    expect(again.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    await taken({ to: "planned", because: "again" });
    const rivals = await Promise.all(
      ["a", "b", "c"].map((because) => say({ kind: "release", subject, id: "1.0.0", data: { to: "frozen", because } })),
    );
    expect(rivals.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("what stands as it was said last is the same again; what stood otherwise in between is not", async () => {
    const program = await exampleProgram();
    const office = await testOffice({ database: await databases.fresh(), program: { program, digest: program.digest } });
    const say = (body: object, as = admin) => office.ask<{ again: boolean; number: number }>("POST", "/api/records", { as, body });
    const subject = `product:${program.organization.products[0]?.id}`;
    const again = async (body: object, as = admin) => (await say(body, as)).body.again;
    const fulfilled = { kind: "obligation", subject, id: "license-text", data: { state: "fulfilled", evidence: "NOTICE" } };
    const open = { ...fulfilled, data: { state: "open" } };
    expect([await again(fulfilled), await again(fulfilled), await again(open), await again(fulfilled)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const one = { ...fulfilled, data: { ...fulfilled.data, component: "pkg:npm/left-pad@1.3.0" } };
    expect([await again(one), await again(fulfilled)]).toEqual([false, true]);
    const read = { kind: "acknowledgement", subject: "policy:compliance" };
    const other = someone("bert", [{ role: "admin" }]);
    expect([await again(read), await again(read), await again(read, other), await again(read)]).toEqual([false, true, false, true]);
    const [kept] = await readRecords(office.deps.database.sql, { kinds: ["acknowledgement"] });
    expect(kept?.data).toMatchObject({ text: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const affirmed = { kind: "attestation", id: "training", data: { value: true } };
    expect([await again(affirmed), await again(affirmed)]).toEqual([false, true]);
    expect(await again({ ...affirmed, data: { value: false } })).toBe(false);
    expect(await again(affirmed)).toBe(false);
    const timed = { ...affirmed, at: "2026-01-02T00:00:00.000Z" };
    expect([await again(timed), await again(timed)]).toEqual([false, true]);
  });

  test("a step of a delivery, an acknowledged policy and a file of approvals count once, however many say them at once", async () => {
    const program = await exampleProgram();
    const office = await testOffice({ database: await databases.fresh(), program: { program, digest: program.digest } });
    const thrice = async (url: string, body: object) =>
      Promise.all([1, 2, 3].map(() => office.ask<{ again?: boolean }>("POST", url, { as: admin, body })));
    const steps = await thrice("/api/suppliers/zytglogge/calendar/steps", { version: "9.9", to: "requested" });
    expect(steps.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const approvals = {
      name: "a.csv",
      digest: "a".repeat(64),
      decisions: [{ component: "pkg:npm/a@1.0.0", outcome: "approved", at: "2026-01-01", origin: "csv" }],
    };
    const curations = [{ component: "pkg:npm/b@1.0.0", license: "MIT", because: "read" }];
    const files = await thrice("/api/imports/approvals", { ...approvals, curations });
    const { licenses } = await judgedProgram(office.deps);
    expect(licenses.curations.at(-1)).toMatchObject({ component: "pkg:npm/b@1.0.0", concluded: "MIT", because: "read", by: "ada" });
    expect(licenses.curations).toHaveLength(program.licenses.curations.length + 1);
    expect(files.map(({ body }) => body.again).sort()).toEqual([false, true, true]);
    const read = await thrice("/api/records", { kind: "acknowledgement", subject: "policy:compliance" });
    expect(read.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const kept = await readRecords(office.deps.database.sql, { kinds: ["supplier-delivery", "approval", "acknowledgement"] });
    expect(kept.map(({ kind }) => kind).sort()).toEqual(["acknowledgement", "approval", "supplier-delivery"]);
  });
});
