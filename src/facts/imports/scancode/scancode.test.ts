import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const report = {
  headers: [{ tool_name: "scancode-toolkit", tool_version: "32.1.0", end_timestamp: "2026-06-01T101112.123456" }],
  files: [
    { path: "shop", type: "directory" },
    {
      path: "shop/src/a.c",
      type: "file",
      detected_license_expression_spdx: "MIT OR GPL-2.0-only",
      license_detections: [
        {
          license_expression: "mit OR gpl-2.0",
          matches: [
            { score: 100, start_line: 7, end_line: 9 },
            { score: 82.5, start_line: 3, end_line: 3 },
          ],
        },
      ],
      copyrights: [{ copyright: "Copyright (c) Acme", start_line: 1, end_line: 1 }],
    },
    {
      path: "shop/b.js",
      type: "file",
      licenses: [
        { key: "mit", spdx_license_key: "MIT", score: 90, start_line: 2 },
        { spdx_license_key: "ISC", score: 95, start_line: 1 },
      ],
      copyrights: [],
    },
    { path: "shop/c.bin", type: "file", detected_license_expression_spdx: null, license_detections: [], copyrights: [] },
    { path: "shop/d", type: "file", scan_errors: ["ERROR: timeout"] },
  ],
};

describe("ScanCode's report", () => {
  it("gives licences and copyright by file, of version 32 and before", async () => {
    const { fileLicenses, files } = await imported("scancode", report, "repository:shop");
    expect(fileLicenses).toEqual([
      {
        about: "repository:shop",
        by: "scancode",
        path: "src/a.c",
        expression: "MIT OR GPL-2.0-only",
        confidence: 0.83,
        line: 3,
        copyrights: ["Copyright (c) Acme"],
      },
      { about: "repository:shop", by: "scancode", path: "b.js", expression: "MIT AND ISC", confidence: 0.9, line: 1 },
    ]);
    expect(files).toMatchObject([{ tool: "ScanCode 32.1.0", at: "2026-06-01T10:11:12Z", notUnderstood: 1 }]);
  });

  it("counts what it could not read, and asks what it is about", async () => {
    expect((await reading("scancode", report, "repository:shop")).counts).toMatchObject({
      read: 5,
      taken: 2,
      empty: { folders: 1, "files without licence and copyright": 1 },
      notUnderstood: { "ScanCode could not read a file": 1 },
    });
    await expect(reading("scancode", report)).rejects.toMatchObject({ expected: "--about repository:NAME" });
    await expect(reading("scancode", { a: 1 }, "repository:shop")).rejects.toThrow("Not a report of ScanCode");
    await expect(reading("scancode", '{"files":[\n{"path":}]}', "repository:shop")).rejects.toMatchObject({ line: 2 });
  });
});
