// The example organisation from end to end: what a newcomer sees first must be right.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScanResult } from "../src/scan/result.ts";
import { type Outcome, root, runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const NOW = "2026-11-23T00:00:00Z";
const output = join(folder, "out");
let started: Outcome;
let result: ScanResult;

beforeAll(async () => {
  mkdirSync(output);
  started = await run(["start", "--no-serve", "--quiet", "--now", NOW, "--output", output]);
  result = JSON.parse(readFileSync(join(output, "result.json"), "utf8")) as ScanResult;
});

function findings(rule: string): ScanResult["findings"] {
  return result.findings.filter((finding) => finding.rule === rule);
}

describe("npm start without a path", () => {
  it("scans the example organisation together with this repository", () => {
    expect(started.code, started.err).toBe(0);
    expect(result.repositories.map((repository) => repository.id)).toEqual([
      "allmend",
      "claims-batch",
      "claims-service",
      "claims-web",
      "incubator/claims-forms",
      "platform/ops-scripts",
      "tariff-kit",
      "tariff-kit-enterprise",
    ]);
  });

  it("says the answer first, then what it rests on", () => {
    expect(started.out).toMatch(
      /^Open source at Seeland Versicherung, as of 23 November 2026\n\n {2}\d+ findings stand against our own rules/,
    );
    expect(started.out).toContain("How much was covered");
    expect(started.out).toContain("not legal advice");
  });

  it("denies network copyleft in the browser", () => {
    const denied = findings("no-network-copyleft").filter((finding) => finding.subject.label.startsWith("mupdf"));
    expect(denied).toHaveLength(1);
    expect(denied[0]).toMatchObject({ outcome: "deny", because: "matched", subject: { product: "claims-portal" } });
    expect(denied[0]?.evidence[0]).toMatchObject({ repository: "claims-web", path: "package-lock.json" });
    expect(denied[0]?.serves.objectives).toContain("no-surprises");
  });

  it("honours a waiver that has not run out", () => {
    const waived = findings("no-network-copyleft").find((finding) => finding.subject.label.includes("kernel"));
    expect(waived?.waiver).toMatchObject({ expires: "2027-03-31", expired: false });
  });

  it("takes the milder branch of a choice, or the one that licenses.yaml takes", () => {
    for (const name of ["jszip", "node-forge"]) {
      expect(
        result.findings.filter(
          (finding) => finding.subject.label.startsWith(`${name} `) && finding.area === "compliance" && finding.outcome !== "allow",
        ),
      ).toEqual([]);
    }
  });

  it("finds a pipeline that runs a stranger's code with our rights", () => {
    expect(findings("dangerous-workflows").map((finding) => finding.subject.label)).toEqual(["platform/ops-scripts"]);
  });

  it("says which repository belongs to no product", () => {
    expect(findings("repositories-have-products")[0]?.facts).toContainEqual(expect.objectContaining({ value: ["platform/ops-scripts"] }));
  });

  it("counts rules that nothing here can answer as unknown, with the reason", () => {
    const unknown = result.coverage.rulesUnknown.find((entry) => entry.rule === "branch-protected");
    expect(unknown?.reasons).toHaveProperty("needs-forge");
  });

  it("gives the same bytes for the same inputs and the same moment", async () => {
    const again = join(folder, "again");
    mkdirSync(again);
    await run(["start", "--no-serve", "--quiet", "--no-cache", "--now", NOW, "--output", again]);
    expect(readFileSync(join(again, "result.json"), "utf8")).toBe(readFileSync(join(output, "result.json"), "utf8"));
    expect(readFileSync(join(again, "report.html"), "utf8")).toBe(readFileSync(join(output, "report.html"), "utf8"));
  });
});

describe("questions answered from the last result", () => {
  it("may I use it?", async () => {
    const answer = await run(["check", "pkg:npm/mupdf@1.26.4", "--product", "claims-portal", "--lang", "en"]);
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(/^■ pkg:npm\/mupdf@1\.26\.4: denied/);
    expect(answer.out).toContain("no-network-copyleft");
  });

  it("where is it?", async () => {
    const answer = await run(["check", "pkg:npm/zod@<5", "--json"]);
    const places = (JSON.parse(answer.out) as { answers: { places: { repository: string }[] }[] }).answers[0]?.places ?? [];
    expect(places.map((place) => place.repository)).toContain("claims-web");
  });

  it("how is this repository?", async () => {
    const answer = await run(["check", "platform/ops-scripts"]);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("dangerous-workflows");
  });

  it("answers a component that no scan has seen from what it is told", async () => {
    const answer = await run([
      "check",
      "pkg:npm/somewhere@1.0.0",
      "--license",
      "MIT OR GPL-3.0-only",
      "--product",
      "tariff-kit",
      "--lang",
      "de",
    ]);
    expect(answer.code).toBe(0);
    expect(answer.out).toContain("in Ordnung");
  });

  it("says what is wrong with a question", async () => {
    const answer = await run(["check", "pkg:npm/", "--product", "claims-portal"]);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain("pkg:type");
    expect((await run(["check", "pkg:npm/a@1", "--product", "nobody"])).err).toContain("claims-portal");
  });
});

describe("forms of a result", () => {
  const scanned = ["scan", join(root, "allmend", ".."), "--program", join(root, "allmend"), "--now", NOW, "--quiet"];

  it("passes our own program", async () => {
    const own = await run([...scanned, "--fail-on", "deny", "--format", "markdown"]);
    expect(own.code, own.out).toBe(0);
    expect(own.out).toMatch(/^## /);
  });

  it("is SARIF that a code host accepts", async () => {
    const own = await run([...scanned, "--format", "sarif"]);
    const document = JSON.parse(own.out) as {
      version: string;
      runs: { results: { ruleId: string; locations: unknown[] }[]; tool: { driver: { rules: { id: string }[] } } }[];
    };
    expect(document.version).toBe("2.1.0");
    const [first] = document.runs;
    const rules = new Set(first?.tool.driver.rules.map((rule) => rule.id));
    for (const finding of first?.results ?? []) {
      expect(rules.has(finding.ruleId)).toBe(true);
      expect(finding.locations.length).toBeGreaterThan(0);
    }
  });
});
