import fc from "fast-check";
import { PackageURL } from "packageurl-js";
import { describe, expect, it } from "vitest";
import { formatPurl, parsePurl, type Purl } from "./purl.ts";

// (The oracle keeps an empty segment after a dot in subpaths: dots are left to the tables below.) Types that the oracle neither validates further nor normalises otherwise than we do.
const types = [
  "npm",
  "cargo",
  "gem",
  "nuget",
  "composer",
  "hex",
  "github",
  "bitbucket",
  "golang",
  "generic",
  "docker",
  "deb",
  "rpm",
  "oci",
];
const word = fc
  .string({ unit: fc.constantFrom(..."abzAZ019.-_~+@:% é"), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && text !== "." && text !== "..");
const parts = fc.record({
  type: fc.constantFrom(...types),
  namespace: fc.option(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((segments) => segments.join("/")),
    { nil: undefined },
  ),
  name: word,
  version: fc.option(word, { nil: undefined }),
  qualifiers: fc.option(fc.dictionary(fc.constantFrom("arch", "repository_url", "vcs_url"), word, { minKeys: 1 }), { nil: undefined }),
  subpath: fc.option(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((segments) => segments.join("/")),
    { nil: undefined },
  ),
});

function oracle(purl: Purl): string | undefined {
  try {
    return new PackageURL(purl.type, purl.namespace, purl.name, purl.version, purl.qualifiers, purl.subpath).toString();
  } catch {
    return undefined;
  }
}

describe("package URLs", () => {
  it.each([
    [{ type: "npm", namespace: "@babel", name: "core", version: "7.1.0" }, "pkg:npm/%40babel/core@7.1.0"],
    [{ type: "npm", name: "JSONStream", version: "1.0.0" }, "pkg:npm/jsonstream@1.0.0"],
    [{ type: "pypi", name: "Zope.Interface_X", version: "5.0" }, "pkg:pypi/zope-interface-x@5.0"],
    [{ type: "maven", namespace: "org.apache", name: "commons_x", version: "1" }, "pkg:maven/org.apache/commons_x@1"],
    [
      { type: "golang", namespace: "github.com/Masterminds", name: "semver", version: "v3.0.0+incompatible" },
      "pkg:golang/github.com/Masterminds/semver@v3.0.0+incompatible",
    ],
    [{ type: "pub", name: "Shelf-Web", version: "1.0" }, "pkg:pub/shelf_web@1.0"],
    [{ type: "cocoapods", name: "PINCache", version: "3", subpath: "Core" }, "pkg:cocoapods/PINCache@3#Core"],
    [{ type: "docker", name: "alpine", version: "sha256:ab" }, "pkg:docker/alpine@sha256:ab"],
    [{ type: "maven", namespace: "g", name: "a", version: "", qualifiers: { type: "pom", classifier: "" } }, "pkg:maven/g/a?type=pom"],
    [{ type: "cargo", name: "__proto__", version: "1" }, "pkg:cargo/__proto__@1"],
  ] satisfies [Purl, string][])("writes %j", (purl, text) => {
    expect(formatPurl(purl)).toBe(text);
  });

  it("writes what packageurl-js writes", () => {
    fc.assert(
      fc.property(parts, (purl) => {
        const expected = oracle(purl);
        fc.pre(expected !== undefined);
        expect(formatPurl(purl)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads what it writes, and what packageurl-js writes", () => {
    fc.assert(
      fc.property(parts, (purl) => {
        const text = formatPurl(purl);
        const back = parsePurl(text);
        expect(back && formatPurl(back)).toBe(text);
        const expected = oracle(purl);
        if (expected !== undefined) expect(formatPurl(parsePurl(expected) as Purl)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["", "npm/x", "pkg:", "pkg:npm", "pkg:npm/", "pkg:/x", "pkg:n pm/x", "pkg:npm/%zz", "http://x"])(
    "knows that %j is none",
    (text) => {
      expect(parsePurl(text)).toBeUndefined();
    },
  );

  it("forgives slashes, case of the type and a scope that is not encoded", () => {
    expect(parsePurl("PKG://NPM/@babel/core@7.1.0?Arch=x86#./a/../b/")).toEqual({
      type: "npm",
      namespace: "@babel",
      name: "core",
      version: "7.1.0",
      qualifiers: { arch: "x86" },
      subpath: "a/b",
    });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePurl(`pkg:${text}`)));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => void formatPurl({ type: "npm", name, version: name, namespace: name })));
  });
});
