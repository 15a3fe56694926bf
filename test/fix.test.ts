// allmend fix: what a repository lacks becomes a patch that git takes, and the repository stays as it was.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const repository = join(folder, "kit");
const git = (...args: string[]) =>
  execFileSync("git", ["-C", repository, "-c", "user.name=A", "-c", "user.email=a@b.example", ...args], { encoding: "utf8" });

beforeAll(() => {
  mkdirSync(join(repository, "docs"), { recursive: true });
  writeFileSync(join(repository, "README.md"), "# Kit\n");
  writeFileSync(join(repository, "docs", "CODEOWNERS"), "* @a @b\n");
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=All of it");
});

const fix = (...args: string[]) => run(["fix", repository, "--now", "2026-11-30", "--quiet", ...args]);

describe("fix", () => {
  it("writes what is missing, and nothing that is there; git takes it", async () => {
    const patch = join(folder, "kit.patch");
    const { code, out, err } = await fix("--license", "Apache-2.0", "--output", patch);
    expect([code, out]).toEqual([0, ""]);
    expect(git("status", "--porcelain")).toBe("");
    git("apply", "--check", patch);
    git("apply", "--index", patch);
    expect(git("diff", "--cached", "--name-only").trim().split("\n")).toEqual([
      "CODE_OF_CONDUCT.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "SECURITY.md",
      "publiccode.yml",
    ]);
    expect(readFileSync(join(repository, "LICENSE"), "utf8")).toMatch(/^\s*Apache License\n\s*Version 2\.0/);
    expect(readFileSync(join(repository, "CONTRIBUTING.md"), "utf8")).toContain("Contributing to kit");
    expect(readFileSync(join(repository, "SECURITY.md"), "utf8")).toContain("DECIDE: an address that somebody reads");
    expect(err).toContain("to decide: an address that somebody reads");
    // Once written and committed there is nothing left.
    git("commit", "--quiet", "--message=Files");
    expect(await fix()).toMatchObject({ code: 0, out: "", err: expect.stringContaining("Nothing to write.") });
    git("reset", "--quiet", "--hard", "HEAD~1");
  });

  it("speaks German, writes some of it, says what it leaves out", async () => {
    const { out, err } = await fix("--lang", "de", "--only", "CONTRIBUTING,LICENSE");
    expect(out).toContain("+++ b/CONTRIBUTING.md");
    expect(out).toContain("+# Mitmachen bei kit");
    expect(out).not.toContain("SECURITY.md\n--- ");
    expect(err).toContain("LICENSE: weggelassen");
  });

  it("knows what it can write, and that a choice of licences is not one text", async () => {
    const { code, err } = await fix("--only", "NOPE,LICENSE");
    expect([code, err]).toEqual([2, expect.stringContaining("it can write LICENSE, CODEOWNERS, CONTRIBUTING.md")]);
    expect((await fix("--only", "license", "--license", "MIT OR Apache-2.0")).err).toContain("That is more than one licence");
  });

  it("takes the organisation's own templates and names, through no link", async () => {
    const program = join(folder, "program");
    expect((await run(["init", program, "--pack", "baloise", "--yes", "--now", "2026-11-30"])).code).toBe(0);
    const templates = join(program, "allmend", "templates");
    mkdirSync(templates);
    writeFileSync(join(templates, "CONTRIBUTING.md"), "Ours: {{name}} by {{holder}}, {{license}}, {{what}}\n");
    writeFileSync(join(folder, "outside"), "a secret of this machine\n");
    symlinkSync(join(folder, "outside"), join(templates, "SECURITY.md"));
    const { code, out } = await fix("--program", program);
    expect(code).toBe(0);
    expect(out).toContain("+Ours: kit by Baloise, Apache-2.0, DECIDE: what");
    expect(out).toContain("+# Security of kit");
    expect(out).not.toContain("a secret of this machine");
    expect(out).toContain("+++ b/LICENSE");
  });

  it("writes around what stands in the way, and git takes that, too", async () => {
    const odd = join(folder, "odd");
    mkdirSync(join(odd, "SECURITY.md"), { recursive: true });
    mkdirSync(join(odd, "publiccode.yml"));
    writeFileSync(join(odd, "SECURITY.md", "x"), "x");
    writeFileSync(join(odd, "publiccode.yml", "x"), "x");
    symlinkSync("elsewhere", join(odd, ".github"));
    const inside = (...args: string[]) =>
      execFileSync("git", ["-C", odd, "-c", "user.name=A", "-c", "user.email=a@b.example", ...args], { encoding: "utf8" });
    inside("init", "--quiet");
    inside("add", "--all");
    inside("commit", "--quiet", "--message=Odd");
    const patch = join(folder, "odd.patch");
    const { err } = await run(["fix", odd, "--now", "2026-11-30", "--quiet", "--output", patch]);
    expect(err).toContain("publiccode.yml: left out. Something else stands");
    expect(err).toContain("SECURITY.md: left out. Something else stands");
    inside("apply", "--index", patch);
    expect(inside("diff", "--cached", "--name-only").trim().split("\n")).toEqual(["CODEOWNERS", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md"]);
  });

  it("is for one repository", async () => {
    expect(await run(["fix", folder, "--quiet"])).toMatchObject({ code: expect.any(Number) });
    mkdirSync(join(folder, "two", "a"), { recursive: true });
    for (const name of ["a", "b"]) execFileSync("git", ["init", "--quiet", join(folder, "two", name)]);
    const wrong = await run(["fix", join(folder, "two"), "--quiet"]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("not-one-repository") });
    expect(existsSync(join(repository, "SECURITY.md"))).toBe(false);
  });
});
