import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExpression, licenseIds, parseExpression } from "#kit";
import { classifiers } from "./classifiers.ts";
import { normalizeDeclared } from "./declared.ts";
import { licenseNames } from "./names.ts";
import { knownRepositories, ownersWithOneLicense } from "./repositories.ts";
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
    ["https://www.gnu.org/licenses/gpl-3.0.zh-cn.html", "GPL-3.0-only", "url"],
    ["https://www.gnu.org/licenses/gpl-3.0-standalone.html", "GPL-3.0-only", "url"],
    ["https://www.gnu.org/licenses/fdl-1.3.html", "GFDL-1.3-only", "url"],
    ["http://i.creativecommons.org/l/by/3.0/88x31.png", "CC-BY-3.0", "url"],
    ["https://creativecommons.org/publicdomain/zero/1.0/deed.it", "CC0-1.0", "url"],
    ["https://creativecommons.org/licenses/by-nc-sa/3.0/de/", "CC-BY-NC-SA-3.0-DE", "url"],
    ["https://somebody.mit-license.org/", "MIT", "url"],
    ["https://example.org/project/LICENSES/BSL-1.0.txt", "BSL-1.0", "url"],
    ["https://github.com/someone/something/blob/main/LICENSE.MPL-2.0", "MPL-2.0", "url"],
    ["https://example.org/gpl-3.0.txt", "GPL-3.0-only", "url"],
    ["https://raw.githubusercontent.com/apache/kafka/trunk/LICENSE", "Apache-2.0", "url"],
    ["https://github.com/JamesNK/Newtonsoft.Json/blob/master/LICENSE.md", "MIT", "url"],
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
    "https://github.com/someone/apache/blob/master/LICENSE",
    "https://github.com/apache/kafka/blob/trunk/README.md",
    "https://www.gnu.org/licenses/why-not-lgpl.html",
    "https://creativecommons.org/licenses/",
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

  it("is less sure of what is common knowledge about a project", () => {
    const meaning = normalizeDeclared("https://github.com/kubernetes/kubernetes/blob/master/LICENSE");
    expect(meaning).toMatchObject({ expression: "Apache-2.0", repository: true });
    expect(meaning?.confidence).toBeLessThan(0.8);
  });

  it("has tables of expressions in normal form", () => {
    for (const [expression] of [...licenseNames, ...licenseUrls, ...classifiers, ...knownRepositories, ...ownersWithOneLicense]) {
      const parsed = parseExpression(expression);
      expect(parsed && formatExpression(parsed), expression).toBe(expression);
    }
    for (const id of licenseIds("active")) expect(normalizeDeclared(id.replace(/-/g, " "))?.expression ?? id, id).toBeTypeOf("string");
  });

  it("has each project and owner once", () => {
    for (const rows of [knownRepositories, ownersWithOneLicense]) {
      const all = rows.flatMap(([, words]) => words.split(" "));
      expect(all.filter((word, at) => all.indexOf(word) !== at || word !== word.toLowerCase() || word === "")).toEqual([]);
    }
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
