import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const yaml = `---
repository:
  vcs:
    type: "Git"
    url: "https://example.org/shop.git"
  config: {}
analyzer:
  end_time: "2026-07-01T00:00:00Z"
  environment:
    ort_version: "62.0.0"
  result:
    projects: []
    packages:
    - id: "NPM::left:1.0.0"
      purl: "pkg:npm/left@1.0.0"
      declared_licenses:
      - "MIT"
      declared_licenses_processed:
        spdx_expression: "MIT"
      source_artifact:
        url: "https://registry.example.org/left-1.0.0.tgz"
      vcs_processed:
        url: "https://example.org/left.git"
        revision: "abc"
    - id: "Maven:g:a:2.0"
      purl: "pkg:maven/g/a@2.0"
      declared_licenses: []
    - id: "NPM::odd:1"
      purl: ""
scanner:
  scan_results:
  - provenance:
      vcs_info:
        url: "https://example.org/left.git"
        revision: "abc"
      resolved_revision: "abc"
    summary:
      licenses:
      - license: "MIT"
        location: { path: "LICENSE", start_line: 1, end_line: 20 }
      - license: "Apache-2.0 OR GPL-2.0-only"
        location: { path: "x.js", start_line: 1, end_line: 2 }
      copyrights:
      - statement: "Copyright Left"
        location: { path: "LICENSE", start_line: 1, end_line: 1 }
resolved_configuration:
  package_curations:
  - provider: { id: "File" }
    curations:
    - id: "Maven:g:a:2.0"
      curations:
        comment: "The header says so."
        concluded_license: "EPL-2.0"
  resolutions:
    rule_violations:
    - message: "MISSING_CONTRIBUTING.*"
      reason: "CANT_FIX_EXCEPTION"
      comment: "Not ours."
`;

describe("ORT's result", () => {
  it("gives declared, detected and concluded licences, and what ORT resolved, from YAML", async () => {
    const { packageLicenses, resolutions, files } = await imported("ort", yaml);
    expect(packageLicenses).toEqual([
      {
        purl: "pkg:npm/left@1.0.0",
        by: "ort",
        declared: "MIT",
        detected: "(Apache-2.0 OR GPL-2.0-only) AND MIT",
        copyrights: ["Copyright Left"],
      },
      { purl: "pkg:maven/g/a@2.0", by: "ort", concluded: "EPL-2.0", because: "The header says so." },
    ]);
    expect(resolutions).toEqual([{ about: "MISSING_CONTRIBUTING.*", reason: "CANT_FIX_EXCEPTION", comment: "Not ours." }]);
    expect(files).toMatchObject([{ tool: "ORT 62.0.0", at: "2026-07-01T00:00:00Z", taken: 3, notUnderstood: 1 }]);
  });

  it("in its older form, from JSON: packages with curations beside them, findings by id", async () => {
    const document = {
      analyzer: {
        result: {
          packages: [
            {
              package: { id: "NPM::left:1", purl: "pkg:npm/left@1", declared_licenses: ["BSD"] },
              curations: [{ curation: { comment: "c", concluded_license: "BSD-3-Clause" } }],
            },
          ],
        },
      },
      scanner: { results: { scan_results: [{ id: "NPM::left:1", results: [{ summary: { licenses: ["BSD-3-Clause"] } }] }] } },
    };
    expect((await imported("ort", document)).packageLicenses).toMatchObject([
      { declared: "BSD", detected: "BSD-3-Clause", concluded: "BSD-3-Clause", because: "c" },
    ]);
    await expect(reading("ort", "a: [1\n")).rejects.toMatchObject({ name: "Unreadable" });
    await expect(reading("ort", {})).rejects.toThrow("Not a result of ORT");
  });
});
