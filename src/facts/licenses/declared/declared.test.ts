import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExpression, licenseIds, parseExpression } from "#kit";
import { classifiers } from "./classifiers.ts";
import { normalizeDeclared } from "./declared.ts";
import { licenseNames } from "./names.ts";
import { licenseUrls } from "./urls.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

describe("declared licences", () => {
  it.each([
    ["Apache License, Version 2.0", "Apache-2.0", "alias"],
    ["The Apache Software License, Version 2.0", "Apache-2.0", "alias"],
    ["apache 2", "Apache-2.0", "alias"],
    ["GPLv3", "GPL-3.0-only", "alias"],
    ["GPL v2 or later", "GPL-2.0-or-later", "alias"],
    ["GPL (>= 2)", "GPL-2.0-or-later", "alias"],
    ["GNU General Public License, version 2 (GPL2), with the classpath exception", "GPL-2.0-only WITH Classpath-exception-2.0", "alias"],
    ["GNU Lesser General Public License", "LGPL-2.0-or-later", "alias"],
    ["LGPLv2.1+", "LGPL-2.1-or-later", "alias"],
    ["MIT/X11", "MIT", "alias"],
    ["The MIT License (MIT)", "MIT", "alias"],
    ["BSD", "BSD-3-Clause", "alias"],
    ["UNLICENSED", "LicenseRef-Proprietary", "alias"],
    ["Public Domain", "LicenseRef-Public-Domain", "alias"],
    ["CDDL + GPLv2 with classpath exception", "CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0", "alias"],
    ["(MIT OR Apache-2.0)", "MIT OR Apache-2.0", "spdx"],
    ["MIT AND MIT", "MIT", "spdx"],
    ["gpl-2.0+", "GPL-2.0-or-later", "spdx"],
    ["MIT/Apache-2.0", "MIT OR Apache-2.0", "parts"],
    ["MIT, Apache 2.0", "MIT AND Apache-2.0", "parts"],
    ["Dual licensed under MIT and GPLv2", "MIT OR GPL-2.0-only", "parts"],
    ["http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0", "url"],
    ["https://licenses.nuget.org/(MIT%20OR%20Apache-2.0)", "MIT OR Apache-2.0", "url"],
    ["http://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0", "url"],
    ["https://www.gnu.org/licenses/old-licenses/lgpl-2.1.en.html#SEC1", "LGPL-2.1-only", "url"],
    ["https://github.com/someone/something/blob/master/MIT-LICENSE.txt", "MIT", "url"],
    ["https://github.com/someone/something/raw/main/LICENSE-APACHE", "Apache-2.0", "url"],
    ["License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later", "classifier"],
    ["License :: OSI Approved :: BSD License", "BSD-3-Clause", "classifier"],
    ['[{"type": "MIT", "url": "x"}, {"type": "GPLv2"}]', "MIT OR GPL-2.0-only", "json"],
  ])("%s is %s", (text, expression, how) => expect(normalizeDeclared(text)).toMatchObject({ expression, how }));

  it.each([
    "",
    "SEE LICENSE IN LICENSE.txt",
    "NOASSERTION",
    "Foo License",
    "MIT AND (Apache-2.0 OR foo)",
    "License :: OSI Approved",
    "https://github.com/someone/something/blob/master/LICENSE",
    "GPL-9",
    "GPL with my own exception",
    "__proto__",
    '{"__proto__": 1}',
    "[1, 2",
  ])("%j stays unknown", (text) => expect(normalizeDeclared(text)).toBeUndefined());

  it("is less sure of names that mean several licences", () => {
    expect(normalizeDeclared("BSD")?.confidence).toBeLessThan(0.6);
    expect(normalizeDeclared("GPL")?.confidence).toBeLessThan(0.7);
    expect(normalizeDeclared("MIT")?.confidence).toBe(1);
  });

  it("has tables of expressions in normal form", () => {
    for (const [expression] of [...licenseNames, ...licenseUrls, ...classifiers]) {
      const parsed = parseExpression(expression);
      expect(parsed && formatExpression(parsed), expression).toBe(expression);
    }
    for (const id of licenseIds("active")) expect(normalizeDeclared(id.replace(/-/g, " "))?.expression ?? id, id).toBeTypeOf("string");
  });

  it("never throws, and answers only with expressions", () => {
    const word = fc.constantFrom(
      "MIT",
      "GPL",
      "v2",
      "+",
      "or later",
      "/",
      "(",
      ")",
      "and",
      "or",
      ",",
      "http://",
      "::",
      "[",
      '"',
      "BSD",
      "2.0",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const meaning = normalizeDeclared(text);
          if (meaning) expect(parseExpression(meaning.expression)).toBeDefined();
        },
      ),
    );
  });

  it("takes bounded time for bait", () => {
    const start = cpuTime();
    for (const bait of ["(", "a/", "MIT or ", "(a", "1.0", "a, ", "v", "gpl ", "http://a.b/", " "])
      normalizeDeclared(`${bait.repeat(4000 / bait.length)}x`);
    expect(cpuTime() - start).toBeLessThan(500);
  });
});
