// The command line as a pipeline uses it: exit codes, what goes where, the same bytes for the same inputs.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScanResult } from "#scan";
import { type Outcome, runner, scratch } from "./run.ts";

const NOW = "2026-11-23";
const folder = scratch();
const here = join(folder, "here");
const run = runner(join(folder, "home"));
const inHere = (...args: string[]): Promise<Outcome> => run(args, { cwd: here });

const organization = `organization: Small
teams: { ospo: { lead: mk }, web: { lead: lb } }
products:
  - { id: portal, owner: web, deliverables: [{ id: web, distribution: browser, repositories: [web] }] }
`;
const compliance = `---
policy: compliance
title: Licences
state: in-force
default: { usage: review }
---

# Licences

Permissive licences are fine.

\`\`\`yaml rule
id: permissive
about: usage
when: license.strength == "permissive"
decide: allow
\`\`\`

Network copyleft is not used.

\`\`\`yaml rule
id: no-network
about: usage
when: license.strength == "network"
decide: deny
remedy: Choose another.
\`\`\`
`;

function lockfile(licenses: Readonly<Record<string, string>>): string {
  const packages = Object.entries(licenses).map(([name, license]) => [`node_modules/${name}`, { version: "1.0.0", license }]);
  const dependencies = Object.fromEntries(Object.keys(licenses).map((name) => [name, "1"]));
  return JSON.stringify({
    name: "web",
    lockfileVersion: 3,
    packages: { "": { name: "web", dependencies }, ...Object.fromEntries(packages) },
  });
}

function commit(licenses: Readonly<Record<string, string>>): void {
  const web = join(here, "repositories", "web");
  mkdirSync(web, { recursive: true });
  writeFileSync(join(web, "package-lock.json"), lockfile(licenses));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", web, "-c", "user.name=x", "-c", "user.email=x@y.example", ...args], {
      stdio: "pipe",
      env: { ...process.env, GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z", GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z" },
    });
  if (!existsSync(join(web, ".git"))) git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=x");
}

beforeAll(() => {
  mkdirSync(join(here, "program", "policies"), { recursive: true });
  writeFileSync(join(here, "program", "organization.yaml"), organization);
  writeFileSync(join(here, "program", "policies", "compliance.md"), compliance);
  commit({ good: "MIT", odd: "EPL-2.0" });
});

const scan = (...more: string[]) => inHere("scan", "repositories", "--program", "program", "--now", NOW, "--quiet", ...more);

describe("exit codes", () => {
  it("are 0 without a gate, and where the gate passes; the log says so", async () => {
    expect((await scan()).code).toBe(0);
    const passing = await scan("--fail-on", "deny");
    expect([passing.code, passing.err.trim()]).toEqual([0, "Gate (--fail-on deny): passes."]);
  });

  it("are 1 where the gate fails, in whatever form and language", async () => {
    for (const form of ["text", "json", "sarif", "markdown", "html"]) {
      const failing = await scan("--fail-on", "review", "--format", form);
      expect([failing.code, failing.err.trim()]).toEqual([1, "Gate (--fail-on review): fails; findings that fail it: 1."]);
    }
    expect((await scan("--fail-on", "review", "--lang", "de")).err).toContain("Schranke (--fail-on review): zu");
  });

  it.each([
    [["scan", "nowhere"], "folder-not-found"],
    [["scan", "repositories", "--program", "nowhere"], "program-invalid"],
    [["scan", "repositories", "--baseline", "nowhere.json"], "path-missing"],
    [["scan", "repositories", "--baseline", "program/organization.yaml"], "bad-baseline"],
    [["scan", "repositories", "--now", "2026-02-31"], "bad-now"],
    [["scan", "repositories", "--now", "tomorrow"], "bad-now"],
    [["scan"], "missing required argument"],
    [["scan", "repositories", "--fail-on", "warn"], "Allowed choices are deny, review"],
    [["scna"], "Did you mean scan?"],
    [["adopt", "repositories"], "no-program"],
    [["check", "pkg:npm/x@<"], "bad-range"],
    [["check", "nobody"], "unknown-repository"],
    [["check", "pkg:npm/x@1", "--license", "MIT AND"], "bad-license"],
    [["inventory", "nowhere"], "path-missing"],
    [["identify", "nowhere"], "path-missing"],
    [["validate", "nowhere"], ""],
    [["init", "new", "--pack", "nobody", "--yes"], "pack-unusable"],
  ] as const)("are 2 for wrong use: %j", async (args, code) => {
    const wrong = await inHere(...args);
    expect(wrong.code, wrong.err).toBe(2);
    expect(wrong.err).toContain(code);
    expect(wrong.err).not.toContain("    at ");
  });
});

