import { spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCache } from "../cache.ts";
import { findRepositories } from "../git/discover.ts";
import { openGitTree } from "../git/git-tree.ts";
import { git, headCommit, makeRepository, temporaryFolder, writeFiles } from "../testing/git-fixtures.ts";
import { openBlobLog } from "./blob-log.ts";
import { type HistorySecrets, secretsInHistory } from "./history.ts";
import { OidSet } from "./oid-set.ts";
import { Prefilter } from "./prefilter.ts";
import { secretRules } from "./rules/index.ts";
import { searchSecrets } from "./search.ts";
import { secretsInTree } from "./tree.ts";

// Made here, so that this file holds none: pieces that are joined when the test runs.
const RANDOM = "q7Zp2Lx9Vb4Nc8Td1Rf6Hy3Kw5Mj0SgUaEoIiPd7Xk2Qz9";
const GITHUB = ["ghp", "_", RANDOM.slice(0, 36)].join("");
const AWS = ["AK", "IA", "Q7ZP2LX6VB4NC3TD"].join("");
const find = (text: string) => searchSecrets(Buffer.from(text));
const ids = (text: string) => find(text).map(({ rule }) => rule);

describe("searching", () => {
  it("finds tokens by their public form, and says where without saying what", () => {
    const [first, second] = find(`a\nconst t = "${GITHUB}";\n\nkey: ${AWS}\n`);
    expect(first).toMatchObject({ rule: "github-token", line: 2, shown: "ghp_… (40)" });
    expect(second).toMatchObject({ rule: "aws-access-key", line: 4, shown: "AKIA… (20)" });
    expect(first?.fingerprint).toMatch(/^secret:[0-9a-f]{12}$/);
    expect(JSON.stringify([first, second])).not.toContain(RANDOM.slice(4, 12));
    expect(find(`other ${GITHUB}`)[0]?.fingerprint).toBe(first?.fingerprint);
  });

  it("finds private keys, database passwords, assignments", () => {
    const body = `${RANDOM}${RANDOM}`.slice(0, 64);
    expect(ids(`-----BEGIN RSA ${"PRIVATE"} KEY-----\n${body}\n`)).toEqual(["private-key"]);
    expect(ids(`"-----BEGIN ${"PRIVATE"} KEY-----\\n${body}\\n"`)).toEqual(["private-key"]);
    expect(ids(`-----BEGIN RSA ${"PRIVATE"} KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\n${body}\n`)).toEqual(["private-key"]);
    expect(ids(`-----BEGIN ${"PUBLIC"} KEY-----\n${body}\n`)).toEqual([]);
    expect(ids(`url = postgres://app:${RANDOM.slice(0, 14)}@db.acme.com/x`)).toEqual(["database-password"]);
    expect(ids(`client_secret = "${RANDOM.slice(0, 32)}"`)).toEqual(["assigned-secret"]);
    expect(ids(`"db.password": '${RANDOM.slice(0, 12)}'`)).toEqual(["assigned-password"]);
  });

  it("takes a token that is assigned for the token", () => {
    expect(ids(`github_token = "${GITHUB}"`)).toEqual(["github-token"]);
  });

  it("knows placeholders, examples, names, computed values, and what somebody allowed", () => {
    for (const value of [
      "your-api-key-goes-here-1",
      "xxxxxxxxxxxxxxxxxxxxxxxx1",
      "${SECRET_FROM_ENV_1234}",
      "abcdefghijklmnopqrst1234",
      "com.acme.some.very.long.name",
      "process.env.SOME_TOKEN_1",
      "/etc/secrets/token/file1",
    ])
      expect(ids(`api_key = "${value}"`), value).toEqual([]);
    expect(ids(`aws = ${["AK", "IAIOSFODNN7EXAMPLE"].join("")}`)).toEqual([]);
    expect(ids(`ghp_${"a".repeat(36)}`)).toEqual([]);
    expect(ids(`t = "${GITHUB}" # gitleaks:allow`)).toEqual([]);
    expect(ids(`password = getPassword("user"); passwordField = "user-password-1"`)).toEqual([]);
    expect(ids(`x${GITHUB}`)).toEqual([]);
  });

  it("has rules whose keywords stand in what they match, each by its own id", () => {
    expect(new Set(secretRules.map(({ id }) => id)).size).toBe(secretRules.length);
    for (const { id, keywords, pattern } of secretRules) {
      expect(pattern.flags, id).toContain("y");
      for (const keyword of keywords) expect(keyword, id).toMatch(/^[ -~]{4,}$/);
      expect(
        keywords.every((keyword) => keyword === keyword.toLowerCase()),
        id,
      ).toBe(true);
    }
  });

  it("reads anything, in time that grows with its length", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => Array.isArray(searchSecrets(bytes))));
    for (const piece of [
      "password=",
      "-----BEGIN PRIVATE KEY-----\n",
      "eyJhbGci.",
      "secret: '",
      "Aa: b\n",
      `${["AK", "IA"].join("")}Q7`,
      "postgres://a:b",
    ]) {
      const started = process.cpuUsage().user;
      searchSecrets(Buffer.from(piece.repeat(2_000_000 / piece.length)));
      expect((process.cpuUsage().user - started) / 1e6, piece).toBeLessThan(8);
    }
  });
});

