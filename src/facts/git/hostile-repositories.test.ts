import { appendFileSync, chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { git, headCommit, makeFifo, makeRepository, temporaryFolder } from "../testing/git-fixtures.ts";
import { openGitTree } from "./git-tree.ts";
import { headOf } from "./head.ts";
import { codes, found, withTree } from "../testing/git-trees.ts";

describe("hostile repositories", () => {
  /** A repository whose own configuration runs a command at every chance, and the file which that command would write. */
  function trapped(root: string): { web: string; proof: string } {
    const web = makeRepository(join(root, "web"), {
      "a.txt": "one",
      ".gitattributes": "* filter=evil diff=evil merge=evil ident export-subst\n",
    });
    const proof = join(root, "proof");
    const script = join(root, "evil.sh");
    writeFileSync(script, `#!/bin/sh\ntouch ${proof}\n`);
    chmodSync(script, 0o755);
    const include = join(root, "included");
    writeFileSync(include, `[core]\n\tfsmonitor = ${script}\n`);
    appendFileSync(
      join(web, ".git/config"),
      `[core]\n\tfsmonitor = ${script}\n\thooksPath = ${root}/hooks\n\tsshCommand = ${script}\n\tpager = ${script}\n\teditor = ${script}\n` +
        `\talternateRefsCommand = ${script}\n\tgitProxy = ${script}\n\tattributesFile = ${root}/attributes\n\tworktree = /\n` +
        `[include]\n\tpath = ${include}\n[includeIf "gitdir:/"]\n\tpath = ${include}\n` +
        `[filter "evil"]\n\tclean = ${script}\n\tsmudge = ${script}\n\tprocess = ${script}\n\trequired = true\n` +
        `[diff "evil"]\n\tcommand = ${script}\n\ttextconv = ${script}\n[diff]\n\texternal = ${script}\n` +
        `[protocol "ext"]\n\tallow = always\n[remote "origin"]\n\turl = ext::${script}\n\tpromisor = true\n\tpartialclonefilter = blob:none\n` +
        `\tuploadpack = ${script}\n[extensions]\n\tpartialClone = origin\n[alias]\n\tls-tree = !${script}\n\tcat-file = !${script}\n` +
        `[credential]\n\thelper = !${script}\n[gpg]\n\tprogram = ${script}\n[uploadpack]\n\tpackObjectsHook = ${script}\n`,
    );
    for (const hook of ["post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"]) {
      cpSync(script, join(web, ".git/hooks", hook));
    }
    return { web, proof };
  }

  it("runs nothing that a repository's configuration, hooks and attributes name", async () => {
    const root = temporaryFolder();
    const { web, proof } = trapped(root);
    const blob = git(join(web, ".git/objects"), ["hash-object", "--stdin"], "one").trim();
    rmSync(join(web, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
    await withTree(root, "web", async (tree) => {
      expect(await tree.read("a.txt")).toBeUndefined(); // missing, and not fetched from ext::
      expect(await tree.text(".gitattributes")).toContain("filter=evil");
      expect(codes(tree)).toEqual(["git-blobs-missing", "git-blob-missing"]);
      expect(tree.origin).toBeUndefined();
    });
    expect(existsSync(proof)).toBe(false);
    // The trap is a real one: git itself walks into it.
    git(web, ["-c", "core.worktree=.", "status"]);
    expect(existsSync(proof)).toBe(true);
  });

  it("takes no git, no configuration and no repository from the environment", async () => {
    const root = temporaryFolder();
    const { proof } = trapped(root);
    const before = { ...process.env };
    process.env.GIT_DIR = join(root, "web/.git");
    process.env.GIT_CONFIG_GLOBAL = join(root, "web/.git/config");
    process.env.GIT_CONFIG_COUNT = "1";
    process.env.GIT_CONFIG_KEY_0 = "core.fsmonitor";
    process.env.GIT_CONFIG_VALUE_0 = join(root, "evil.sh");
    process.env.GIT_EXTERNAL_DIFF = join(root, "evil.sh");
    try {
      writeFileSync(join(root, "git"), `#!/bin/sh\ntouch ${proof}\n`);
      chmodSync(join(root, "git"), 0o755);
      process.env.PATH = `${root}:.:${process.env.PATH}`;
      await withTree(root, "web", async (tree) => expect(await tree.text("a.txt")).toBe("one"));
    } finally {
      process.env = before;
    }
    expect(existsSync(proof)).toBe(false);
  });

  it("ignores replacements and grafts", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one" });
    const one = git(web, ["rev-parse", "HEAD:a.txt"]).trim();
    const two = git(web, ["hash-object", "-w", "--stdin"], "two").trim();
    git(web, ["replace", one, two]);
    await withTree(root, "web", async (tree) => expect(await tree.text("a.txt")).toBe("one"));
  });

  it("refuses alternates that lead outside, directly or through another store, and takes those inside", async () => {
    const outside = temporaryFolder();
    makeRepository(join(outside, "secret"), { "secret.txt": "s3cret" });
    const root = temporaryFolder();
    git(root, ["clone", "-q", "--shared", join(outside, "secret"), "direct"]);
    git(root, ["clone", "-q", "--shared", "direct", "indirect"]);
    const own = makeRepository(join(root, "own"));
    git(root, ["clone", "-q", "--shared", own, "sharing"]);
    for (const id of ["direct", "indirect"]) {
      await expect(openGitTree(await found(root, id)), id).rejects.toMatchObject({ code: "git-objects-refused", blame: "input" });
    }
    await withTree(root, "sharing", async (tree) => expect(await tree.text("README.md")).toBe("# Hello\n"));
  });

  it("refuses object stores that are or hold links to outside", async () => {
    const outside = temporaryFolder();
    const secret = makeRepository(join(outside, "secret"));
    const root = temporaryFolder();
    for (const id of ["whole", "pack", "fan", "loose"]) cpSync(secret, join(root, id), { recursive: true });
    const objects = (id: string) => join(root, id, ".git/objects");
    rmSync(objects("whole"), { recursive: true });
    symlinkSync(join(secret, ".git/objects"), objects("whole"));
    rmSync(join(objects("pack"), "pack"), { recursive: true });
    symlinkSync(join(secret, ".git/objects/pack"), join(objects("pack"), "pack"));
    const fan = readdirSync(objects("fan")).find((name) => name.length === 2) as string;
    renameSync(join(objects("fan"), fan), join(outside, "moved"));
    symlinkSync(join(outside, "moved"), join(objects("fan"), fan));
    const loose = readdirSync(join(objects("loose"), fan))[0] as string;
    renameSync(join(objects("loose"), fan, loose), join(outside, "object"));
    symlinkSync(join(outside, "object"), join(objects("loose"), fan, loose));
    for (const id of ["whole", "pack", "fan", "loose"]) {
      await expect(openGitTree(await found(root, id)), id).rejects.toMatchObject({ code: "git-objects-refused" });
    }
  });

  it("follows no ref out of the repository", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const id = headCommit(web);
    writeFileSync(join(root, "outside"), `${id}\n`);
    for (const head of ["ref: refs/../../../outside", "ref: /etc/passwd", "ref: refs/heads/../../HEAD", `${id} x`, "", "ref: "]) {
      writeFileSync(join(web, ".git/HEAD"), `${head}\n`);
      expect(headOf(await found(root, "web")), head).toBeUndefined();
      await expect(openGitTree(await found(root, "web"))).rejects.toMatchObject({ code: "git-head-unreadable" });
    }
    const secret = temporaryFolder();
    writeFileSync(join(secret, "id"), `${id}\n`);
    writeFileSync(join(web, ".git/HEAD"), "ref: refs/heads/linked\n");
    symlinkSync(join(secret, "id"), join(web, ".git/refs/heads/linked"));
    expect(headOf(await found(root, "web"))).toBeUndefined();
    writeFileSync(join(web, ".git/refs/heads/linked2"), "ref: refs/heads/linked2\n");
    writeFileSync(join(web, ".git/HEAD"), "ref: refs/heads/linked2\n");
    expect(headOf(await found(root, "web"))).toBeUndefined();
  });

  it("waits for no fifo", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    rmSync(join(web, ".git/config"));
    makeFifo(join(web, ".git/config"));
    await withTree(root, "web", async (tree) => expect(await tree.text("README.md")).toBe("# Hello\n"));
    rmSync(join(web, ".git/HEAD"));
    makeFifo(join(web, ".git/HEAD"));
    await expect(openGitTree(await found(root, "web"))).rejects.toMatchObject({ code: "git-head-unreadable" });
    rmSync(join(web, ".git/HEAD"));
    writeFileSync(join(web, ".git/HEAD"), "ref: refs/heads/pipe\n");
    makeFifo(join(web, ".git/refs/heads/pipe"));
    await expect(openGitTree(await found(root, "web"))).rejects.toMatchObject({ code: "git-head-unreadable" });
  });

  it("gives git no object store in which it would wait", async () => {
    const root = temporaryFolder();
    for (const id of ["loose", "linked", "pack"]) makeRepository(join(root, id));
    makeFifo(join(root, "pipe"));
    const object = (id: string) => {
      const oid = git(join(root, id), ["rev-parse", "HEAD:README.md"]).trim();
      return join(root, id, ".git/objects", oid.slice(0, 2), oid.slice(2));
    };
    rmSync(object("loose"));
    makeFifo(object("loose"));
    rmSync(object("linked"));
    symlinkSync(join(root, "pipe"), object("linked"));
    makeFifo(join(root, "pack/.git/objects/pack/pack-1.pack"));
    for (const id of ["loose", "linked", "pack"]) {
      await expect(openGitTree(await found(root, id)), id).rejects.toMatchObject({ code: "git-objects-refused", blame: "input" });
    }
  });

  it("survives missing blobs of a partial clone", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one", "b.txt": "two" });
    git(web, ["config", "uploadpack.allowFilter", "true"]);
    git(root, ["clone", "-q", "--no-checkout", "--filter=blob:none", `file://${web}`, "partial"]);
    await withTree(root, "partial", async (tree) => {
      expect(tree.files.map((file) => [file.path, file.size])).toEqual([
        ["a.txt", undefined],
        ["b.txt", undefined],
      ]);
      expect(await tree.read("a.txt")).toBeUndefined();
      expect(codes(tree)).toEqual(["git-blobs-missing", "git-blob-missing"]);
    });
  });

  it("reads the rest when an object is damaged", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one", "b.txt": "two", "c.txt": "three" });
    const damage = (path: string, content: string | Buffer) => {
      const oid = git(web, ["rev-parse", `HEAD:${path}`]).trim();
      const file = join(web, ".git/objects", oid.slice(0, 2), oid.slice(2));
      chmodSync(file, 0o644);
      writeFileSync(file, content);
    };
    damage("b.txt", "garbage");
    await withTree(root, "web", async (tree) => {
      expect(await Promise.all(["a.txt", "b.txt", "c.txt"].map((path) => tree.text(path)))).toEqual(["one", undefined, "three"]);
      expect(codes(tree)).toEqual(["git-blobs-missing", "git-blob-missing"]);
    });
  });

  it("reads the rest when git dies in the middle of an object", async () => {
    const root = temporaryFolder();
    const noise = (seed: number) => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * seed * 7919 + (i >> 3) * 31) & 0xff));
    const web = makeRepository(join(root, "web"), { "a.bin": noise(3), "b.bin": noise(5), "c.bin": noise(7) });
    const oid = git(web, ["rev-parse", "HEAD:b.bin"]).trim();
    const file = join(web, ".git/objects", oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    const { readFileSync, truncateSync } = await import("node:fs");
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    await withTree(root, "web", async (tree) => {
      const contents = await Promise.all(["a.bin", "b.bin", "c.bin", "a.bin"].map((path) => tree.read(path)));
      expect(contents.map((content) => content?.length)).toEqual([50_000, undefined, 50_000, 50_000]);
      expect(codes(tree)).toEqual(["git-blob-damaged"]);
    });
  });

  it("says which commit is damaged or missing", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const id = headCommit(web);
    rmSync(join(web, ".git/objects", id.slice(0, 2), id.slice(2)));
    await expect(openGitTree(await found(root, "web"))).rejects.toMatchObject({ code: "git-commit-unreadable" });
  });

  it("reads what it can when a subfolder's tree is missing", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"), { "a.txt": "one", "dir/b.txt": "two" });
    const tree = git(web, ["rev-parse", "HEAD:dir"]).trim();
    rmSync(join(web, ".git/objects", tree.slice(0, 2), tree.slice(2)));
    await withTree(root, "web", async (opened) => {
      expect(opened.files.map((file) => file.path)).toEqual(["a.txt"]);
      expect(codes(opened)).toEqual(["git-files-incomplete"]);
    });
  });

  it("leaves out paths that no checkout would write", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const blob = git(web, ["hash-object", "-w", "--stdin"], "x").trim();
    const entry = (mode: string, name: string, oid: string) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]);
    const write = (...entries: Buffer[]) =>
      git(web, ["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], Buffer.concat(entries)).trim();
    const inner = write(entry("100644", "passwd", blob));
    const top = write(
      entry("40000", "..", inner),
      entry("40000", ".git", inner),
      entry("100644", "META".repeat(64), blob),
      entry("100644", "fine", blob),
    );
    const commit = git(web, ["commit-tree", "-m", "x", top]).trim();
    writeFileSync(join(web, ".git/HEAD"), `${commit}\n`);
    await withTree(root, "web", async (tree) => {
      expect(tree.files.map((file) => file.path)).toEqual(["fine"]);
      expect(codes(tree)).toEqual(["git-odd-paths"]);
    });
  });

  it("stops at a tree that multiplies itself", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const blob = git(web, ["hash-object", "-w", "--stdin"], "x").trim();
    let tree = git(web, ["mktree"], Array.from({ length: 10 }, (_, i) => `100644 blob ${blob}\tf${i}\n`).join("")).trim();
    for (let level = 0; level < 8; level += 1) {
      tree = git(web, ["mktree"], Array.from({ length: 10 }, (_, i) => `040000 tree ${tree}\td${i}\n`).join("")).trim();
    }
    writeFileSync(join(web, ".git/HEAD"), `${git(web, ["commit-tree", "-m", "x", tree]).trim()}\n`);
    await withTree(
      root,
      "web",
      async (opened) => {
        expect(opened.files).toHaveLength(5000);
        expect(codes(opened)).toEqual(["git-files-incomplete"]);
      },
      { maxFiles: 5000 },
    );
  });

  it("stops when it is told to", async () => {
    const root = temporaryFolder();
    makeRepository(join(root, "web"));
    const stop = new AbortController();
    const tree = await openGitTree(await found(root, "web"), { signal: stop.signal });
    stop.abort();
    expect(await tree.read("README.md")).toBeUndefined();
    await tree.close();
  });
});
