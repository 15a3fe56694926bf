import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { git, makeRepository, temporaryFolder, writeFiles } from "../testing/git-fixtures.ts";
import { findRepositories } from "./discover.ts";
import type { FoundRepository } from "./found.ts";
import { openGitTree } from "./git-tree.ts";

async function idsIn(root: string): Promise<string[]> {
  return (await findRepositories(root)).repositories.map((found) => `${found.kind} ${found.id}`);
}

async function codesIn(root: string): Promise<string[]> {
  return (await findRepositories(root)).problems.map((problem) => problem.code);
}

describe("what is found", () => {
  it("finds work trees, nested groups and bare repositories", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    makeRepository(join(root, "group/sub/api"));
    git(root, ["clone", "-q", "--bare", "web", "mirror.git"]);
    git(root, ["clone", "-q", "--bare", "web", "owner+name/repo"]);
    expect(await idsIn(root)).toEqual(["git group/sub/api", "git mirror.git", "git owner+name/repo", "git web"]);
    expect(await codesIn(root)).toEqual([]);
  });

  it("takes PATH itself, with its name, as work tree, bare repository and .git folder", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    git(root, ["clone", "-q", "--bare", "web", "mirror.git"]);
    expect(await idsIn(join(root, "web"))).toEqual(["git web"]);
    expect(await idsIn(join(root, "mirror.git"))).toEqual(["git mirror.git"]);
    expect(await idsIn(join(root, "web/.git"))).toEqual(["git web"]);
  });

  it("finds clones nested in a repository that ignores them", async () => {
    const root = join(temporaryFolder(), "meta");
    makeRepository(root, { "allmend/organization.yaml": "name: x\n", ".gitignore": "/*\n!/allmend\n" });
    makeRepository(join(root, "claims"));
    makeRepository(join(root, "group/claims"));
    makeRepository(join(root, "node_modules/left-pad"));
    makeRepository(join(root, "vendor/thing"));
    expect(await idsIn(root)).toEqual(["git claims", "git group/claims", "git meta"]);
  });

  it("keeps ids apart when a nested clone has the name of the folder", async () => {
    const root = join(temporaryFolder(), "meta");
    makeRepository(root);
    makeRepository(join(root, "meta"));
    expect(await idsIn(root)).toEqual(["git .", "git meta"]);
  });

  it("takes a plain folder as the subject, and does not look above it for a repository", async () => {
    const root = makeRepository(join(temporaryFolder(), "outer"), { "inner/package.json": "{}" });
    expect(await idsIn(join(root, "inner"))).toEqual(["folder inner"]);
  });

  it("takes first-level plain folders with manifests in a mixed folder, and says what belongs to nothing", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    makeRepository(join(root, "group/api"));
    writeFiles(root, { "plain/src/app.cdx.json": "{}", "notes/todo.txt": "-", "bom.json": "{}" });
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => `${found.kind} ${found.id}`)).toEqual(["git group/api", "folder plain", "git web"]);
    expect(problems.map((problem) => problem.code)).toEqual(["files-of-no-repository"]);
  });

  it("takes the documents of a program for no repository", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    writeFiles(root, { "allmend/organization.yaml": "organization: A", "allmend/strategy.md": "-", "allmend/baseline.json": "{}" });
    expect(await idsIn(root)).toEqual(["git web"]);
  });

  it("follows the pointers of linked work trees and submodules that stay inside", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(web, ["worktree", "add", "-q", "-b", "feature", "../feature"]);
    const lib = makeRepository(join(root, "lib"));
    git(web, ["submodule", "add", "-q", lib, "libs/lib"]);
    expect(await idsIn(root)).toEqual(["git feature", "git lib", "git web", "git web/libs/lib"]);
    expect(await codesIn(root)).toEqual([]);
  });

  it("takes a linked work tree for what it is where its repository, which lies outside, names it", async () => {
    const outside = temporaryFolder();
    const root = temporaryFolder();
    const web = makeRepository(join(outside, "web"), { "package.json": "{}", "README.md": "web\n" });
    git(web, ["worktree", "add", "-q", "-b", "feature", join(root, "feature")]);
    const { repositories, problems } = await findRepositories(root);
    expect(problems).toEqual([]);
    expect(repositories).toMatchObject([{ id: "feature", kind: "git", root: join(realpathSync(outside), "web/.git") }]);
    const tree = await openGitTree(repositories[0] as FoundRepository);
    expect(await tree.text("README.md")).toBe("web\n");
    await tree.close();
    // Scanned itself it is one repository, too; and no copy of its `.git` makes another one.
    expect(await idsIn(join(root, "feature"))).toEqual(["git feature"]);
    cpSync(join(root, "feature"), join(root, "copy"), { recursive: true });
    writeFiles(join(root, "copy"), { "lib/package.json": "{}" });
    expect(await idsIn(root)).toEqual(["folder copy", "git feature"]);
    expect(await idsIn(join(root, "copy"))).toEqual(["folder copy"]);
  });

  it("does not take tracked test data for a bare repository", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), {
      "test/data.git/HEAD": "ref: refs/heads/main\n",
      "test/data.git/objects/info/packs": "\n",
      "test/data.git/refs/heads/main": `${"a".repeat(40)}\n`,
    });
    expect(await idsIn(root)).toEqual(["git web"]);
    git(root, ["clone", "-q", "--bare", "web", "web/mirrors/other.git"]);
    expect(await idsIn(root)).toEqual(["git web", "git web/mirrors/other.git"]);
    git(web, ["update-index", "--index-version", "4"]);
    expect(await idsIn(root)).toContain("git web");
  });

  it("says wrong use when PATH is no folder", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "file"), "");
    await expect(findRepositories(join(root, "file"))).rejects.toMatchObject({ code: "folder-not-found" });
    await expect(findRepositories(join(root, "none"))).rejects.toMatchObject({ code: "folder-not-found" });
  });
});

