// What commands print for machines has the shape that docs/reference/schema/output/ promises: real output, held against it, unknown keys included.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { outputSchemas } from "../src/cli/outputs/index.ts";
import { root, runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const repositories = join(folder, "repositories");
const program = join(folder, "program");
const NOW = "2026-11-23";

beforeAll(async () => {
  await run(["start", "--no-serve", "--quiet", "--now", NOW]);
  const [example = ""] = readdirSync(join(folder, "home", "examples"));
  cpSync(join(folder, "home", "examples", example), repositories, { recursive: true });
  cpSync(join(root, "examples", "allmend"), program, { recursive: true });
  mkdirSync(join(program, "registers"), { recursive: true });
  writeFileSync(
    join(program, "registers", "suppliers.yaml"),
    "schema: allmend.register/1\nsuppliers: { acme: { name: Acme, tier: high, items: { sdk: { name: SDK, kind: sdk, products: [claims-portal] } } } }\n",
  );
  writeFileSync(
    join(folder, "sbom.json"),
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      components: [{ type: "library", name: "a", version: "1", purl: "pkg:npm/a@1" }],
    }),
  );
  writeFileSync(
    join(folder, "osv.json"),
    JSON.stringify({
      id: "GHSA-test",
      affected: [{ package: { ecosystem: "npm", name: "zod" }, versions: ["4.0.0"] }, { package: { ecosystem: "Linux", name: "x" } }],
    }),
  );
});

/** Commands that print this shape. */
const printed: Readonly<Record<Exclude<keyof typeof outputSchemas, "identified">, readonly (readonly string[])[]>> = {
  result: [
    ["scan", repositories, "--json", "--now", NOW],
    ["scan", repositories, "--program", program, "--json", "--now", "2027-06-01"],
    ["scan", repositories, "--program", join(root, "packs", "baloise"), "--json", "--now", NOW],
  ],
  inventory: [["inventory", repositories, "--json", "--now", NOW]],
  check: [
    ["check", "pkg:npm/mupdf@1.26.4", "pkg:npm/zod@<5", "platform/ops-scripts", "--json"],
    ["check", "pkg:npm/unseen@1.0.0", "--license", "MIT OR GPL-3.0-only", "--json"],
  ],
  problems: [
    ["validate", program, "--json"],
    ["validate", join(folder, "nowhere"), "--json"],
  ],
  examples: [["test", program, "--json"]],
  departures: [
    ["diff", program, "--json"],
    ["diff", "--pack", program, "--json"],
    ["diff", join(root, "packs", "baloise"), "--pack", "starter", "--json"],
  ],
  why: [["why", "policy:compliance", "--json"]],
  orphans: [["why", "--orphans", "--json"]],
  written: [["init", join(folder, "new"), "--yes", "--json", "--from", repositories]],
  adopted: [["adopt", repositories, "--program", program, "--output", join(folder, "baseline.json"), "--json", "--now", NOW]],
  community: [["community", repositories, "--json", "--now", NOW]],
  delivery: [
    ["delivery", repositories, "--json", "--now", NOW],
    ["delivery", repositories, "--program", program, "--json", "--now", NOW, "--year", "2025"],
  ],
  imported: [["import", "osv", join(folder, "osv.json"), "--program", program, "--json", "--now", NOW]],
  survey: [["survey", "results", "--json", "--program", program]],
  "culture-survey": [["survey", "results", "--questionnaire", "culture", "--json", "--program", program]],
  "imported-answers": [["survey", "import", join(folder, "nothing.csv"), "--json", "--program", program]],
  received: [
    [
      "import",
      "delivery",
      join(folder, "sbom.json"),
      "--supplier",
      "acme",
      "--item",
      "sdk",
      "--release",
      "1",
      "--program",
      program,
      "--json",
      "--now",
      NOW,
    ],
  ],
  gaps: [["report", "gaps", "--item", "acme/sdk", "--program", program, "--json"]],
  clauses: [["report", "clauses", "--program", program, "--json"]],
  questionnaire: [["report", "questionnaire", "--item", "acme/sdk", "--program", program, "--json"]],
  notices: [["report", "notices", repositories, "--program", program, "--product", "claims-portal", "--json", "--quiet", "--now", NOW]],
  sources: [["report", "sources", repositories, "--program", program, "--product", "claims-portal", "--json", "--quiet", "--now", NOW]],
  offer: [["report", "offer", repositories, "--program", program, "--product", "claims-portal", "--json", "--quiet", "--now", NOW]],
  compliance: [
    ["report", "compliance", repositories, "--program", program, "--product", "claims-portal", "--json", "--quiet", "--now", NOW],
  ],
  executive: [
    ["report", "executive", repositories, "--program", program, "--json", "--quiet", "--now", NOW],
    ["report", "executive", "--json", "--against", join(folder, "earlier.json")],
  ],
  "strategy-report": [["report", "strategy", repositories, "--program", program, "--json", "--quiet", "--now", NOW]],
  "policies-report": [["report", "policies", repositories, "--program", program, "--json", "--quiet", "--now", NOW]],
  "open-source-report": [["report", "open-source", repositories, "--program", program, "--json", "--quiet", "--now", NOW]],
  analysis: [["report", "analysis", repositories, "--program", program, "--json", "--quiet", "--now", NOW]],
  conformance: [["report", "conformance", repositories, "--program", program, "--json", "--quiet", "--now", NOW]],
  recorded: [["record", "attestation", "BAL-ID-02", "--by", "mk", "--program", join(folder, "own"), "--json"]],
};

