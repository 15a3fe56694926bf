import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenseIds, parseExpression } from "#kit";
import { readLicenseField } from "../field.ts";
import { identifyBytes, identifyText } from "./identify.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

const listed = createRequire(import.meta.url)("spdx-license-list/full") as Record<string, { licenseText: string }>;

function textOf(id: string): string {
  return listed[id]?.licenseText ?? "";
}

/** What texts alone cannot tell apart: the same words with or without "or later", invariant sections, reserved names. */
function family(id: string): string {
  return id.replace(/-(?:only|or-later)$/, "").replace(/-(?:no-)?(?:invariants|RFN)|-no-copyleft-exception/g, "");
}

describe("whole texts", () => {
  it("finds the texts of the SPDX list to be what they are", () => {
    const wrong = licenseIds("active").filter((id) => listed[id] && family(identifyText(textOf(id)).expression ?? "") !== family(id));
    expect(wrong.length / licenseIds("active").length, wrong.join(" ")).toBeLessThan(0.01);
  });

  it.each(["MIT", "BSD-3-Clause", "ISC", "Apache-2.0", "GPL-3.0-only", "MPL-2.0"])("%s survives what files do to texts", (id) => {
    const text = textOf(id)
      .replace(/<year>/g, "2019")
      .replace(/<[^<>\n]{3,40}>/g, "Example Holdings GmbH");
    const variants = {
      title: `# The Example Licence\n\n${text}`,
      comment: text.replace(/^/gm, " * "),
      hashes: text.replace(/^/gm, "# "),
      "one line": text.replace(/\s+/g, " "),
      "no bullets": text.replace(/^\s*(?:\d+\.|\*|\([a-z]\))\s+/gm, ""),
      html: `<html><body><p>${text.replace(/\n\n/g, "</p><p>").replace(/"/g, "&quot;")}</p></body></html>`,
      "curly quotes": text.replace(/"([^"]*)"/g, "“$1”"),
      "windows line ends": text.replace(/\n/g, "\r\n"),
      escaped: JSON.stringify(text),
      surrounded: `${"Some words about the project and its history. ".repeat(40)}\n\n${text}\n\n${"More words that follow and say nothing. ".repeat(40)}`,
    };
    for (const [name, variant] of Object.entries(variants)) expect(identifyText(variant).expression, name).toBe(id);
    expect(identifyBytes(Buffer.from(`\ufeff${text}`, "utf16le")).expression).toBe(id);
    expect(identifyBytes(Buffer.from(text.replace(/\(c\)/gi, "\u00a9"), "latin1")).expression).toBe(id);
  });

  it("lists several licences with their lines", () => {
    const found = identifyText(`${textOf("MIT")}\n\n----\n\n${textOf("Apache-2.0")}\n\n----\n\n${textOf("ISC")}`);
    expect(found.expression).toBe("MIT AND Apache-2.0 AND ISC");
    expect(found.licenses.map(({ kind }) => kind)).toEqual(["text", "text", "text"]);
    const lines = found.licenses.map((license) => license.lines?.[0] ?? 0);
    expect([...lines].sort((a, b) => a - b)).toEqual(lines);
  });

  it("keeps close relatives apart", () => {
    for (const id of [
      "BSD-2-Clause",
      "BSD-3-Clause-Clear",
      "BSD-4-Clause",
      "MIT-0",
      "JSON",
      "X11",
      "0BSD",
      "LGPL-2.1-only",
      "AGPL-3.0-only",
      "SSPL-1.0",
      "CC-BY-NC-4.0",
      "CC-BY-SA-3.0",
    ]) {
      expect(identifyText(textOf(id)).expression).toBe(id);
    }
  });

  it("answers nothing for a text that differs by more than wording", () => {
    const half = textOf("MPL-2.0").slice(0, 4000);
    expect(identifyText(half).licenses.filter(({ kind }) => kind === "text")).toEqual([]);
    expect(
      identifyText("All rights reserved. Nobody may copy, change or pass on this program without a written agreement.").expression,
    ).toBeNull();
  });

  it("names the nearest text of one that differs by more than wording", () => {
    const changed = textOf("BSD-3-Clause").replace(
      /Redistributions in binary form[^.]*\./,
      "Nobody may redistribute this in binary form, for money or for free, in any country of the world, unless a written agreement with us says so and every copy has been paid for in advance.",
    );
    const { expression, licenses } = identifyText(`The BSD licence\n\n${changed}`);
    expect(expression).toMatch(/^LicenseRef-like-BSD-[\w-]+-[0-9a-f]{8}$/);
    expect(licenses).toHaveLength(1); // its title is no licence
    const [match] = licenses;
    expect(match).toMatchObject({ spdx: expression, kind: "text", nearest: { spdx: expect.stringMatching(/^BSD-/) } });
    expect(match?.confidence).toBeLessThan(0.95);
    expect(
      match?.nearest?.differences.some(({ text }) => text.includes("Nobody may redistribute this in binary form, for money or for free")),
    ).toBe(true);
    // The same words in other lines are the same text.
    expect(identifyText(changed.replace(/\s+/g, " ")).expression).toBe(expression);
    expect(identifyText(changed.replace("in advance", "afterwards")).expression).not.toBe(expression);
    expect(identifyText("export const a = 1;").licenses).toEqual([]);
  });

  it("takes a licence with a restriction in or beside it for no plain one, however few words that is", () => {
    const mit = textOf("MIT");
    for (const [words, more] of [
      [/subject\s+to/, "for non-commercial purposes only, subject to"],
      [/is\s+hereby\s+granted/, "is not hereby granted"],
    ] as const)
      expect(identifyText(mit.replace(words, more)).expression).toMatch(/^LicenseRef-like-MIT-/);
    const commons = "“Commons Clause” License Condition v1.0\n\nThe grant of rights does not include the right to Sell the Software.";
    for (const text of [`${mit}\n${commons}`, `${commons}\n\n${mit}`])
      expect(identifyText(text).expression?.split(" AND ").sort()).toEqual(["LicenseRef-Commons-Clause", "MIT"]);
    for (const terms of [
      "The Software shall be used for Good, not Evil.",
      "The Software shall not be used by companies for commercial purposes.",
    ])
      expect(identifyText(`${mit}\n\n${terms}\n`).expression).toMatch(/^MIT AND LicenseRef-restriction-[0-9a-f]{8}$/);
    for (const terms of ["We offer commercial support.", "Use it for any purpose, commercial use included."])
      expect(identifyText(`${mit}\n\n${terms}\n`).expression).toBe("MIT");
  });

  it("reads a licence field that holds the whole text", () => {
    expect(readLicenseField(textOf("MIT"))).toMatchObject({ expression: "MIT", how: "text" });
    expect(readLicenseField("MIT")).toMatchObject({ expression: "MIT", how: "spdx" });
    expect(readLicenseField("x".repeat(1000))).toBeUndefined();
  });

  it("reads exceptions with the licence they belong to", () => {
    const exception =
      "As a special exception, the copyright holders of this library give you permission to link this library with independent modules to produce an executable, regardless of the license terms of these independent modules, and to copy and distribute the resulting executable under terms of your choice, provided that you also meet, for each linked independent module, the terms and conditions of the license of that module.";
    expect(identifyText(`${textOf("GPL-2.0-only")}\n\n${exception}`).expression).toBe("GPL-2.0-only WITH Classpath-exception-2.0");
    expect(identifyText(exception).expression).toBeNull();
  });
});

