import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { git, headCommit, makeRepository, temporaryFolder, writeFiles } from "../testing/git-fixtures.ts";
import { headOf } from "./head.ts";
import { listFiles } from "./listing.ts";
import { objectStore } from "./objects.ts";
import { RepositoryObjects } from "./repository-objects.ts";
import { cpuTime } from "../../../test/cpu-time.ts";
import { codes, found, withTree } from "../testing/git-trees.ts";

describe("reading at HEAD", () => {
  it("gives the committed files, not the work tree, with commit, date and origin", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one", "dir/ü.txt": "two", "big.bin": Buffer.alloc(300_000, 7) });
    git(web, ["remote", "add", "origin", "https://ada:token@github.com/acme/web.git"]);
    writeFileSync(join(web, "a.txt"), "changed");
    writeFileSync(join(web, "b.txt"), "new");
    await withTree(root, "web", async (tree) => {
      expect(tree.files.map((file) => [file.path, file.kind, file.size])).toEqual([
        ["a.txt", "file", 3],
        ["big.bin", "file", 300_000],
        ["dir/ü.txt", "file", 3],
      ]);
      expect(tree.commit).toBe(headCommit(web));
      expect(tree.commitDate).toBe("2024-05-06T05:08:09Z");
      expect(tree.origin).toBe("https://github.com/acme/web");
      expect(await tree.text("a.txt")).toBe("one");
      expect((await tree.read("big.bin"))?.every((byte) => byte === 7)).toBe(true);
      expect(await tree.read("b.txt")).toBeUndefined();
      expect(await tree.read("../web/b.txt")).toBeUndefined();
      expect(tree.problems).toEqual([]);
    });
  });

  it("lists files as git does, with an old git as well", async () => {
    const root = temporaryFolder();
    const names = ["a.b", "a/b", "a-b", "a0", "a/c/d", "b/\u00e4", "B/x", "z/y/x/w/v", "\u{1f600}"];
    const web = makeRepository(join(root, "web"), Object.fromEntries(names.map((name) => [name, name])));
    chmodSync(join(web, "a0"), 0o755);
    git(web, ["commit", "-q", "-a", "-m", "Executable"]);
    const expected = git(web, ["ls-tree", "-r", "-l", "-z", "HEAD"]).split("\0").filter(Boolean);
    const wanted = expected.map((record) => ({
      path: record.slice(record.indexOf("\t") + 1),
      kind: "file",
      oid: record.split(/ +/)[2],
      size: Number(record.split(/[ \t]+/)[3]),
    }));
    await withTree(root, "web", async (tree) => expect(tree.files).toEqual(wanted));
    const place = { root, format: "sha1" as const, objects: objectStore(await found(root, "web")) };
    const objects = new RepositoryObjects(place, 1000, true);
    const listing = await listFiles(objects, git(web, ["rev-parse", "HEAD^{tree}"]).trim(), 1000);
    expect(listing).toEqual({ files: wanted, oddPaths: 0 });
    expect((await objects.read(wanted[0]?.oid as string))?.bytes.toString()).toBe(wanted[0]?.path);
    await objects.close();
  });

  it("answers many reads at once, in any order", async () => {
    const root = temporaryFolder();
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, `content ${i} `.repeat(i)]));
    makeRepository(join(root, "web"), files);
    await withTree(root, "web", async (tree) => {
      const texts = await Promise.all(Object.keys(files).map((path) => tree.text(path)));
      expect(texts).toEqual(Object.values(files));
    });
  });

  it("reads bare repositories, packed refs, detached and symbolic-link HEADs, linked work trees", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(root, ["clone", "-q", "--bare", "web", "bare.git"]);
    git(join(root, "bare.git"), ["pack-refs", "--all"]);
    cpSync(web, join(root, "detached"), { recursive: true });
    git(join(root, "detached"), ["checkout", "-q", "--detach"]);
    cpSync(web, join(root, "linked"), { recursive: true });
    rmSync(join(root, "linked/.git/HEAD"));
    symlinkSync("refs/heads/main", join(root, "linked/.git/HEAD"));
    git(join(root, "linked"), ["pack-refs", "--all"]);
    git(web, ["worktree", "add", "-q", "-b", "feature", "../feature"]);
    writeFiles(join(root, "feature"), { "only-here.txt": "x" });
    git(join(root, "feature"), ["add", "-A"]);
    git(join(root, "feature"), ["commit", "-q", "-m", "Second"]);
    for (const id of ["bare.git", "detached", "linked"]) {
      expect(headOf(await found(root, id)), id).toEqual({ commit: headCommit(web) });
      await withTree(root, id, async (tree) => expect(await tree.text("README.md")).toBe("# Hello\n"));
    }
    await withTree(root, "feature", async (tree) => {
      expect(tree.commit).toBe(headCommit(join(root, "feature")));
      expect(await tree.text("only-here.txt")).toBe("x");
    });
  });

  it("reads repositories with sha256 object names", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one" }, ["--object-format=sha256"]);
    await withTree(root, "web", async (tree) => {
      expect(tree.commit).toBe(headCommit(web));
      expect(tree.commit).toHaveLength(64);
      expect(await tree.text("a.txt")).toBe("one");
    });
  });

  it("takes unborn repositories as empty, with a note", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "web"));
    git(join(root, "web"), ["init", "-q"]);
    expect(headOf(await found(root, "web"))).toBeUndefined();
    await withTree(root, "web", async (tree) => {
      expect(tree.files).toEqual([]);
      expect(codes(tree)).toEqual(["git-unborn"]);
      expect(tree.commit).toBeUndefined();
    });
  });

  it("warns of a HEAD that names no branch while others exist", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(web, ["symbolic-ref", "HEAD", "refs/heads/trunk"]);
    for (const pack of [[], ["pack-refs", "--all"]]) {
      if (pack.length > 0) git(web, pack);
      await withTree(root, "web", async (tree) => {
        expect(tree.problems).toMatchObject([{ code: "git-head-dangling", message: expect.stringContaining("(main)") }]);
      });
    }
  });

  it("reads an empty commit as no files", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"), {});
    await withTree(root, "web", async (tree) => {
      expect(tree.files).toEqual([]);
      expect(tree.commit).toBeDefined();
    });
  });

  it("notes a shallow clone", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    git(web, ["commit", "-q", "--allow-empty", "-m", "Second"]);
    git(root, ["clone", "-q", "--depth", "1", `file://${web}`, "shallow"]);
    await withTree(root, "shallow", async (tree) => {
      expect(tree.shallow).toBe(true);
      expect(codes(tree)).toEqual(["git-shallow"]);
      expect(await tree.text("README.md")).toBe("# Hello\n");
    });
  });

  it("lists submodules and symbolic links without following them", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const lib = makeRepository(join(root, "lib"));
    git(web, ["submodule", "add", "-q", lib, "libs/lib"]);
    symlinkSync("/etc/passwd", join(web, "passwd"));
    git(web, ["add", "-A"]);
    git(web, ["commit", "-q", "-m", "Second"]);
    await withTree(root, "web", async (tree) => {
      expect(tree.files.map((file) => `${file.kind} ${file.path}`)).toEqual([
        "file .gitmodules",
        "file README.md",
        "submodule libs/lib",
        "symlink passwd",
      ]);
      expect(await tree.read("passwd")).toBeUndefined();
      expect(await tree.read("libs/lib")).toBeUndefined();
    });
  });

  it("keeps odd names: newlines, tabs, broken UTF-8", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const blob = git(web, ["hash-object", "-w", "--stdin"], "odd").trim();
    const names = [Buffer.from("new\nline"), Buffer.from("ta\tb"), Buffer.from([0x63, 0xe9, 0xff, 0x2e, 0x74]), Buffer.from("ü")];
    const records = names.map((name) => Buffer.concat([Buffer.from(`100644 ${blob} 0\t`), name, Buffer.from([0])]));
    git(web, ["update-index", "-z", "--index-info"], Buffer.concat(records));
    git(web, ["commit", "-q", "-m", "Second"]);
    await withTree(root, "web", async (tree) => {
      const paths = tree.files.map((file) => file.path);
      expect(paths).toEqual(expect.arrayContaining(["new\nline", "ta\tb", "c\\xe9\\xff.t", "ü"]));
      for (const path of ["new\nline", "ta\tb", "c\\xe9\\xff.t"]) expect(await tree.text(path)).toBe("odd");
    });
  });

  it("decodes byte order marks and broken text", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"), {
      bom: Buffer.from("\ufeffhello"),
      utf16: Buffer.from("\ufeffhello", "utf16le"),
      broken: Buffer.from([0x61, 0xff, 0x62]),
    });
    await withTree(root, "web", async (tree) => {
      expect(await tree.text("bom")).toBe("hello");
      expect(await tree.text("utf16")).toBe("hello");
      expect(await tree.text("broken")).toBe("a\ufffdb");
    });
  });

  it("does not read files over the limit, and says so once", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"), { big: "x".repeat(2000), small: "y" });
    await withTree(
      root,
      "web",
      async (tree) => {
        expect(await tree.read("big")).toBeUndefined();
        expect(await tree.read("big")).toBeUndefined();
        expect(await tree.text("small")).toBe("y");
        expect(tree.problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual(["file-too-large web:big"]);
      },
      { maxFileBytes: 1000 },
    );
  });

  it("writes nothing into the repository", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const before = readdirSync(web, { recursive: true }).sort();
    await withTree(root, "web", (tree) => tree.text("README.md"));
    expect(readdirSync(web, { recursive: true }).sort()).toEqual(before);
  });

  it("lists 100,000 files in seconds", async () => {
    const root = temporaryFolder();
    const web = join(root, "web");
    mkdirSync(web);
    git(web, ["init", "-q"]);
    const blobs = Array.from(
      { length: 100_000 },
      (_, i) => `M 100644 inline dir${i % 300}/sub/file${i}.txt\ndata ${String(i).length}\n${i}\n`,
    );
    const stream = `commit refs/heads/main\ncommitter A <a@b.c> 1700000000 +0000\ndata 1\nx\n${blobs.join("")}`;
    git(web, ["fast-import", "--quiet"], stream);
    const start = cpuTime();
    await withTree(root, "web", async (tree) => {
      expect(tree.files).toHaveLength(100_000);
      expect(await tree.text("dir7/sub/file7.txt")).toBe("7");
    });
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});
