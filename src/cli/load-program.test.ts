import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openCache } from "#facts";
import { findProgram, readProgram } from "./load-program.ts";

test("a board that stood in the documents before there was a strategy is told, also where nothing else changed", async () => {
  const root = mkdtempSync(join(tmpdir(), "allmend-load-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=mara@muster.example", ...args], { cwd: root });
  const program = join(root, "allmend");
  mkdirSync(program);
  writeFileSync(
    join(program, "organization.yaml"),
    "organization: Small\nextends: [starter]\nboards:\n  osrb: { name: OSRB, lanes: { legal: 1 } }\n",
  );
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "A board");
  writeFileSync(join(program, "strategy.md"), "---\nstrategy: S\nstate: draft\nobjectives: []\n---\n\nWhat we want.\n");
  const cache = await openCache(join(root, "cache"));
  const told = async () =>
    (await readProgram(findProgram(root, []), cache)).problems.filter(({ code }) => code === "structure-before-strategy");
  expect(await told()).toEqual([]);
  git("add", "-A", "allmend");
  execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=mara@muster.example", "commit", "-q", "-m", "A strategy"], {
    cwd: root,
    env: { ...process.env, GIT_COMMITTER_DATE: "2099-01-01T12:00:00Z" },
  });
  expect(await told()).toEqual([expect.objectContaining({ severity: "warning", line: 4, file: join(program, "organization.yaml") })]);
});
