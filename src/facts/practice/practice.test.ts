import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRepositories } from "../git/discover.ts";
import { readHistory } from "../history/index.ts";
import { git, headCommit, makeRepository, temporaryFolder } from "../testing/git-fixtures.ts";
import { practiceFacts, type PracticeOptions } from "./collect.ts";
import { fits } from "./sign-offs.ts";

const NOW = "2026-11-30T00:00:00Z";
const ADA = "Ada Byron <ada@acme.example>";

interface Made {
  readonly author?: string;
  readonly committer?: string;
  readonly date?: string;
  readonly message?: string;
  readonly signed?: boolean;
}

/** A commit from its bytes, on HEAD. */
function commit(folder: string, { author = ADA, committer = author, date = "2026-11-01", message = "Change", signed = false }: Made): void {
  const time = Date.parse(date) / 1000;
  const signature = signed ? "gpgsig -----BEGIN SSH SIGNATURE-----\n abc\n -----END SSH SIGNATURE-----\n" : "";
  const tree = git(folder, ["rev-parse", "HEAD^{tree}"]).trim();
  const text = `tree ${tree}\nparent ${headCommit(folder)}\nauthor ${author} ${time} +0000\ncommitter ${committer} ${time} +0000\n${signature}\n${message}\n`;
  git(folder, ["reset", "-q", "--hard", git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], text).trim()]);
}

async function factsOf(make: (folder: string) => void, options: Partial<PracticeOptions> = {}) {
  const root = temporaryFolder();
  make(makeRepository(join(root, "one")));
  const [found] = (await findRepositories(root)).repositories;
  const history = found && (await readHistory(found));
  if (!history) throw new Error("no history");
  return practiceFacts(history, { now: NOW, domains: ["acme.example"], ...options });
}

const BO = "Bo Ek <bo@home.example>";
const FORGE = "GitHub <noreply@github.com>";

describe("sign-offs", () => {
  it("count where name and address are a maker's, case aside; merges and bots are not asked", async () => {
    const { facts, evidence } = await factsOf((folder) => {
      commit(folder, { message: "A\n\nSigned-off-by: ADA Byron <Ada@acme.example>" });
      commit(folder, { message: "B\n\nSigned-off-by: Bo Ek <bo@home.example>", committer: BO });
      commit(folder, { message: "C\n\nSigned-off-by: Ada Byron <ada@other.example>" });
      commit(folder, { message: "D", author: "renovate[bot] <bot@renovateapp.com>" });
    });
    expect(facts).toMatchObject({ commits365Days: 3, signedOffShare: 2 / 3 });
    expect(evidence.signedOffShare).toHaveLength(1);
  });

  it("may have the name of one maker and the address of the other, as the DCO app has it", () => {
    expect(
      fits({ name: "A", email: "B@x" }, [
        { name: "a", email: "a@x" },
        { name: "b", email: "b@x" },
      ]),
    ).toBe(true);
    expect(fits({ name: "C", email: "b@x" }, [{ name: "a", email: "b@x" }])).toBe(false);
  });
});

describe("identities and signatures", () => {
  it("know our people under other addresses, and who is outside", async () => {
    const { facts } = await factsOf((folder) => {
      commit(folder, {});
      commit(folder, { author: "ada byron <ada@private.example>" });
      commit(folder, { author: BO });
    });
    expect(facts).toMatchObject({ ourCommits365Days: 2, ourIdentityShare: 0.5, externalShare: 1 / 3 });
  });

  it("say nothing of us where the organisation names no domains", async () => {
    const { facts } = await factsOf((folder) => commit(folder, {}), { domains: [] });
    expect(facts).not.toHaveProperty("ourCommits365Days");
  });

  it("tell a person's signature from the forge's", async () => {
    const { facts } = await factsOf((folder) => {
      commit(folder, { signed: true });
      commit(folder, { signed: true, committer: FORGE });
      commit(folder, {});
      commit(folder, {});
    });
    expect(facts).toMatchObject({ signedShare: 0.25, platformSignedShare: 0.25 });
  });
});

