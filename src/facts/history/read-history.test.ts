import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Cache, openCache } from "../cache.ts";
import { findRepositories } from "../git/discover.ts";
import { git, headCommit, makeRepository, temporaryFolder } from "../testing/git-fixtures.ts";
import { authorOf, commitId, commitOfId, isMerge, namedIn, parentsOf, referencesOf, signatureOf, subjectOf } from "./commit.ts";
import { readHistory } from "./read-history.ts";
import type { History, HistoryOptions } from "./types.ts";

async function historyIn(root: string, id: string, options: HistoryOptions = {}): Promise<History> {
  const found = (await findRepositories(root)).repositories.find((one) => one.id === id);
  const history = found && (await readHistory(found, options));
  if (!history) throw new Error(`${id} has no history`);
  return history;
}

function commit(folder: string, message: string | Uint8Array, args: readonly string[] = []): string {
  git(folder, ["commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "-", ...args], message);
  return headCommit(folder);
}

/** A commit from its bytes: whatever git itself would not write. */
function rawCommit(folder: string, lines: readonly (string | Uint8Array)[], parent = headCommit(folder)): string {
  const tree = git(folder, ["rev-parse", "HEAD^{tree}"]).trim();
  const parts = [`tree ${tree}`, `parent ${parent}`, ...lines].map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\n")]));
  const id = git(folder, ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], Buffer.concat(parts)).trim();
  git(folder, ["reset", "-q", "--hard", id]);
  return id;
}

const codes = (history: History) => history.problems.map((problem) => problem.code);
const plain = (history: History) => ({ ...history, problems: [] });

describe("reading a history", () => {
  it("agrees with git about ids, parents, people, times and subjects", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(web, ["checkout", "-q", "-b", "side"]);
    commit(web, "On the side (#7)\n\nBody\n", ["--date=2023-01-02T03:04:05-07:00", "--author=Bo <bo@example.org>"]);
    git(web, ["checkout", "-q", "main"]);
    commit(web, "On main\n");
    git(web, ["merge", "-q", "--no-ff", "-m", "Merge pull request #12 from acme/side", "side"]);
    const history = await historyIn(root, "web");
    const lines = git(web, ["log", "--format=%H%x00%P%x00%an%x00%ae%x00%at%x00%ct%x00%s", "HEAD"]).trim().split("\n").sort();
    const ours = Array.from({ length: history.count }, (_, row) => {
      const author = authorOf(history, row);
      const { authorTime, committerTime } = history.commits;
      const parents = [...parentsOf(history, row)].map((parent) => commitId(history, parent)).join(" ");
      return [
        commitId(history, row),
        parents,
        author.name,
        author.email,
        authorTime[row],
        committerTime[row],
        subjectOf(history, row),
      ].join("\0");
    });
    expect(ours.sort()).toEqual(lines);
    const side = commitOfId(history, git(web, ["rev-parse", "--short", "side"]).trim());
    expect([history.commits.change[side], history.commits.change[history.head]]).toEqual([7, 12]);
    expect(history.commits.authorZone[side]).toBe(-420);
    expect([isMerge(history, history.head), isMerge(history, side)]).toEqual([true, false]);
    expect(history.problems).toEqual([]);
  });

  it("reads trailers, what is reverted and picked, and merge requests of GitLab", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const first = headCommit(web);
    commit(
      web,
      `Revert "First"\n\nThis reverts commit ${first}.\nsigned-off-by: Ada <ada@example.com>\nCo-Authored-By: Bö <BO@example.org> \nSigned-off-by:\n  (cherry picked from commit ABCDEF0123)\n`,
    );
    commit(web, "Merge branch 'x' into 'main'\n\nTitle\n\nSee merge request acme/tools!345\n");
    const history = await historyIn(root, "web");
    const row = [...history.commits.change].indexOf(0, 1) >= 0 ? rowWith(history, 'Revert "First"') : -1;
    expect(namedIn(history, row).map(({ role, identity }) => [role, history.identities[identity]])).toEqual([
      ["signed-off-by", { name: "Ada", email: "ada@example.com" }],
      ["co-authored-by", { name: "Bö", email: "BO@example.org" }],
    ]);
    expect(referencesOf(history, row)).toEqual([{ kind: "reverts", id: first }]);
    expect(history.commits.change[history.head]).toBe(345);
    commit(web, "Picked\n\n(cherry picked from commit ABCDEF0123)\n");
    const later = await historyIn(root, "web");
    expect(referencesOf(later, later.head)).toEqual([{ kind: "picked-from", id: "abcdef0123" }]);
  });

  it("tells signatures of people from those of the forge", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const author = "author Ada <ada@example.com> 1700000000 +0000";
    const signature = (kind: string) => [`gpgsig -----BEGIN ${kind}-----`, " ", " abc", ` -----END ${kind}-----`, "", "Signed"];
    rawCommit(web, [author, "committer GitHub <noreply@github.com> 1700000000 +0000", ...signature("PGP SIGNATURE")]);
    rawCommit(web, [author, "committer Ada <ada@example.com> 1700000001 +0000", ...signature("SSH SIGNATURE")]);
    rawCommit(web, [author, "committer Ada <ada@example.com> 1700000002 +0000", ...signature("SIGNED MESSAGE")]);
    const history = await historyIn(root, "web");
    const found = Array.from({ length: 4 }, (_, row) => signatureOf(history, row));
    expect(found).toEqual([
      { kind: "pgp", platform: true },
      { kind: "ssh", platform: false },
      { kind: "x509", platform: false },
      { kind: "none", platform: false },
    ]);
  });

  it("applies the mailmap of HEAD and takes one address for one person", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { ".mailmap": "Ada L. <ada@acme.org> <ada@home.example>\n" });
    const authors = [
      "A <ada@home.example>",
      "Ada <ADA@acme.org>",
      "bo <12+bo@users.noreply.github.com>",
      "Bo <bo@users.noreply.github.com>",
      "dependabot[bot] <1+d@x.org>",
    ];
    for (const author of authors) commit(web, "x\n", [`--author=${author}`]);
    const history = await historyIn(root, "web");
    const names = [...new Set(history.personOf)].map((person) => history.people[person]);
    expect(names.map((person) => person?.bot)).toEqual([false, false, false, true]);
    expect(names).toContainEqual({ name: "Ada L.", email: "ada@acme.org", bot: false });
  });

  it("knows tags of every kind, also those that only a branch of their own holds", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(web, ["tag", "v1"]);
    git(web, ["checkout", "-q", "-b", "release"]);
    commit(web, "Only released\n");
    git(web, ["tag", "-a", "-m", "Release two\n\nMore", "v2"]);
    git(web, ["tag", "-a", "-m", "Tag of a tag", "v2-again", "v2"]);
    git(web, ["tag", "readme", "HEAD:README.md"]);
    git(web, ["checkout", "-q", "main"]);
    git(web, ["branch", "-q", "-D", "release"]);
    const history = await historyIn(root, "web");
    const seen = history.tags.map(({ name, annotated, commit: row, subject }) => [
      name,
      annotated,
      row < 0 ? "" : subjectOf(history, row),
      subject,
    ]);
    const expected = [
      ["readme", false, "", ""],
      ["v1", false, "First", ""],
      ["v2", true, "Only released", "Release two"],
      ["v2-again", true, "Only released", "Tag of a tag"],
    ];
    expect(seen).toEqual(expected);
    expect([...history.onDefaultBranch].filter((mark) => mark === 1)).toHaveLength(1);
    expect(codes(history)).toEqual(["history-tags-elsewhere"]);
    git(web, ["pack-refs", "--all"]);
    expect(plain(await historyIn(root, "web"))).toEqual(plain(history));
  });
});