describe("tags", () => {
  it.each([
    ["// SPDX-License-Identifier: MIT", "MIT"],
    [
      "/* SPDX-License-Identifier: (GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause */",
      "GPL-2.0-only WITH Linux-syscall-note OR BSD-3-Clause",
    ],
    ["<!-- SPDX-License-Identifier: CC-BY-4.0 -->", "CC-BY-4.0"],
    ['"SPDX-License-Identifier: Apache-2.0",', "Apache-2.0"],
    ["# spdx-license-identifier: lgpl-2.1+", "LGPL-2.1-or-later"],
    ["// SPDX-License-Identifier: MIT\n// SPDX-License-Identifier: ISC", "MIT AND ISC"],
    ["# SPDX-License-Identifier: LicenseRef-mine", "LicenseRef-mine"],
    ["SPDX-License-Identifier: MIT, see LICENSE", "MIT"],
  ])("%s", (text, expression) => expect(identifyText(text).expression).toBe(expression));

  it("passes over what is none, and what REUSE ignores", () => {
    expect(identifyText('write("SPDX-License-Identifier: " + id)').expression).toBeNull();
    expect(identifyText("REUSE-IgnoreStart\nSPDX-License-Identifier: MIT\nREUSE-IgnoreEnd\n").expression).toBeNull();
  });

  it("says tag, with its line", () => {
    expect(identifyText("#!/bin/sh\n# SPDX-License-Identifier: MIT\n").licenses).toEqual([
      { spdx: "MIT", confidence: 1, kind: "tag", lines: [2, 2] },
    ]);
  });
});

