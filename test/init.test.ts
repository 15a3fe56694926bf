// The first command of a newcomer: a program for a folder of repositories, without a word on where they are.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));

function repository(path: string): void {
  mkdirSync(path, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: path });
  git("init", "-q");
  writeFileSync(join(path, "package.json"), JSON.stringify({ name: "shop", dependencies: { react: "19.0.0", "react-dom": "19.0.0" } }));
  git("add", ".");
  git("commit", "-qm", "A shop");
}

describe("allmend init", () => {
  it("proposes from the repositories that lie where the program goes", async () => {
    repository(join(folder, "work", "shop"));
    const written = await run(["init", join(folder, "work"), "--pack", "starter", "--yes"]);
    expect(written.code, written.err).toBe(0);
    const text = readFileSync(join(folder, "work", "allmend", "organization.yaml"), "utf8");
    expect(text).toMatch(/^products:\n(?: {2}#.*\n)? {2}- id: shop$/m);
    expect((await run(["validate", join(folder, "work", "allmend")])).code).toBe(0);
    const report = await run(["report", "executive", join(folder, "work"), "--format", "markdown", "--lang", "en"]);
    expect(report.code, report.err).toBe(0);
    expect(report.out).toContain("We ask you");
  });

  it("proposes nothing where there are none", async () => {
    mkdirSync(join(folder, "empty"));
    const written = await run(["init", join(folder, "empty"), "--yes"]);
    expect(written.code, written.err).toBe(0);
    expect(readFileSync(join(folder, "empty", "allmend", "organization.yaml"), "utf8")).toContain("# products:");
    expect(written.err).toContain("No repository with something to deliver was found there");
    mkdirSync(join(folder, "hollow"));
    const named = await run(["init", join(folder, "named"), "--from", join(folder, "hollow"), "--yes", "--lang", "de"]);
    expect(named.err).toContain("Dort fand sich kein Repository");
    expect(readFileSync(join(folder, "named", "allmend", "organization.yaml"), "utf8")).toContain("# products:");
  });
});
