// Real repositories in temporary folders: for tests.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];
// Workers of the test runner end without the event "exit", so the tests themselves clear up.
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder (real path), removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "allmend-test-")));
  made.push(folder);
  return folder;
}

/** Runs git with fixed names and dates, untouched by the machine's configuration. Returns standard output. */
export function git(cwd: string, args: readonly string[], input?: string | Uint8Array): string {
  const who = { NAME: "Ada", EMAIL: "ada@example.com", DATE: "2024-05-06T07:08:09+02:00" };
  const people = ["AUTHOR", "COMMITTER"].flatMap((role) => Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]));
  return execFileSync("git", ["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", "-c", "gc.auto=0", ...args], {
    cwd,
    input: input ?? "",
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", ...Object.fromEntries(people) },
  });
}

/** Writes files (path → content) below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A repository with one commit of these files; returns the folder. */
export function makeRepository(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>> = { "README.md": "# Hello\n" },
  init: readonly string[] = [],
): string {
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "-q", ...init]);
  writeFiles(folder, files);
  git(folder, ["add", "-A", "-f"]);
  git(folder, ["commit", "-q", "--allow-empty", "-m", "First"]);
  return folder;
}

/** The commit of HEAD, as git says. */
export function headCommit(folder: string): string {
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

const FIFO_PROGRAM = "mkfifo";

/** A pipe with a name: whoever opens it to read waits for a writer. */
export function makeFifo(path: string): void {
  execFileSync(FIFO_PROGRAM, [path]);
}