describe("documents for machines", () => {
  it.each(Object.entries(printed))("of %s have their shape", async (name, commands) => {
    if (name === "imported-answers") writeFileSync(join(folder, "nothing.csv"), "role,example\nengineer,\n");
    if (name === "executive")
      await run(["scan", repositories, "--quiet", "--now", NOW, "--format", "json"]).then(({ out }) =>
        writeFileSync(join(folder, "earlier.json"), out),
      );
    if (name === "recorded") await run(["init", join(folder, "own"), "--pack", "baloise", "--yes"]);
    const schema = outputSchemas[name as keyof typeof printed];
    for (const command of commands) {
      const { out, err } = await run([...command]);
      expect(out, err).not.toBe("");
      const parsed = schema.safeParse(JSON.parse(out));
      expect(parsed.success ? [] : parsed.error.issues.slice(0, 5), command.join(" ")).toEqual([]);
    }
  });

  it("with a baseline have it, too", async () => {
    const baseline = join(folder, "known.json");
    await run(["adopt", repositories, "--program", program, "--output", baseline, "--now", NOW]);
    const { out } = await run(["scan", repositories, "--program", program, "--baseline", baseline, "--json", "--now", "2027-06-01"]);
    const parsed = outputSchemas.result.safeParse(JSON.parse(out));
    expect(parsed.success ? [] : parsed.error.issues.slice(0, 5)).toEqual([]);
    expect(parsed.data?.findings.some((finding) => finding.age === "overdue" && finding.due !== undefined)).toBe(true);
  });

  it("of identify have it line by line", async () => {
    const { out } = await run(["identify", join(root, "LICENSE"), join(root, "README.md")]);
    for (const line of out.trimEnd().split("\n")) expect(outputSchemas.identified.safeParse(JSON.parse(line)).success, line).toBe(true);
  });

  it("are published under their names", () => {
    const published = readdirSync(join(root, "docs", "reference", "schema", "output")).sort();
    expect(published).toEqual(
      Object.keys(outputSchemas)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const name of published) {
      const schema = JSON.parse(readFileSync(join(root, "docs", "reference", "schema", "output", name), "utf8")) as { $schema: string };
      expect(schema.$schema).toContain("2020-12");
    }
  });
});