describe("what goes where", () => {
  it("puts documents for machines on standard output and nothing else", async () => {
    for (const args of [
      ["scan", "repositories", "--program", "program", "--json"],
      ["scan", "repositories", "--program", "program", "--format", "sarif"],
      ["inventory", "repositories"],
      ["inventory", "repositories", "--format", "spdx"],
      ["inventory", "repositories", "--json"],
      ["validate", "program", "--json"],
      ["test", "program", "--json"],
      ["check", "pkg:npm/good@1.0.0", "--json"],
      ["check", "pkg:npm/good@<2", "web", "--json"],
    ]) {
      const { code, out, err } = await inHere(...args);
      expect(code, err).toBe(0);
      expect(JSON.parse(out)).toBeTypeOf("object");
    }
    const lines = (await inHere("identify", "repositories/web/package-lock.json", "--json")).out.trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ path: "repositories/web/package-lock.json" });
  });

  it("identify tells people in their language what stands in the way, and lets no file command the terminal", async () => {
    writeFileSync(join(here, "red\u001b[31m.txt"), Buffer.from([0, 1, 2, 3]));
    const english = (await inHere("identify", "red\u001b[31m.txt", "--format", "text")).out;
    expect(english).toContain("binary, no text in it");
    expect(english).not.toContain("\u001b");
    expect((await inHere("identify", "red\u001b[31m.txt", "--format", "text", "--lang", "de")).out).toContain("binär, kein Text darin");
  });

  it("writes to --output, in folders that it makes, and then nothing to standard output", async () => {
    const { code, out } = await scan("--format", "markdown", "--output", "deep/er/comment.md");
    expect([code, out]).toEqual([0, ""]);
    expect(readFileSync(join(here, "deep", "er", "comment.md"), "utf8")).toMatch(/^## /);
  });
});

describe("a result", () => {
  it("has the same bytes for the same inputs, wherever they lie and whoever reads them at once", async () => {
    const there = join(folder, "there", "deeper");
    cpSync(here, there, { recursive: true });
    for (const form of ["json", "text", "sarif", "markdown", "html"]) {
      const first = await scan("--format", form);
      const args = ["scan", "repositories", "--program", "program", "--now", NOW, "--quiet", "--format", form, "--jobs", "1", "--no-cache"];
      const second = await runner(join(folder, "other-home"))(args, { cwd: there });
      expect(second.out).toBe(first.out);
      expect(first.out).not.toContain(folder);
    }
  });

  it("names its program without a path, the packs that come along by their name", async () => {
    const own = JSON.parse((await scan("--json")).out) as ScanResult;
    expect([own.inputs.program.location, own.program.organization.name]).toEqual(["program", "Small"]);
    const packed = JSON.parse((await inHere("scan", "repositories", "--now", NOW, "--json", "--quiet")).out) as ScanResult;
    expect([packed.inputs.program.location, packed.program.organization.name]).toEqual(["pack:starter", "repositories"]);
  });

  it("takes a day as its beginning in UTC, whatever zone the machine is in", async () => {
    const { now } = JSON.parse((await scan("--json")).out) as ScanResult;
    expect(now).toBe("2026-11-23T00:00:00Z");
  });
});

describe("a baseline", () => {
  const gate = (now: string, on = "review") =>
    inHere("scan", "repositories", "--program", "program", "--now", now, "--quiet", "--baseline", "program/baseline.json", "--fail-on", on);

  it("lets what is known pass until its day, and stops what is new", async () => {
    const adopted = await inHere("adopt", "repositories", "--program", "program", "--now", NOW, "--quiet", "--json");
    expect(adopted.code, adopted.err).toBe(0);
    expect(JSON.parse(adopted.out)).toMatchObject({ schema: "allmend.adopted/1", findings: 1 });
    const [entry] = (JSON.parse(readFileSync(join(here, "program", "baseline.json"), "utf8")) as { findings: object[] }).findings;
    expect(entry).toMatchObject({ rule: "default:compliance", outcome: "review", owner: "web", due: "2027-02-21" });

    const known = await gate(NOW);
    expect(known.code, known.err).toBe(0);
    expect((await gate("2027-02-21")).code).toBe(0);
    const overdue = await gate("2027-02-22");
    expect([overdue.code, overdue.err.trim()]).toEqual([1, "Gate (--fail-on review): fails; findings that are new or overdue: 1."]);

    commit({ good: "MIT", odd: "EPL-2.0", bad: "AGPL-3.0-only" });
    const fresh = await gate(NOW, "deny");
    expect(fresh.code).toBe(1);
    expect(fresh.out).toContain("bad");
    expect(fresh.out).not.toContain("odd 1.0.0");
  });

  it("is looked at by validate", async () => {
    writeFileSync(join(here, "program", "baseline.json"), "{}");
    const validated = await inHere("validate", "program");
    expect([validated.code, validated.out]).toEqual([2, expect.stringContaining("[bad-baseline]")]);
  });
});
