// The elite example on repositories: each licence class answers as the public lists say, and what a clone cannot answer says what it waits for.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "#policy";
import type { ScanResult } from "#scan";
import { root, runner, scratch } from "./run.ts";

const NOW = "2026-11-23";
const folder = scratch();
const run = runner(join(folder, "home"));
const program = join(folder, "goo", "allmend");
let result: ScanResult;

/** One package of each class; what the product ships to browsers. */
const packages: Readonly<Record<string, string>> = {
  notice: "MIT",
  unencumbered: "0BSD",
  reciprocal: "MPL-2.0",
  restricted: "GPL-2.0-only",
  exception: "OFL-1.1",
  forbidden: "AGPL-3.0-only",
  wild: "WTFPL",
  idle: "CC-BY-NC-4.0",
  nowhere: "EUPL-1.2",
  choice: "(MIT OR AGPL-3.0-only)",
};

function repository(name: string, files: Readonly<Record<string, string>>): void {
  const at = join(folder, "repositories", name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", at, "-c", "user.name=A. B.", "-c", "user.email=ab@example.org", ...args], { stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", `https://github.com/example/${name}.git`);
  git("add", "--all");
  git("commit", "--quiet", "--message=All of it");
}

beforeAll(async () => {
  const locked = Object.entries(packages).map(([name, license]) => [`node_modules/${name}`, { version: "1.0.0", license }] as const);
  const dependencies = Object.fromEntries([...Object.keys(packages), "silent"].map((name) => [name, "1"]));
  repository("viewer", {
    "package.json": JSON.stringify({ name: "viewer", version: "1.0.0", dependencies }),
    "package-lock.json": JSON.stringify({
      name: "viewer",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: { "": { name: "viewer", dependencies }, ...Object.fromEntries(locked), "node_modules/silent": { version: "1.0.0" } },
    }),
    LICENSE: "SPDX-License-Identifier: MIT\n",
    "vendor/other/other.c": "int other;\n",
  });
  expect((await run(["init", dirname(program), "--pack", "google", "--yes", "--now", NOW, "--organization", "Example"])).code).toBe(0);
  writeFileSync(
    join(program, "organization.yaml"),
    "schema: allmend.organization/1\norganization: Example\nextends: google@2025-10\nteams: { open-source-team: { lead: none }, legal: { lead: none }, directors: { lead: none } }\nproducts:\n  - id: viewer\n    deliverables:\n      - { id: web, distribution: browser, repositories: [viewer] }\n",
  );
  const scanned = await run(["scan", join(folder, "repositories"), "--program", program, "--now", NOW, "--json", "--quiet"]);
  expect(scanned.code, scanned.err).toBe(0);
  result = JSON.parse(scanned.out) as ScanResult;
});

function finding(rule: string, label = ""): Finding | undefined {
  return result.findings.find((candidate) => candidate.rule === rule && candidate.subject.label.startsWith(label));
}

describe("the elite example", () => {
  it("shows an example under every rule on licences", async () => {
    const tested = await run(["test", join(root, "packs", "google")]);
    expect([tested.code, tested.err + tested.out]).toEqual([0, expect.stringContaining("0 failed")]);
    const rules = result.program.policies.flatMap((policy) => policy.rules).filter(({ id }) => id.startsWith("GOO-LIC-"));
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  it("names source, modality and assurance of each rule, in both languages", () => {
    const rules = result.program.policies.flatMap((policy) => policy.rules);
    expect(rules.length).toBeGreaterThan(40);
    for (const rule of rules) {
      expect(rule, rule.id).toMatchObject({ source: expect.any(String), modality: expect.any(String), assurance: expect.any(String) });
      expect(Object.keys(rule.statement).sort(), rule.id).toEqual(["de", "en"]);
    }
  });

  it("answers by licence class", () => {
    expect(finding("GOO-LIC-05", "restricted")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("GOO-LIC-07", "exception")).toMatchObject({ outcome: "review", lane: "legal" });
    for (const name of ["forbidden", "wild", "idle"]) expect(finding("GOO-LIC-08", name), name).toMatchObject({ outcome: "deny" });
    expect(finding("GOO-LIC-10", "silent")).toMatchObject({ outcome: "deny", because: "matched" });
    for (const name of ["notice", "unencumbered", "reciprocal", "choice"])
      expect(result.findings.filter(({ rule, subject }) => rule.startsWith("GOO-LIC") && subject.label.startsWith(name))).toEqual([]);
    // In no class: somebody looks.
    expect(result.findings.find(({ subject, outcome }) => subject.label.startsWith("nowhere") && outcome === "review")).toMatchObject({
      because: "not-covered",
    });
  });

  it("reads from a clone what a clone holds", () => {
    expect(finding("GOO-USE-01", "viewer")).toMatchObject({ outcome: "warn", because: "matched" });
    expect(finding("GOO-REL-01", "viewer")).toMatchObject({ outcome: "review", because: "matched" });
    expect(finding("GOO-REL-05", "viewer")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("GOO-EXE-01")).toMatchObject({ outcome: "warn", because: "matched" });
  });

  it("says of the rest what it waits for", () => {
    const reason = (id: string, label = "viewer") => finding(id, label)?.unknown?.map((unknown) => unknown.reason);
    expect(reason("GOO-APP-02")).toEqual(["needs-person"]);
    expect(reason("GOO-EXE-02", "")).toEqual(["needs-person"]);
    for (const [rule, why] of [
      ["GOO-PAT-01", "needs-cases"],
      ["GOO-SHIP-01", "needs-releases"],
    ] as const)
      expect(result.coverage.rulesUnknown).toContainEqual({ rule, reasons: { [why]: 0 } });
  });
});
