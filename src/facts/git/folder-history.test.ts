import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderHistory } from "./folder-history.ts";

function repository(): { root: string; commit(message: string, files: Readonly<Record<string, string>>): void } {
  const root = mkdtempSync(join(tmpdir(), "allmend-folder-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=mara@muster.example", ...args], { cwd: root });
  git("init", "-q");
  return {
    root,
    commit(message, files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(root, path, ".."), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      git("add", "-A");
      git("commit", "-q", "-m", message);
    },
  };
}

test("commits of a folder, the newest first, with its files as they were", async () => {
  const { root, commit } = repository();
  commit("A program", { "allmend/organization.yaml": "one\n", "allmend/policies/compliance.md": "First.\n" });
  commit("Something else", { "src/a.ts": "1\n" });
  commit("The policy says more", { "allmend/policies/compliance.md": "Second.\n" });
  const history = await folderHistory(join(root, "allmend"));
  expect(history?.folder).toBe("allmend");
  expect(history?.commits.map(({ author, subject }) => [author, subject])).toEqual([
    ["Mara", "The policy says more"],
    ["Mara", "A program"],
  ]);
  const [, first] = history?.commits ?? [];
  expect(await history?.filesAt(first?.commit ?? "", (path) => path.endsWith(".md"))).toEqual({ "policies/compliance.md": "First.\n" });
  expect(await history?.filesAt("--help", () => true)).toEqual({});
});

test("a folder that is the repository itself; one outside of any", async () => {
  const { root, commit } = repository();
  expect(await folderHistory(root)).toBeUndefined();
  commit("Begin", { "organization.yaml": "one\n" });
  const history = await folderHistory(root);
  expect(history?.folder).toBe("");
  expect(await history?.filesAt(history.commits[0]?.commit ?? "", () => true)).toEqual({ "organization.yaml": "one\n" });
  const outside = mkdtempSync(join(tmpdir(), "allmend-none-"));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  expect(await folderHistory(outside)).toBeUndefined();
});