function rowWith(history: History, subject: string): number {
  return Array.from({ length: history.count }, (_, row) => row).find((row) => subjectOf(history, row) === subject) ?? -1;
}

/** Counts what is asked of it. */
async function countingCache(folder: string): Promise<Cache & { puts: number }> {
  const cache = await openCache(folder);
  const counting = {
    ...cache,
    puts: 0,
    putBytes: (key: readonly string[], value: Uint8Array) => {
      counting.puts += 1;
      return cache.putBytes(key, value);
    },
  };
  return counting;
}

describe("reading again", () => {
  it("gives the same as reading for the first time: unchanged, grown, forced back, tagged, deepened", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { ".mailmap": "Ada <a@b.c> <ada@example.com>\n" });
    const cache = await countingCache(temporaryFolder());
    const step = async (puts: number) => {
      const history = await historyIn(root, "web", { cache });
      expect(plain(history)).toEqual(plain(await historyIn(root, "web")));
      expect(cache.puts).toBe(puts);
      return history;
    };
    await step(1);
    await step(1);
    for (let at = 0; at < 5; at += 1) commit(web, `More ${at}\n`, [`--author=N${at % 2} <n${at % 2}@example.org>`]);
    await step(2);
    git(web, ["-c", "user.name=Tagger", "tag", "-a", "-m", "one", "v1", "HEAD~1"]);
    await step(3);
    git(web, ["reset", "-q", "--hard", "HEAD~3"]);
    commit(web, "Another way\n", ["--author=Early <early@example.org>", "--date=1999-01-01T00:00:00Z"]);
    await step(4);
    git(web, ["tag", "-d", "v1"]);
    const back = await step(5);
    expect(back.count).toBe(4);
    git(web, ["reflog", "expire", "--expire=now", "--all"]);
    git(web, ["gc", "-q", "--prune=now"]);
    await step(5);
    commit(web, "After the clean-up\n");
    await step(6);
  });

  it("survives a remembered history whose commits are gone", async () => {
    const root = temporaryFolder();
    const cache = await openCache(temporaryFolder());
    const web = makeRepository(join(root, "web"));
    commit(web, "Lost\n");
    await historyIn(root, "web", { cache });
    rmSync(web, { recursive: true });
    makeRepository(web, { "other.txt": "another repository" });
    commit(web, "Not lost\n");
    const history = await historyIn(root, "web", { cache });
    expect(plain(history)).toEqual(plain(await historyIn(root, "web")));
    expect(history.problems).toEqual([]);
  });

  it("reads what a shallow clone lacks once it is there", async () => {
    const root = temporaryFolder();
    const origin = makeRepository(join(temporaryFolder(), "origin"));
    for (const message of ["two\n", "three\n"]) commit(origin, message);
    git(root, ["clone", "-q", "--depth=1", `file://${origin}`, "web"]);
    const cache = await openCache(temporaryFolder());
    const cut = await historyIn(root, "web", { cache });
    expect([cut.count, cut.shallow, [...parentsOf(cut, 0)]]).toEqual([1, true, [-1]]);
    expect(codes(cut)).toEqual(["history-shallow"]);
    git(join(root, "web"), ["fetch", "-q", "--unshallow"]);
    const whole = await historyIn(root, "web", { cache });
    expect([whole.count, whole.shallow, whole.problems]).toEqual([3, undefined, []]);
  });

  it("is right when two read at once", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    const cache = await openCache(temporaryFolder());
    const both = await Promise.all([1, 2, 3].map(() => historyIn(root, "web", { cache })));
    for (const history of both) expect(plain(history)).toEqual(plain(both[0] as History));
  });
});

