import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFifo, makeRepository, temporaryFolder, writeFiles } from "../testing/git-fixtures.ts";
import { openFolderTree } from "./folder-tree.ts";

describe("plain folders", () => {
  it("lists and reads files from disk, without what is a repository of its own or installed", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "package.json": "{}", "src/a/b.txt": "b", "node_modules/x/index.js": "x", ".git": "gitdir: elsewhere\n" });
    makeRepository(join(root, "clone"));
    const tree = await openFolderTree(root, "plain");
    expect(tree.files).toEqual([
      { path: "package.json", kind: "file", size: 2 },
      { path: "src/a/b.txt", kind: "file", size: 1 },
    ]);
    expect(tree).toMatchObject({ id: "plain", kind: "folder" });
    expect(tree.commit).toBeUndefined();
    expect(await tree.text("src/a/b.txt")).toBe("b");
    expect(await tree.read("clone/README.md")).toBeUndefined();
    expect(tree.problems.map((problem) => `${problem.code} ${problem.message}`)).toEqual([
      "folders-left-out Installed packages and caches are left out: node_modules.",
    ]);
  });

  it("follows no link, opens no device, and reads nothing outside", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "in/a.txt": "a" });
    symlinkSync("/etc/passwd", join(root, "passwd"));
    symlinkSync("/etc", join(root, "etc"));
    symlinkSync("..", join(root, "in/loop"));
    makeFifo(join(root, "fifo"));
    const tree = await openFolderTree(root, "plain");
    expect(tree.files.map((file) => `${file.kind} ${file.path}`)).toEqual([
      "symlink etc",
      "file in/a.txt",
      "symlink in/loop",
      "symlink passwd",
    ]);
    for (const path of ["passwd", "etc/passwd", "../x", "fifo", "/etc/passwd"]) expect(await tree.read(path)).toBeUndefined();
    expect(tree.problems.map((problem) => problem.code)).toEqual(["special-files"]);
  });

  it("does not follow a file that became a link after it was listed", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "a.txt": "a" });
    const tree = await openFolderTree(root, "plain");
    execFileSync("ln", ["-sf", "/etc/passwd", join(root, "a.txt")]);
    expect(await tree.read("a.txt")).toBeUndefined();
    expect(tree.problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual(["file-unreadable plain:a.txt"]);
  });

  it("reads names that are not UTF-8", async () => {
    const root = temporaryFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]), "latin");
    const tree = await openFolderTree(root, "plain");
    expect(tree.files.map((file) => file.path)).toEqual(["caf\\xe9"]);
    expect(await tree.text("caf\\xe9")).toBe("latin");
  });

  it("keeps to its limits and says so", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "README.md": "x".repeat(50), "d/1": "", "d/2": "", "d/e/f/g": "" });
    const few = await openFolderTree(root, "plain", { maxFiles: 2, maxFileBytes: 10 });
    expect(few.files.map((file) => file.path)).toEqual(["README.md", "d/1"]);
    expect(await few.read("README.md")).toBeUndefined();
    expect(few.problems.map((problem) => problem.code)).toEqual(["folder-too-large", "file-too-large"]);
    const flat = await openFolderTree(root, "plain", { maxDepth: 1 });
    expect(flat.problems.map((problem) => problem.code)).toEqual(["folder-too-deep"]);
  });
});
