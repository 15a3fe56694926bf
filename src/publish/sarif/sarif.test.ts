import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "#policy";
import type { ScanResult } from "#scan";
import { hostileSay, infect } from "../testing/hostile.ts";
import { largeResult } from "../testing/large.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { message } from "./message.ts";
import { sarif } from "./sarif.ts";

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: { startLine: number };
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly properties: { readonly tags: readonly string[] };
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly automationDetails: { readonly id: string };
    readonly originalUriBaseIds: Readonly<Record<string, { uri?: string; uriBaseId?: string }>>;
    readonly versionControlProvenance?: readonly { repositoryUri: string }[];
    readonly results: readonly Result[];
    readonly invocations: readonly {
      readonly toolExecutionNotifications: readonly { message: { text: string }; descriptor: { id: string } }[];
    }[];
  }[];
}

// The schema is of draft 4, which differs for us in the name of its id only.
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", "sarif-2.1.0.schema.json"), "utf8")) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function logOf(result: ScanResult, language: "en" | "de" = "en"): Log {
  return JSON.parse([...sarif(result, language)].join("")) as Log;
}

/** What the schema asks, and what GitHub asks beyond it. */
function expectAccepted(log: Log): void {
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(new Set(log.runs.map((run) => run.automationDetails.id)).size).toBe(log.runs.length);
  for (const run of log.runs) {
    const { rules } = run.tool.driver;
    expect(run.automationDetails.id.endsWith("/")).toBe(true);
    expect(run.results.length).toBeLessThanOrEqual(25_000);
    expect(rules.length).toBeLessThanOrEqual(25_000);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.name.length).toBeLessThanOrEqual(255);
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    }
    expect(new Set(run.results.map((one) => one.partialFingerprints.primaryLocationLineHash)).size).toBe(run.results.length);
    for (const one of run.results) expectResult(one, rules);
  }
}

function expectResult(one: Result, rules: readonly Rule[]): void {
  expect(rules[one.ruleIndex]?.id).toBe(one.ruleId);
  expect(one.message.text.length).toBeGreaterThan(0);
  expect(one.message.text.length).toBeLessThanOrEqual(1000);
  expectPlain(one.message.text);
  const places = [...one.locations, ...(one.relatedLocations ?? [])];
  expect(one.locations.length).toBe(1);
  expect(places.length).toBeLessThanOrEqual(1000);
  for (const { physicalLocation } of places) {
    const { uri, uriBaseId } = physicalLocation.artifactLocation;
    expect(uriBaseId).toBe("%SRCROOT%");
    expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
    // Relative, inside its root, and the same after a consumer has read it as an address.
    // oxlint-disable-next-line no-control-regex -- that is what it is for
    expect(uri).not.toMatch(/^[a-z][a-z0-9+.-]*:|^\/|\\|[\u0000-\u0020"<>]/i);
    const read = new URL(uri, "file:///root/of/repository/");
    expect(read.href).toBe(`file:///root/of/repository/${uri}`);
  }
}

/** No link, no place for an argument: every bracket is escaped, every brace doubled. */
function expectPlain(text: string): void {
  expect(text.replaceAll(/\\[\\[\]]/g, "")).not.toMatch(/[[\]]/);
  expect(text.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
}

describe("SARIF", () => {
  it("is this for the sample", async () => {
    const text = [...sarif(sampleResult, "en")].join("");
    expectAccepted(JSON.parse(text) as Log);
    await expect(text).toMatchFileSnapshot("fixtures/sample.sarif.json");
  });

  it("has a run for each repository, with paths inside it", () => {
    const log = logOf(sampleResult);
    expect(log.runs.map((run) => run.automationDetails.id)).toEqual(["allmend/shop-web/", "allmend/till/", "allmend-program/"]);
    expect(log.runs[0]?.originalUriBaseIds["%SRCROOT%"]).toMatchObject({ uri: "shop-web/", uriBaseId: "SCANNED" });
    expect(log.runs[0]?.versionControlProvenance?.[0]?.repositoryUri).toBe("ssh://git@github.com/muster/shop-web.git");
    expect(log.runs.map((run) => run.results.map((one) => one.ruleId))).toEqual([
      ["no-network-copyleft", "milder-branch"],
      ["a-licence-there-must-be", "owners"],
      ["owners-of-products"],
    ]);
  });

  it("points at a file that exists where a finding has none of its own", () => {
    const [, till] = logOf(sampleResult).runs;
    expect(till?.results[1]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("src/main.rs");
  });

  it("says everything in the one run of the one repository, and the program's place in it", () => {
    const [, till] = sampleResult.repositories;
    const inputs = {
      ...sampleResult.inputs,
      program: { ...sampleResult.inputs.program, inside: { repository: "till", folder: "allmend" } },
    };
    const findings = sampleResult.findings.filter((finding) => finding.subject.product === "till");
    const log = logOf({ ...sampleResult, repositories: till ? [till] : [], findings, inputs });
    expectAccepted(log);
    expect(log.runs.map((run) => run.automationDetails.id)).toEqual(["allmend/"]);
    const places = log.runs[0]?.results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri);
    expect(places?.sort()).toEqual(["Cargo.lock", "allmend/organization.yaml", "src/main.rs"]);
  });

  it("leaves out what is excepted, tried out, or known and not due", () => {
    const findings = sampleResult.findings.map((finding): Finding => ({ ...finding, age: finding.rule === "owners" ? "new" : "known" }));
    const results = logOf({ ...sampleResult, findings }).runs.flatMap((run) => run.results);
    expect(results.map((one) => one.ruleId)).toEqual(["owners"]);
  });

  it("is a document where there is nothing to tell", () => {
    const log = logOf(emptyResult, "de");
    expectAccepted(log);
    expect(log.runs.map((run) => run.results)).toEqual([[]]);
  });

  it("takes the worst where hosts take no more, and says so", () => {
    const log = logOf(largeResult(26_000));
    const [run] = log.runs;
    expect(run?.results).toHaveLength(25_000);
    expect(run?.results.filter((one) => one.level === "error")).toHaveLength(260);
    expect(run?.invocations[0]?.toolExecutionNotifications.at(-1)).toMatchObject({ descriptor: { id: "results-left-out" } });
  });

  it("goes to no place outside the repository", () => {
    const evidence = [
      { repository: "shop-web", path: "../../etc/passwd" },
      { repository: "shop-web", path: "/etc/passwd" },
    ];
    const findings = sampleResult.findings.slice(0, 1).map((finding) => ({ ...finding, evidence }));
    const [run] = logOf({ ...sampleResult, findings }).runs;
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("README.md");
  });

  it("holds whatever names hold", () => {
    fc.assert(
      fc.property(hostileSay, (say) => {
        const log = logOf(infect(sampleResult, say));
        for (const run of log.runs) for (const one of run.results) expectResult(one, run.tool.driver.rules);
        expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("message", () => {
  it("escapes what would be a link or a place, and cuts no escape in two", () => {
    expect(message("a [link](x) {0} \\", 100)).toBe("a \\[link\\](x) {{0}} \\\\");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("[", "]", "{", "}", "\\", "a"), maxLength: 30 }),
        fc.integer({ min: 2, max: 20 }),
        (text, most) => {
          const cut = message(text, most);
          expect(cut.length).toBeLessThanOrEqual(most);
          expectPlain(cut);
          expect(cut.replaceAll(/\\[\\[\]]/g, "")).not.toContain("\\");
        },
      ),
    );
  });
});
