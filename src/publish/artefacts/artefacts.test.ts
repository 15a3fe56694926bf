import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { sampleResult } from "../testing/sample-result.ts";
import type { ArtefactInput } from "./input.ts";
import { reportKinds } from "./kinds.ts";

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve("@cyclonedx/cyclonedx-library/package.json")), "res", "schema");
const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as object;

function cycloneDxValidator(version: string) {
  const related = ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json", "cryptography-defs.SNAPSHOT.schema.json"];
  const byName = Object.fromEntries(related.map((file) => [`http://cyclonedx.org/schema/${file}`, json(join(schemas, file))]));
  const ajv = new Ajv({ strict: false, allErrors: true, addUsedSchema: false, schemas: byName });
  addFormats.default(ajv);
  for (const format of ["idn-email", "iri-reference"]) ajv.addFormat(format, true);
  return ajv.compile(json(join(schemas, `bom-${version}.SNAPSHOT.schema.json`)));
}

const input: ArtefactInput = {
  result: { ...sampleResult, program: { ...sampleResult.program, licenses: { ...sampleResult.program.licenses, choices: [] } } },
  product: "shop",
  version: "2.0.0",
  language: "en",
  files: new Map(),
  standard: new Map(),
  identify: () => null,
};

async function written(kind: string, format: string, given: ArtefactInput = input): Promise<string> {
  const found = reportKinds.find(({ id }) => id === kind);
  return [...((await found?.write(given, format)) ?? [])].join("");
}

describe("the bill of materials", () => {
  it.each(["1.6", "1.7"])("is valid CycloneDX %s, with what was concluded", async (version) => {
    const text = await written("sbom", version === "1.6" ? "cyclonedx" : "cyclonedx-1.7");
    const bom = JSON.parse(text) as {
      specVersion: string;
      components: { purl: string; licenses?: object[] }[];
      metadata: { component: { version: string } };
    };
    const validate = cycloneDxValidator(version);
    expect(validate(bom) ? [] : validate.errors).toEqual([]);
    expect(bom.specVersion).toBe(version);
    expect(bom.metadata.component.version).toBe("2.0.0");
    // Of MIT OR GPL-3.0-only, MIT is taken, and the files' words stay beside it.
    const either = bom.components.find(({ purl }) => purl.includes("either"));
    expect(either).toMatchObject({
      licenses: [{ license: { id: "MIT", acknowledgement: "concluded" } }],
      properties: expect.arrayContaining([{ name: "allmend:declared", value: "MIT OR GPL-3.0-only" }]),
    });
    expect(text).toMatch(/inventory sha256:[0-9a-f]{64}/);
    expect(text).toContain("not legal advice");
  });

  it("is valid SPDX 2.3, declared and concluded apart", async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(json(join(import.meta.dirname, "../sbom/fixtures/spdx-2.3.schema.json")));
    const document = JSON.parse(await written("sbom", "spdx")) as { packages: Record<string, string>[]; creationInfo: { comment: string } };
    expect(validate(document) ? [] : validate.errors).toEqual([]);
    expect(document.packages.find(({ name }) => name === "either")).toMatchObject({
      licenseDeclared: "MIT OR GPL-3.0-only",
      licenseConcluded: "MIT",
    });
    expect(document.creationInfo.comment).toContain("not legal advice");
  });
});

describe("source", () => {
  it("is listed with where it is fetched, and offered in writing", async () => {
    const { sources } = JSON.parse(await written("sources", "json")) as { sources: object[] };
    expect(sources).toMatchObject([
      { name: "paged", licenses: ["AGPL-3.0-or-later"], from: "https://registry.npmjs.org/paged/-/paged-1.26.4.tgz", state: "open" },
    ]);
    const offer = await written("offer", "text");
    expect(offer).toContain("paged 1.26.4 (AGPL-3.0-or-later)");
    expect(offer).toContain("at least three years");
    expect(await written("offer", "text", { ...input, product: "till" })).toContain("no offer is needed");
  });
});

describe("the page on compliance", () => {
  it("says what is open, what is asked, and how far the release is", async () => {
    const record = (to: string, data: object) => ({
      kind: "release",
      at: "2026-11-20",
      subject: "product:shop",
      id: "2.0.0",
      by: "mk",
      data: { to, ...data },
      position: { file: "records/releases.jsonl", line: 1, column: 1 },
    });
    const records = [record("planned", {}), record("frozen", { inventory: "a".repeat(64) }), record("shipped", {})];
    const given = { ...input, result: { ...input.result, program: { ...input.result.program, records } } };
    const page = await written("compliance", "text", given);
    expect(page).toContain("1 denied");
    expect(page).toContain("2.0.0: inventory frozen");
    expect(page).toContain("from frozen the next step is resolved, not shipped");
    expect(page).toContain("Ship the source, or offer it in writing");
    expect(page).toContain("the whole would have to be passed on under its licence");
    const german = await written("compliance", "markdown", { ...given, language: "de" });
    expect(german).toContain("Verzeichnis eingefroren");
    expect(await written("compliance", "html", given)).toContain("<h1>");
  });
});
