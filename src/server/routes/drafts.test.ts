// A draft's way: begun, checked, planned, taken as a patch, put in force; and the history that it leaves behind.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import { type Database, putInForce, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { loadOptions } from "../judging/load-options.ts";
import { programInForce } from "../program.ts";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-drafts-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const lawyer = someone("dario", [{ role: "viewer" }]);
const admin = someone("ada", [{ role: "admin" }]);
const organization =
  "schema: allmend.organization/1\norganization: Muster\nid: muster\nlanguages: [en, de]\nextends: [starter@1]\nteams:\n  ospo: { lead: none, members: [] }\n";
const files = { "organization.yaml": organization };
const PATH = "policies/compliance.md";

type Start = { text: string; from: string; version: string };
type Problems = { valid: boolean; problems: { file: string; line?: number; message: string; hint?: string; severity: string }[] };

async function officeOn(database: Database, programFolder?: { location: string; always: boolean }): Promise<TestOffice> {
  const program = programInForce({ database, home, packsFolder: loadOptions().packsFolder });
  return testOffice({
    database,
    home,
    clock: () => new Date("2026-11-02T08:00:00Z"),
    deps: { program, ...(programFolder ? { programFolder } : {}) },
  });
}

onEachDatabase((databases) => {
  let office: TestOffice;
  let start: Start;
  beforeAll(async () => {
    const database = await databases.fresh();
    office = await officeOn(database);
    await putInForce(database.sql, { files, digest: "d", at: new Date("2026-10-01T08:00:00Z"), by: "ada" });
    await saveResult(
      database.sql,
      { ...sampleResult, vulnerabilities: [] },
      { at: new Date("2026-11-01T08:00:00Z"), source: "upload", findings: true },
    );
    start = (await office.ask<Start>("GET", `/api/program/documents/text?path=${PATH}&rule=permissive-is-fine`, { as: lawyer })).body;
  });
  const send = <Body>(what: string, text: string, as = lawyer) =>
    office.ask<Body>("POST", `/api/program/drafts/${what}`, { as, body: { changes: { [PATH]: text } } });

  test("hostile paths and numbers of documents are refused as somebody's mistake, not ours", async () => {
    for (const path of ["__proto__", "constructor", "toString"])
      expect((await office.ask("GET", `/api/program/documents/text?path=${path}`, { as: lawyer })).status, path).toBe(404);
    const check = (changes: object, what = "check") =>
      office.ask<{ code: string; title: string }>("POST", `/api/program/drafts/${what}`, { as: lawyer, body: { changes } });
    const clash = await check({ "organization.yaml/x.md": "x" });
    expect(clash).toMatchObject({ status: 422, body: { title: "“organization.yaml” is a document and a folder at once" } });
    expect((await check({ "cases/a": "x", "cases/a/b.yaml": "x" })).status).toBe(422);
    expect((await check({ constructor: "x\n" }, "patch")).body).toMatchObject({ patch: expect.stringContaining("new file") });
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`registers/r${n}.yaml`, "x"]));
    expect(await check(many)).toMatchObject({ status: 422, body: { code: "input-invalid" } });
  });

  test("what is no text is refused at the door of every route", async () => {
    for (const path of ["/api/people?search=%00", "/api/cases?phase=a%00b", "/api/records?kind=%00", "/api/record?what=%00"])
      expect(await office.ask("GET", path, { as: admin }), path).toMatchObject({ status: 422, body: { code: "input-invalid" } });
    for (const commit of ["a\u0000b", "\ud800"]) {
      const body = { id: "run", about: "repository:shop", commit };
      const { status } = await office.ask("POST", "/api/deployments", { as: admin, body });
      expect(status, JSON.stringify(commit)).toBe(422);
    }
    const subject = { kind: "attestation", subject: "\ud800", id: "x" };
    expect((await office.ask("POST", "/api/records", { as: admin, body: subject })).status).toBe(422);
    expect((await office.ask<{ flaws: unknown[] }>("GET", "/api/record/verification", { as: admin })).body.flaws).toEqual([]);
    const empty = await office.app.inject({ method: "POST", url: "/api/results" });
    expect(empty.statusCode).not.toBe(500);
  });

  test("it begins with the sentence and the rule that the pack brings", async () => {
    expect(start.from).toBe("new");
    expect(start.text).toContain("policy: compliance\n");
    expect(start.text).toContain("Permissive licences may be used everywhere.");
    expect(start.text).toContain("```yaml rule\nid: permissive-is-fine\n");
    expect((await send<Problems>("check", start.text)).body).toMatchObject({ valid: true });
    const { body } = await office.ask<{ home: string; documents: { path: string; pack?: string }[] }>("GET", "/api/program/documents", {
      as: lawyer,
    });
    expect(body.home).toBe("database");
    expect(body.documents).toContainEqual({ path: PATH, what: "policy", area: "compliance", pack: "starter" });
  });

  test("what is wrong is told with file, line and what to do, and nothing leaves then", async () => {
    const wrong = start.text.replace('"permissive"', '"permisive"');
    const { body } = await send<Problems>("check", wrong);
    expect(body.valid).toBe(false);
    const [error] = body.problems.filter(({ severity }) => severity === "error");
    expect(error).toMatchObject({ file: PATH, message: expect.stringContaining("permisive") });
    expect(wrong.split("\n")[(error?.line ?? 0) - 1]).toContain("permisive");
    expect(JSON.stringify(body)).not.toContain(home);
    expect(await send("plan", wrong)).toMatchObject({ status: 422, body: { code: "program-invalid" } });
    for (const what of ["check", "plan"]) {
      const payload = { changes: { [PATH]: wrong } };
      const headers = { "x-test-caller": lawyer.id, "accept-language": "de-CH" };
      const german = await office.app.inject({ method: "POST", url: `/api/program/drafts/${what}`, headers, payload });
      const told = german.json<Problems>().problems.find(({ severity }) => severity === "error");
      expect(told?.message, what).toBe("«permisive» ist keiner der Werte, die hier stehen können.");
      expect(told).not.toHaveProperty("phrases");
    }
  });

  test("records, addresses of people and paths outside are no documents", async () => {
    for (const path of ["records/x.jsonl", "affiliations.yaml", "../x.md", "/etc/passwd"]) {
      const body = { changes: { [path]: "x" } };
      expect((await office.ask("POST", "/api/program/drafts/check", { as: lawyer, body })).status, path).toBe(422);
      expect((await office.ask("GET", `/api/program/documents/text?path=${encodeURIComponent(path)}`, { as: lawyer })).status, path).toBe(
        422,
      );
    }
  });

  test("its plan counts what changes, its patch is one that git takes", async () => {
    const stricter = start.text.replace("decide: allow", "decide: deny").replaceAll("expect: allow", "expect: deny");
    const plan = await send<{ findings: { added: { count: number } }; uses: { changed: number } }>("plan", stricter);
    expect(plan.status, JSON.stringify(plan.body)).toBe(200);
    expect(plan.body.uses.changed).toBeGreaterThan(0);
    const { body } = await send<{ patch: string; folder: string }>("patch", stricter);
    const folder = mkdtempSync(join(home, "apply-"));
    execFileSync("git", ["init", "-q"], { cwd: folder });
    execFileSync("git", ["apply"], { cwd: folder, input: body.patch });
    expect(readFileSync(join(folder, PATH), "utf8")).toBe(stricter);
  });

  describe("put in force", () => {
    const put = (text: string, base: string, as = admin) =>
      office.ask<{ version: string }>("POST", "/api/program/drafts", {
        as,
        body: { base, changes: { [PATH]: text }, why: "Counsel asked for it." },
      });
    const acknowledge = () => office.ask("POST", "/api/portal/policies/compliance/acknowledgement", { as: lawyer });
    const mine = async () =>
      (await office.ask<{ policy: { acknowledgedByMe: boolean } }>("GET", "/api/portal/policies/compliance", { as: lawyer })).body.policy
        .acknowledgedByMe;

    test("by who may, over the version that they saw, and a policy that changed asks again", async () => {
      await acknowledge();
      expect(await mine()).toBe(true);
      const text = start.text.replace("decide: allow", "decide: warn").replaceAll("expect: allow", "expect: warn");
      expect((await put(text, start.version, lawyer)).status).toBe(403);
      expect(await put(text, "another")).toMatchObject({ status: 409, body: { code: "program-changed" } });
      const done = await put(text, start.version);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      expect(await put(text, start.version)).toMatchObject({ status: 409, body: { code: "program-changed" } });
      expect(await mine()).toBe(false);
      await acknowledge();
      expect(await mine()).toBe(true);
    });

    test("its history says who, when, why and what, and what is otherwise than in the pack", async () => {
      const { body } = await office.ask<{ entries: object[] }>("GET", "/api/portal/history?document=compliance&lang=de", { as: lawyer });
      expect(body.entries[0]).toMatchObject({
        source: "server",
        by: "ada",
        why: "Counsel asked for it.",
        first: false,
        changes: expect.arrayContaining([
          expect.objectContaining({
            is: "part",
            what: "rule",
            id: "permissive-is-fine",
            fields: expect.arrayContaining([{ name: "decide", before: "in Ordnung", after: "Hinweis" }]) as unknown,
          }),
        ]) as unknown,
      });
      expect(body.entries.at(-1)).toMatchObject({ first: true, changes: [] });
      const pack = await office.ask<{ packs: string[]; changes: object[] }>("GET", "/api/portal/history/pack?document=compliance", {
        as: lawyer,
      });
      expect(pack.body.packs).toEqual(["starter@1"]);
      expect(pack.body.changes).toContainEqual(expect.objectContaining({ id: "permissive-is-fine", kind: "changed" }));
      const other = await office.ask<{ entries: object[] }>("GET", "/api/portal/history?document=discovery", { as: lawyer });
      expect(other.body.entries).toHaveLength(1);
    });
  });

  test("where a folder is the program's home, its commits are told, the patch knows the place, and nothing is put in force", async () => {
    const root = mkdtempSync(join(home, "repository-"));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=m@muster.example", ...args], { cwd: root });
    git("init", "-q");
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, "allmend", path)), { recursive: true });
      writeFileSync(join(root, "allmend", path), text);
    };
    write("organization.yaml", organization);
    git("add", "-A");
    git("commit", "-q", "-m", "A program");
    write(PATH, start.text);
    git("add", "-A");
    git("commit", "-q", "-m", "Compliance in our own words");
    const database = await databases.fresh();
    await putInForce(database.sql, { files: { ...files, [PATH]: start.text }, digest: "d", at: new Date("2026-10-01T08:00:00Z") });
    const apart = await officeOn(database, { location: join(root, "allmend"), always: true });
    const history = await apart.ask<{ entries: { source: string }[] }>("GET", "/api/portal/history?document=compliance", { as: lawyer });
    expect(history.body.entries.filter(({ source }) => source === "git")[0]).toMatchObject({
      name: "Mara",
      why: "Compliance in our own words",
      first: false,
    });
    const changed = start.text.replace("may be used everywhere", "may be used everywhere with us");
    const changes = { [PATH]: changed };
    const { body } = await apart.ask<{ patch: string; folder: string }>("POST", "/api/program/drafts/patch", {
      as: lawyer,
      body: { changes },
    });
    expect(body.folder).toBe("allmend");
    execFileSync("git", ["apply"], { cwd: root, input: body.patch });
    expect(readFileSync(join(root, "allmend", PATH), "utf8")).toBe(changed);
    const version = (await apart.ask<Start>("GET", `/api/program/documents/text?path=${PATH}`, { as: lawyer })).body.version;
    expect(await apart.ask("POST", "/api/program/drafts", { as: admin, body: { base: version, changes, why: "x" } })).toMatchObject({
      status: 409,
      body: { code: "program-elsewhere" },
    });
  });
});