describe("what histories may hold", () => {
  it("keeps odd times, names and messages, and says so", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const latin = Buffer.concat([Buffer.from("author J"), Buffer.from([0xf6]), Buffer.from("rg <joerg@example.org> 99999999999 +0100")]);
    rawCommit(web, [latin, "committer Ada <ada@example.com> 1700000000 +0000", "", Buffer.from([0x47, 0xfc, 0x6e])]);
    rawCommit(web, ["author X <no address> -5 +0000", "committer Ada <ada@example.com> 1700000001 +0000", "", "before"]);
    rawCommit(web, ["author <<a@b>> what +0000", "committer Ada <ada@example.com> 1700000002 +0000", "", "\n\n  spaced  "]);
    const history = await historyIn(root, "web");
    expect(history.count).toBe(4);
    const row = rowWith(history, "Gün");
    expect([authorOf(history, row).name, history.commits.authorTime[row]]).toEqual(["Jörg", 99999999999]);
    expect(history.commits.authorTime[rowWith(history, "before")]).toBe(-5);
    expect(Number.isNaN(history.commits.authorTime[history.head])).toBe(true);
    expect(codes(history).sort()).toEqual(["history-addresses", "history-times", "history-times"]);
  });

  it("reads messages of many megabytes at their two ends", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const filler = "y".repeat(99).concat("\n").repeat(100_000);
    commit(web, `Long one\n\n${filler}\nSigned-off-by: Ada <ada@example.com>\n`);
    commit(web, "Short\n");
    const history = await historyIn(root, "web");
    const row = rowWith(history, "Long one");
    expect(namedIn(history, row)).toHaveLength(1);
    expect(codes(history)).toEqual(["history-long-message"]);
    expect(history.count).toBe(3);
  });

  it("takes octopus merges, histories without a common root, and does not follow grafts or replacements", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const first = headCommit(web);
    for (const name of ["a", "b", "c"]) {
      git(web, ["checkout", "-q", "-b", name, first]);
      commit(web, `${name}\n`);
    }
    git(web, ["checkout", "-q", "--orphan", "other"]);
    commit(web, "Another root\n");
    git(web, ["checkout", "-q", "main"]);
    git(web, ["merge", "-q", "--no-ff", "-m", "Octopus", "a", "b", "c"]);
    git(web, ["merge", "-q", "--allow-unrelated-histories", "-m", "Join", "other"]);
    const before = await historyIn(root, "web");
    expect(before.count).toBe(7);
    expect(parentsOf(before, rowWith(before, "Octopus"))).toHaveLength(4);
    git(web, ["replace", headCommit(web), first]);
    mkdirSync(join(web, ".git", "info"), { recursive: true });
    writeFileSync(join(web, ".git", "info", "grafts"), `${headCommit(web)}\n`);
    const history = await historyIn(root, "web");
    expect(plain(history)).toEqual(plain(before));
    expect(codes(history).sort()).toEqual(["history-grafts", "history-replaced"]);
  });

  it("gives what can be read of a damaged history and remembers none of it", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const lost = commit(web, "Lost\n");
    commit(web, "Two\n");
    commit(web, "Three\n");
    rmSync(join(web, ".git", "objects", lost.slice(0, 2), lost.slice(2)));
    const cache = await countingCache(temporaryFolder());
    const history = await historyIn(root, "web", { cache });
    expect([history.incomplete, history.count, cache.puts]).toEqual([true, 1, 0]);
    expect(codes(history)).toEqual(["history-incomplete"]);
  });

  it("answers nothing for folders and empty repositories, and bears broken refs", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "plain"));
    writeFileSync(join(root, "plain", "package.json"), "{}");
    git(root, ["init", "-q", "empty"]);
    const web = makeRepository(join(root, "web"));
    for (const found of (await findRepositories(root)).repositories) {
      if (found.id !== "web") expect(await readHistory(found)).toBeUndefined();
    }
    mkdirSync(join(web, ".git", "refs", "tags", "deep"), { recursive: true });
    writeFileSync(join(web, ".git", "refs", "tags", "deep", "odd"), "no id");
    writeFileSync(join(web, ".git", "refs", "tags", "gone"), `${"1".repeat(40)}\n`);
    appendFileSync(join(web, ".git", "packed-refs"), "garbage\n\u0000\n");
    const history = await historyIn(root, "web");
    expect(history.tags.map((tag) => [tag.name, tag.commit])).toEqual([["gone", -1]]);
    expect(codes(history)).toEqual(["history-tags-elsewhere"]);
  });
});
