import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { textBefore } from "./text-before.ts";

function repository(): { root: string; commit(day: string, files: Readonly<Record<string, string>>): void } {
  const root = mkdtempSync(join(tmpdir(), "allmend-before-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (args: readonly string[], day = "2026-01-01") =>
    execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=mara@muster.example", ...args], {
      cwd: root,
      env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` },
    });
  git(["init", "-q"]);
  return {
    root,
    commit(day, files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      git(["add", "-A"], day);
      git(["commit", "-q", "-m", "x"], day);
    },
  };
}

const before = (root: string) => textBefore(root, "organization.yaml", "strategy.md");

test("a file as it last was before another one came, with both days", async () => {
  const { root, commit } = repository();
  commit("2026-01-10", { "allmend/organization.yaml": "one\n" });
  commit("2026-02-10", { "allmend/organization.yaml": "two\n" });
  commit("2026-03-10", { "allmend/strategy.md": "S\n", "allmend/organization.yaml": "three\n" });
  commit("2026-04-10", { "allmend/strategy.md": "T\n", "allmend/organization.yaml": "four\n" });
  expect(await before(join(root, "allmend"))).toEqual({ begin: "2026-03-10", at: "2026-02-10", text: "two\n" });
});

test("nothing where both came at once, one never came, or there is no repository", async () => {
  const { root, commit } = repository();
  expect(await before(root)).toBeUndefined();
  commit("2026-01-10", { "organization.yaml": "one\n" });
  expect(await before(root)).toBeUndefined();
  commit("2026-01-11", { "strategy.md": "S\n" });
  expect((await before(root))?.text).toBe("one\n");
  const other = repository();
  other.commit("2026-01-10", { "organization.yaml": "one\n", "strategy.md": "S\n" });
  expect(await before(other.root)).toBeUndefined();
});