describe("the prefilter", () => {
  it("finds what a plain search finds", () => {
    const words = ["abcd", "bcda", "token", "aaaa"];
    const filter = new Prefilter(words.map((word) => [word, word] as const));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcdtokenA"), maxLength: 200 }), (text) => {
        const found: string[] = [];
        filter.search(Buffer.from(text), (at, word) => found.push(`${at} ${word}`));
        const lower = text.toLowerCase();
        const expected = [...lower].flatMap((_, at) => words.filter((word) => lower.startsWith(word, at)).map((word) => `${at} ${word}`));
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
    expect(() => new Prefilter([["abc", 1]])).toThrow("shorter than 4");
  });
});

describe("what was searched", () => {
  it("is a set of ids", () => {
    const set = new OidSet();
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 40, maxLength: 40 }), { maxLength: 3000 }),
        (oids) => {
          for (const oid of oids) set.add(oid);
          expect(oids.every((oid) => set.has(oid) && !set.add(oid))).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("outlives a run that is killed at any byte, and two runs at once", async () => {
    const folder = temporaryFolder();
    const oid = (number: number) => number.toString(16).padStart(8, "0").padEnd(40, "0");
    const match = { rule: "r", line: 1, fingerprint: "secret:000000000000", shown: "…" };
    const [one, two] = [await openBlobLog(folder, "x", "s"), await openBlobLog(folder, "x", "s")];
    one.add(oid(1), []);
    await one.flush();
    two.add(oid(2), [match]);
    await two.flush();
    const [file] = readdirSync(folder).map((name) => join(folder, name)) as [string];
    const whole = readFileSync(file);
    one.add(oid(3), [match]);
    await one.flush();
    const longer = readFileSync(file);
    for (let length = whole.length; length < longer.length; length += 1) {
      writeFileSync(file, longer.subarray(0, length));
      const log = await openBlobLog(folder, "x", "s");
      expect([log.searched.has(oid(1)), log.searched.has(oid(2)), log.searched.has(oid(3)), log.matches.size]).toEqual([
        true,
        true,
        false,
        1,
      ]);
      expect(readFileSync(file)).toEqual(whole);
    }
    appendFileSync(file, "no batch");
    expect((await openBlobLog(folder, "x", "s")).searched.size).toBe(2);
    truncateSync(file, 5);
    expect((await openBlobLog(folder, "x", "s")).searched.size).toBe(0);
    expect((await openBlobLog(folder, "x", "other rules")).searched.size).toBe(0);
  });
});