describe("nothing where there is nothing", () => {
  it("any text, binary or mutated licence gives expressions or null, and never throws", () => {
    const pieces = fc.constantFrom(
      textOf("MIT").slice(0, 300),
      textOf("GPL-2.0-only").slice(0, 500),
      "GPL v2 or",
      "SPDX-License-Identifier: ",
      "\u0000",
      "http://",
      "(",
      "license ",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.array(pieces, { maxLength: 30 }).map((all) => Buffer.from(all.join(""))),
        ),
        (bytes) => {
          const { expression, licenses } = identifyBytes(bytes);
          if (expression !== null) expect(parseExpression(expression)).toBeDefined();
          else expect(licenses).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ["code", "export function add(a: number, b: number): number {\n  return a + b; // the sum\n}\n"],
    ["words about licences", "We compare how hard it is to read a text, and which one is longer than others.\n"],
    ["empty", ""],
    ["binary", "\u0000\u0001\u0002MIT License"],
  ])("%s", (_, text) => expect(identifyText(text)).toMatchObject({ expression: null, licenses: [] }));
});

describe("hostile files take bounded time", () => {
  it.each([
    ["a licence ten thousand times", () => textOf("MIT").repeat(10_000)],
    [
      "all licences fourteen times",
      () =>
        Object.values(listed)
          .map(({ licenseText }) => licenseText)
          .join("\n")
          .repeat(14),
    ],
    ["one phrase without end", () => "Redistributions of source code must retain the above copyright notice. ".repeat(20_000)],
    ["names without end", () => "licensed under the GNU General Public License version ".repeat(20_000)],
    ["tags without end", () => "SPDX-License-Identifier: MIT AND (".repeat(30_000)],
    ["brackets", () => `SPDX-License-Identifier: ${"(".repeat(1_000_000)}`],
    ["copyright lines", () => "copyright (c) ".repeat(80_000)],
    ["addresses", () => "http://".repeat(150_000)],
    ["copyright signs on one line", () => "©".repeat(500_000)],
    ["copyright years on one line", () => "copyright 1 ".repeat(80_000)],
    [
      "blanks between two licences",
      () => `SPDX-License-Identifier: MIT\n or${" \t".repeat(900)}\nSPDX-License-Identifier: ISC\n`.repeat(20),
    ],
    ["statements of modules", () => 'MODULE_LICENSE( "'.repeat(60_000)],
    ["changes of licence", () => "changed the license from [MIT](x) ".repeat(30_000)],
    ["twenty megabytes", () => "x".repeat(20_000_000)],
  ])("%s", (_, make) => {
    const bytes = Buffer.from(make());
    identifyText("MIT");
    const start = cpuTime();
    identifyBytes(bytes);
    expect(cpuTime() - start).toBeLessThan(5_000);
  });
});