describe("activity", () => {
  it("looks at windows before now; clocks from the future and of 1970 are outside", async () => {
    const { facts } = await factsOf((folder) => {
      commit(folder, { date: "2026-11-29" });
      commit(folder, { date: "2026-02-01", author: BO });
      commit(folder, { date: "2031-01-01" });
      commit(folder, { date: "1970-01-01" });
    });
    expect(facts).toMatchObject({
      commits: 5,
      daysSinceCommit: 1,
      commits90Days: 1,
      contributors365Days: 2,
      daysSinceFirstCommit: 937,
    });
  });

  it("says of a cut history only what the missing part cannot change", async () => {
    const root = temporaryFolder();
    const whole = makeRepository(join(root, "far", "whole"));
    commit(whole, {});
    git(root, ["clone", "-q", "--depth=1", `file://${whole}`, "near/cut"]);
    const [found] = (await findRepositories(join(root, "near"))).repositories;
    const history = found && (await readHistory(found));
    const { facts } = practiceFacts(history as NonNullable<typeof history>, { now: NOW });
    expect(facts).toHaveProperty("daysSinceCommit");
    expect(facts).not.toHaveProperty("commits");
    expect(facts).not.toHaveProperty("signedOffShare");
  });

  it("sees what one person put on the default branch alone", async () => {
    const { facts } = await factsOf((folder) => {
      commit(folder, { message: "Alone" });
      commit(folder, { message: "By request (#12)" });
      commit(folder, { message: "With another\n\nCo-authored-by: Bo Ek <bo@home.example>" });
      commit(folder, { message: "On the pages of the forge", signed: true, committer: FORGE });
    });
    expect(facts.directCommits).toBe(1);
  });

  it("finds maintainers by address and account, and stays silent where one cannot be found", async () => {
    const make = (folder: string) => {
      commit(folder, {});
      commit(folder, { author: "B <12+bo@users.noreply.github.com>" });
    };
    expect((await factsOf(make, { maintainers: ["@ada", "@bo"] })).facts.activeMaintainers).toBe(2);
    expect((await factsOf(make, { maintainers: ["@ada", "@bo", "@gone"] })).facts.activeMaintainers).toBe(2);
    expect((await factsOf(make, { maintainers: ["@ada", "@gone"] })).facts).not.toHaveProperty("activeMaintainers");
    expect((await factsOf(make, { maintainers: ["@ada"] })).facts.activeMaintainers).toBe(1);
  });
});

describe("tags", () => {
  it("are judged as names, objects and times", async () => {
    const { facts, evidence } = await factsOf((folder) => {
      commit(folder, {});
      for (const name of ["0.1.0", "v0.1.0", "0.2", "v4"]) git(folder, ["tag", name]);
      git(folder, ["tag", "-a", "0.3.0", "-m", "Third"]);
    });
    expect(facts).toMatchObject({
      tags: 4,
      tagsSemver: false,
      tagsExact: false,
      annotatedTagsShare: 0.25,
      signedTagsShare: 0,
      highestMajor: 0,
      minorVersions: 3,
    });
    expect(evidence.tagsSemver?.map(({ note }) => note)).toEqual(["0.2", "0.1.0 and v0.1.0"]);
    expect((await factsOf(() => {})).facts).toMatchObject({ tags: 0, minorVersions: 0 });
  });

  it("survive a name that no file system holds", async () => {
    const { facts } = await factsOf((folder) => {
      writeFileSync(
        join(folder, ".git", "packed-refs"),
        `# pack-refs with: peeled\n${headCommit(folder)} refs/tags/${"1.".repeat(5000)}\n`,
      );
      appendFileSync(join(folder, ".git", "packed-refs"), `${headCommit(folder)} refs/tags/1.0.0\n`);
    });
    expect(facts.highestMajor).toBe(1);
  });
});