/** A search in a process of its own. */
function searching(root: string, home: string): { readonly ended: Promise<HistorySecrets>; kill(): void } {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
  const script = `
    const { findRepositories } = await import(${at("../git/discover.ts")});
    const { headOf } = await import(${at("../git/head.ts")});
    const { secretsInHistory } = await import(${at("./history.ts")});
    const [found] = (await findRepositories(${JSON.stringify(root)})).repositories;
    const result = await secretsInHistory(found, headOf(found).commit, { folder: ${JSON.stringify(home)} });
    process.stdout.write(JSON.stringify(result));
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const ended = new Promise<HistorySecrets>((done, fail) => {
    child.once("close", (code, signal) => (code === 0 ? done(JSON.parse(out) as HistorySecrets) : fail(new Error(String(signal ?? code)))));
  });
  return { ended, kill: () => void child.kill("SIGKILL") };
}

describe("a repository", () => {
  async function repository() {
    const root = temporaryFolder();
    const folder = makeRepository(join(root, "one"), {
      "src/config.ts": `export const token = "${GITHUB}";\n`,
      "tests/fixture.ts": `"${AWS}"\n`,
      "yarn.lock": `"${AWS}"\n`,
    });
    const first = headCommit(folder);
    writeFiles(folder, { "src/config.ts": "export const token = env.TOKEN;\n", "deploy.sh": `curl -H "key: ${AWS}"\n` });
    git(folder, ["commit", "-qam", "Out of it"]);
    git(folder, ["add", "-A"]);
    git(folder, ["commit", "-qm", "Deploy"]);
    const [found] = (await findRepositories(root)).repositories;
    if (!found) throw new Error("not found");
    return { root, folder, first, found };
  }

  it("is searched at HEAD, each blob once for ever", async () => {
    const { found } = await repository();
    const home = temporaryFolder();
    for (const _ of [1, 2]) {
      const tree = await openGitTree(found);
      const log = await openBlobLog(home, "one", "s");
      const { findings, forShow } = await secretsInTree(tree, log);
      expect(findings.map(({ rule, path, line }) => [rule, path, line])).toEqual([["aws-access-key", "deploy.sh", 1]]);
      expect(forShow).toBe(1);
      await tree.close();
    }
    for (const name of readdirSync(home)) expect(readFileSync(join(home, name), "latin1")).not.toContain(AWS);
  });

  it("is searched in all its history: what was taken out is found, with path and commit; again only what is new", async () => {
    const { folder, first, found } = await repository();
    const [home, cache] = [temporaryFolder(), await openCache(temporaryFolder())];
    const search = () => secretsInHistory(found, headCommit(folder), { folder: home, cache });
    const once = await search();
    expect(once).toMatchObject({ complete: true, unreachable: 0, read: once.blobs });
    expect(once.findings.map(({ rule, path, commit }) => [rule, path, commit])).toEqual([
      ["aws-access-key", "deploy.sh", headCommit(folder)],
      ["github-token", "src/config.ts", first],
    ]);
    expect(await search()).toEqual({ ...once, read: 0 });
    writeFiles(folder, { "new.txt": "nothing\n" });
    git(folder, ["add", "-A"]);
    git(folder, ["commit", "-qm", "New"]);
    expect(await search()).toMatchObject({ read: 1, findings: once.findings });
    const known = await search();
    expect(await secretsInHistory(found, headCommit(folder), { known })).toEqual({ ...known, read: 0 });
    // A blob that nothing reaches is no part of the history.
    git(folder, ["hash-object", "-w", "--stdin"], `x ${["gho", "_", RANDOM.slice(4, 40)].join("")}`);
    expect(await search()).toMatchObject({ read: 1, unreachable: 1, findings: once.findings });
  });

  it("is searched once by two runs at once, and again where the first one was killed", async () => {
    const { root, folder, found } = await repository();
    for (const batch of [0, 1, 2]) {
      const files = Array.from({ length: 400 }, (_, at) => [
        `src/${batch}-${at}.ts`,
        `export const value = "${batch} ${at}";\n`.repeat(200),
      ]);
      writeFiles(folder, Object.fromEntries(files));
      git(folder, ["add", "-A"]);
      git(folder, ["commit", "-qm", `Batch ${batch}`]);
    }
    const [home, cold] = [temporaryFolder(), await secretsInHistory(found, headCommit(folder), {})];
    const both = await Promise.all([searching(root, home).ended, searching(root, home).ended]);
    expect(both.map(({ read }) => read).sort((a, b) => a - b)).toEqual([0, cold.blobs]);
    for (const one of both) expect({ ...one, read: cold.read }).toEqual(cold);
    // Here again in this process, and with a lock whose holder was killed.
    const other = temporaryFolder();
    const killed = searching(root, other);
    while (!readdirSync(other).some((name) => name.endsWith(".lock"))) await setTimeout(2);
    killed.kill();
    await expect(killed.ended).rejects.toThrow("SIGKILL");
    expect(readdirSync(other).some((name) => name.endsWith(".lock"))).toBe(true);
    let waited = 0;
    const search = () => secretsInHistory(found, headCommit(folder), { folder: other, onWait: () => (waited += 1) });
    const twice = await Promise.all([search(), search()]);
    expect(twice.map(({ findings }) => findings)).toEqual([cold.findings, cold.findings]);
    expect(Math.min(...twice.map(({ read }) => read))).toBe(0);
    expect(waited).toBe(1);
    expect(readdirSync(other).filter((name) => !name.endsWith(".log"))).toEqual([]);
  });

  it("has what only a merge brought in", async () => {
    const { folder, found } = await repository();
    git(folder, ["checkout", "-q", "-b", "side", "HEAD~1"]);
    git(folder, ["commit", "-q", "--allow-empty", "-m", "Side"]);
    git(folder, ["checkout", "-q", "main"]);
    git(folder, ["merge", "-q", "--no-ff", "--no-commit", "side"]);
    writeFiles(folder, { "merged.txt": `${["glpat", "-", RANDOM.slice(0, 20)].join("")}\n` });
    git(folder, ["add", "-A"]);
    git(folder, ["commit", "-qm", "Merge"]);
    const { findings } = await secretsInHistory(found, headCommit(folder), {});
    expect(findings.map(({ rule, path }) => [rule, path])).toContainEqual(["gitlab-token", "merged.txt"]);
  });
});