describe("what is refused", () => {
  it("follows no .git that leads outside, and reads the files from disk instead", async () => {
    const outside = temporaryFolder();
    const secret = makeRepository(join(outside, "secret"));
    git(secret, ["worktree", "add", "-q", "-b", "feature", join(outside, "feature")]);
    const root = temporaryFolder();
    renameSync(join(outside, "feature"), join(root, "feature"));
    mkdirSync(join(root, "linked"));
    symlinkSync(join(secret, ".git"), join(root, "linked/.git"));
    mkdirSync(join(root, "relative"));
    writeFileSync(join(root, "relative/.git"), `gitdir: ../../${basename(outside)}/secret/.git\n`);
    const common = makeRepository(join(root, "common"));
    writeFileSync(join(common, ".git/commondir"), `${secret}/.git\n`);
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => `${found.kind} ${found.id}`)).toEqual([
      "folder common",
      "folder feature",
      "folder linked",
      "folder relative",
    ]);
    expect(problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual([
      "git-pointer-refused common",
      "git-pointer-refused feature",
      "git-pointer-refused linked",
      "git-pointer-refused relative",
    ]);
  });

  it("goes on where .git leads to a file, to itself or in a circle", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    for (const id of ["file", "a", "b", "self"]) mkdirSync(join(root, id));
    writeFileSync(join(root, "file/.git"), "gitdir: ../web/README.md\n");
    writeFileSync(join(root, "a/.git"), "gitdir: ../b/.git\n");
    writeFileSync(join(root, "b/.git"), "gitdir: ../a/.git\n");
    symlinkSync(".git", join(root, "self/.git"));
    const common = makeRepository(join(root, "common"));
    writeFileSync(join(common, ".git/commondir"), "HEAD\n");
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => `${found.kind} ${found.id}`)).toEqual([
      "folder a",
      "folder b",
      "folder common",
      "folder file",
      "folder self",
      "git web",
    ]);
    expect(problems.map((problem) => problem.code)).toEqual(Array(5).fill("git-pointer-refused"));
  });

  it("follows no symbolic link to a folder, and survives loops", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    symlinkSync("..", join(root, "web/loop"));
    symlinkSync("/", join(root, "everything"));
    symlinkSync("circle", join(root, "circle"));
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => found.id)).toEqual(["web"]);
    expect(problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual(["link-not-followed everything"]);
  });

  it("writes control characters in names as escapes, with a note", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "bad\nname\u001b[31m"));
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => found.id)).toEqual(["bad\\x0aname\\x1b[31m"]);
    expect(problems.map((problem) => problem.code)).toEqual(["odd-name"]);
  });

  it("says which folders it could not enter", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    mkdirSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]));
    expect(await codesIn(root)).toEqual(["odd-name"]);
    if (process.getuid?.() === 0) return; // root may read everything
    mkdirSync(join(root, "closed"));
    chmodSync(join(root, "closed"), 0);
    expect(await codesIn(root)).toContain("folder-unreadable");
    chmodSync(join(root, "closed"), 0o700);
  });

  it("stops at its limits and says so", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "a/b/c/web"));
    expect((await findRepositories(root, { maxDepth: 2 })).problems.map((problem) => problem.code)).toEqual(["search-too-deep"]);
    expect((await findRepositories(root, { maxEntries: 0 })).problems.map((problem) => problem.code)).toEqual(["search-stopped"]);
  });

  it("takes a .git without HEAD for what it is: no repository", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    rmSync(join(web, ".git/HEAD"));
    writeFiles(root, { "odd/.git": "no pointer", "empty/.git/x": "" });
    const { repositories, problems } = await findRepositories(root);
    expect(repositories.map((found) => `${found.kind} ${found.id}`)).toEqual(["folder odd"]);
    expect(problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual(["git-pointer-refused odd"]);
    expect(readdirSync(dirname(root)).length).toBeGreaterThan(0);
  });
});
