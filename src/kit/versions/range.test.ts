import fc from "fast-check";
import nodeSemver from "semver";
import { describe, expect, it } from "vitest";
import { parsePurl } from "../purl.ts";
import { matchesPurl } from "./matches.ts";
import { parsePurlRange } from "./range.ts";
import type { PurlRange } from "./types.ts";

function range(text: string): PurlRange {
  const parsed = parsePurlRange(text);
  if ("error" in parsed) throw new Error(`${text}: ${parsed.error}`);
  return parsed;
}

/** Versions of these that belong to the range. */
function inside(text: string, versions: string): string {
  const parsed = range(text);
  const purl = text.replace(/@[^/]*$/, "");
  return versions
    .split(" ")
    .filter((version) => matchesPurl(parsed, `${purl}@${encodeURIComponent(version)}`))
    .join(" ");
}

describe("purl@range", () => {
  it("reads bounds, exact versions, everything", () => {
    expect(inside("pkg:npm/x@<2.0.0", "1.0.0 1.9.9 2.0.0-beta 2.0.0 2.0.1")).toBe("1.0.0 1.9.9 2.0.0-beta");
    expect(inside("pkg:maven/org.jfree/jfreechart@<=1.5.5", "1.0 1.5.5 1.5.5.0 1.5.6 1.5.5-SNAPSHOT")).toBe(
      "1.0 1.5.5 1.5.5.0 1.5.5-SNAPSHOT",
    );
    expect(inside("pkg:pypi/django@>=3,<4.2.1", "2.9 3 3.0.1 4.2.1rc1 4.2.1 5")).toBe("3 3.0.1 4.2.1rc1");
    expect(inside("pkg:npm/x@*", "1.0.0 weird")).toBe("1.0.0 weird");
    expect(inside("pkg:npm/x", "1.0.0")).toBe("1.0.0");
    expect(inside("pkg:npm/x@1.2.3", "1.2.3 v1.2.3 1.2.4")).toBe("1.2.3 v1.2.3");
    expect(inside("pkg:npm/x@!=1.2.3", "1.2.3 1.2.4")).toBe("1.2.4");
    expect(inside("pkg:npm/x@>=1.0.0 <1.5.0", "0.9.0 1.0.0 1.5.0")).toBe("1.0.0");
    expect(inside("pkg:pypi/x@≥1,≤2", "0.9 1 2 2.1")).toBe("1 2");
  });

  it("reads unions", () => {
    expect(inside("pkg:npm/x@<1.0.0 || >=2.0.0,<2.1.0", "0.5.0 1.0.0 2.0.5 2.1.0")).toBe("0.5.0 2.0.5");
    expect(inside("pkg:npm/x@1.0.0|3.0.0", "1.0.0 2.0.0 3.0.0")).toBe("1.0.0 3.0.0");
  });

  it("reads shorthands", () => {
    expect(inside("pkg:npm/x@^1.2.0", "1.1.9 1.2.0 1.9.0 2.0.0-rc.1 2.0.0")).toBe("1.2.0 1.9.0");
    expect(inside("pkg:npm/x@^0.2.3", "0.2.2 0.2.3 0.2.9 0.3.0")).toBe("0.2.3 0.2.9");
    expect(inside("pkg:npm/x@~1.2.3", "1.2.2 1.2.3 1.2.9 1.3.0")).toBe("1.2.3 1.2.9");
    expect(inside("pkg:npm/x@1.x", "0.9.0 1.0.0 1.9.9 2.0.0")).toBe("1.0.0 1.9.9");
    expect(inside("pkg:gem/rails@~> 6.1", "6.0 6.1 6.9.1 7.0.0.rc1 7.0")).toBe("6.1 6.9.1");
    expect(inside("pkg:pypi/x@~=3.1", "3.0 3.1 3.9 4.0.dev1 4.0")).toBe("3.1 3.9");
    expect(inside("pkg:pypi/x@==1.2.*", "1.1 1.2 1.2.9 1.3.dev0 1.3")).toBe("1.2 1.2.9");
  });

  it("reads intervals as Maven and NuGet write them", () => {
    expect(inside("pkg:maven/g/a@[1.0,2.0)", "0.9 1.0 1.9 2.0 2.1")).toBe("1.0 1.9");
    expect(inside("pkg:maven/g/a@(,1.0],[2.0,)", "0.9 1.0 1.5 2.0 3")).toBe("0.9 1.0 2.0 3");
    expect(inside("pkg:nuget/A@[1.2]", "1.2 1.2.0 1.3")).toBe("1.2 1.2.0");
  });

  it("reads VERS, where | separates the bounds of intervals", () => {
    const versions = ["0.9.0", "1.0.0", "1.2.3", "1.5.0", "2.0.0", "4.0.0", "5.0.0"];
    const found = (vers: string): readonly string[] =>
      versions.filter((version) => matchesPurl(range(`pkg:npm/x@${vers}`), `pkg:npm/x@${version}`));
    expect(found("vers:npm/>=1.0.0|<2.0.0")).toEqual(["1.0.0", "1.2.3", "1.5.0"]);
    expect(found("vers:npm/1.2.3|>=2.0.0|<5.0.0")).toEqual(["1.2.3", "2.0.0", "4.0.0"]);
    expect(found("vers:npm/<1.0.0|>=2.0.0|!=4.0.0")).toEqual(["0.9.0", "2.0.0", "5.0.0"]);
    expect(found("vers:npm/!=1.0.0|!=2.0.0")).toEqual(["0.9.0", "1.2.3", "1.5.0", "4.0.0", "5.0.0"]);
    expect(found("vers:npm/*")).toEqual(versions);
    expect(found("vers:semver/>=1.0.0|<=1.2.3|>=4.0.0")).toEqual(["1.0.0", "1.2.3", "4.0.0", "5.0.0"]);
    expect(found("vers:npm/%31.2.3")).toEqual(["1.2.3"]);
  });

  it("gives undefined where nobody can tell", () => {
    const below = range("pkg:githubactions/actions/checkout@<4");
    expect(matchesPurl(below, "pkg:githubactions/actions/checkout@v3.1.0")).toBe(true);
    expect(matchesPurl(below, "pkg:githubactions/actions/checkout@main")).toBeUndefined();
    expect(matchesPurl(below, "pkg:githubactions/actions/checkout")).toBeUndefined();
    expect(matchesPurl(range("pkg:githubactions/actions/checkout"), "pkg:githubactions/actions/checkout")).toBe(true);
    expect(matchesPurl(below, "pkg:githubactions/actions/cache@main")).toBe(false);
    expect(matchesPurl(below, "no purl")).toBe(false);
  });

  it("compares packages as their ecosystems do", () => {
    expect(matchesPurl(range("pkg:pypi/Foo_Bar@<2"), "pkg:pypi/foo-bar@1")).toBe(true);
    expect(matchesPurl(range("pkg:npm/@scope/x@<2.0.0"), "pkg:npm/%40scope/x@1.0.0")).toBe(true);
    expect(matchesPurl(range("pkg:npm/%40scope/x@%3C2.0.0"), "pkg:npm/%40scope/x@1.0.0")).toBe(true);
    expect(matchesPurl(range("pkg:npm/x@<2.0.0"), "pkg:npm/%40scope/x@1.0.0")).toBe(false);
    expect(matchesPurl(range("pkg:maven/g/a@<2?classifier=sources"), "pkg:maven/g/a@1?classifier=sources")).toBe(true);
    expect(matchesPurl(range("pkg:maven/g/a@<2?classifier=sources"), "pkg:maven/g/a@1")).toBe(false);
  });

  it("sees what is plainly another package as reading it would", () => {
    const names = fc.constantFrom("x", "X", "foo-bar", "Foo_Bar", "foo.bar", "a/x", "%40a/x", "@a/x", "x%2Dy", "x-y");
    const types = fc.constantFrom("npm", "NPM", "pypi", "pub", "maven", "golang", "hex", "github");
    const starts = fc.constantFrom("pkg:", "PKG:", "pkg:/");
    fc.assert(
      fc.property(types, names, starts, types, names, (type, name, start, otherType, otherName) => {
        const wanted = range(`pkg:${type}/${name}@*`);
        const text = `${start}${otherType}/${otherName}@1.0.0`;
        expect(matchesPurl(wanted, text), text).toBe(matchesPurl(wanted, parsePurl(text) ?? { type: "", name: "" }));
      }),
      { numRuns: 1000 },
    );
  });

  it("says what is wrong", () => {
    for (const text of [
      "x",
      "pkg:npm",
      "pkg:npm/x@",
      "pkg:npm/x@>=",
      "pkg:npm/x@>=abc",
      "pkg:npm/x@1 |",
      "pkg:npm/x@^main",
      "pkg:npm/x@vers:npm/",
      "pkg:maven/g/a@[1.0",
    ]) {
      expect(parsePurlRange(text), text).toHaveProperty("error");
    }
  });

  it("never throws, whatever the text", () => {
    const attempt = (text: string): void => {
      const parsed = parsePurlRange(text);
      if (!("error" in parsed)) matchesPurl(parsed, "pkg:npm/x@1.0.0");
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => attempt(`pkg:npm/x@${text}`)));
    fc.assert(fc.property(fc.stringMatching(/^[<>=!~^|,*x .0-9v[\]()a-]{0,40}$/), (text) => attempt(`pkg:npm/x@${text}`)));
  });

  it("agrees with npm on ranges without unfinished versions", () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join("."));
    const constraint = fc.tuple(fc.constantFrom(">=", "<", "<=", ">", "^", "~", "="), version).map((parts) => parts.join(""));
    const ranges = fc.array(
      fc.array(constraint, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(ranges, version, (parts, candidate) => {
        const text = parts.join(" || ");
        expect(matchesPurl(range(`pkg:npm/x@${text}`), `pkg:npm/x@${candidate}`), text).toBe(nodeSemver.satisfies(candidate, text));
      }),
    );
  });
});
