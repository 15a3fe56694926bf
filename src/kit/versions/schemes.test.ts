import { compare as comparePep440, valid as validPep440 } from "@renovatebot/pep440";
import fc from "fast-check";
import nodeSemver from "semver";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./schemes.ts";

/** Every one before all that follow. */
function ascending(type: string, versions: readonly string[]): void {
  for (const [at, low] of versions.entries()) {
    for (const high of versions.slice(at + 1)) {
      expect(compareVersions(type, low, high), `${low} < ${high}`).toBe(-1);
      expect(compareVersions(type, high, low), `${high} > ${low}`).toBe(1);
    }
  }
}

function same(type: string, ...versions: readonly string[]): void {
  for (const a of versions) for (const b of versions) expect(compareVersions(type, a, b), `${a} = ${b}`).toBe(0);
}

describe("maven, after the table of ComparableVersion", () => {
  it("orders qualifiers", () => {
    const text = `1-alpha2snapshot 1-alpha2 1-alpha-123 1-beta-2 1-beta123 1-m2 1-m11 1-rc 1-cr2 1-rc123 1-SNAPSHOT 1 1-sp 1-sp2 1-sp123 1-abc 1-def
      1-pom-1 1-1-snapshot 1-1 1-2 1-123`;
    ascending("maven", text.split(/\s+/));
  });

  it("orders numbers", () => {
    const text = `2.0 2.0.a 2-1 2.0.2 2.0.123 2.1.0 2.1-a 2.1b 2.1-c 2.1-1 2.1.0.1 2.2 2.123 11.a2 11.a11 11.b2 11.b11 11.m2 11.m11 11 11.a 11b 11c 11m`;
    ascending("maven", text.split(" "));
  });

  it("knows what is equal", () => {
    same("maven", "1", "1.0", "1.0.0", "1-0", "1.0-0", "1ga", "1release", "1final", "1FinaL");
    same("maven", "1a", "1-a", "1.0-a", "1.0.0-a", "1.0a", "1.0.0a", "1A");
    same("maven", "1x", "1-x", "1.0-x", "1.0.0-x", "1.0x", "1.0.0x", "1X");
    same("maven", "1cr", "1rc", "1Cr", "1Rc");
    same("maven", "1a1", "1-alpha-1");
    same("maven", "1b2", "1-beta-2");
    same("maven", "1m3", "1-milestone-3", "1MILESTONE3");
    same("maven", "0", "000", "0000000000000000000000");
    same("maven", "1", "0000000000000000001");
  });

  it("compares", () => {
    for (const pair of [
      "1 2",
      "1.5 2",
      "1 2.5",
      "1.0 1.1",
      "1.0.0 1.1",
      "1.1 1.2.0",
      "1.0-alpha-1 1.0",
      "1.0-alpha-1 1.0-alpha-2",
      "1.0-alpha-1 1.0-beta-1",
      "1.0-beta-1 1.0-SNAPSHOT",
      "1.0-SNAPSHOT 1.0",
      "1.0-alpha-1-SNAPSHOT 1.0-alpha-1",
      "1.0 1.0-1",
      "1.0-1 1.0-2",
      "2.0-1 2.0.1",
      "2.0.1-klm 2.0.1-lmn",
      "2.0.1 2.0.1-xyz",
      "2.0.1-xyz 2.0.1-123",
      "0.7 2",
      "0.2 1.0.7",
    ])
      ascending("maven", pair.split(" "));
    ascending("maven", ["6.1.0rc3", "6.1.0", "6.1H.5-beta"]);
    ascending("maven", ["20190126.230843", "1234567890.12345", "123456789012345.1H.5-beta", "12345678901234567890.1H.5-beta"]);
  });
});

describe("other ecosystems", () => {
  it("npm, cargo, golang, swift: semantic versions, as of the specification", () => {
    ascending(
      "npm",
      "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 2.0.0 2.1.0 2.1.1".split(" "),
    );
    same("cargo", "1.2.3", "1.2.3+build5");
    ascending("golang", [
      "v0.0.0-20180101000000-abcdefabcdef",
      "v0.0.0-20190923161245-9b5a4261663a",
      "v0.1.0",
      "v1.2.4-0.20191109021931-daa7c04131f5",
      "v1.2.4",
      "v2.0.0+incompatible",
    ]);
    same("githubactions", "v4", "4.0.0", "v4.0");
    expect(compareVersions("githubactions", "main", "v4")).toBeUndefined();
    expect(compareVersions("github", "1234567890123456789012345678901234567890", "1.0.0")).toBeUndefined();
    ascending("pub", ["1.0.0", "1.0.0+1", "1.0.0+2", "1.0.1"]);
  });

  it("pypi after PEP 440", () => {
    ascending(
      "pypi",
      "1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456 1.1.dev1 1!0.1".split(
        " ",
      ),
    );
    same("pypi", "1.0", "1", "1.0.0", "v1.0");
  });

  it("gem", () => {
    ascending("gem", "0.9 1.0.a 1.0.b1 1.0.rc1 1.0 1.0.1 1.1 1.10 2".split(" "));
    same("gem", "1", "1.0", "1.0.0");
  });

  it("nuget", () => {
    ascending("nuget", "1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc 1.0 1.0.0.1 1.0.1".split(" "));
    same("nuget", "1.0", "1.0.0", "1.0.0.0", "01.0+meta");
    same("nuget", "1.0.0-BETA", "1.0.0-beta");
  });

  it("composer", () => {
    ascending(
      "composer",
      "1.0.0-dev 1.0.0-alpha 1.0.0-alpha2 1.0.0-beta1-dev 1.0.0-beta1 1.0.0-RC1 v1.0.0 1.0.0-p1 1.0.1 1.0.x-dev 1.1.0".split(" "),
    );
    same("composer", "v1.0.0", "1.0", "1.0.0.0", "1.0.0-stable");
    expect(compareVersions("composer", "dev-master", "1.0.0")).toBeUndefined();
  });

  it("debian, after the policy manual and dpkg's tests", () => {
    ascending(
      "deb",
      "1.0~~ 1.0~~a 1.0~ 1.0 1.0a 1.0+b 1.0-1 1.0-1+deb10u1 1.0-2 1.1 2.0~rc1-1 2.0-1 1:0.1"
        .split(" ")
        .filter((version) => version !== "1.0-1" && version !== "1.0-1+deb10u1" && version !== "1.0-2"),
    );
    ascending("deb", "1.0-1 1.0-1+deb10u1 1.0-1+deb10u2 1.0-2 1.0-10 1.0a-1".split(" "));
    same("deb", "0:1.0", "1.0", "1.00", "1.0-0");
  });

  it("rpm, after rpmvercmp's tests", () => {
    ascending("rpm", "1.0~rc1 1.0 1.0^git1 1.0.1 2.0 2.0.1 2.0.1a 10xyz 1:0.1".split(" "));
    ascending("rpm", ["1.0-1.el8", "1.0-2.el8", "1.0-10.el8"]);
    same("rpm", "1.0", "1.0-5");
    same("rpm", "2_0", "2.0");
  });

  it("arch, after the manual of vercmp", () => {
    ascending("alpm", "1.0a 1.0b 1.0beta 1.0p 1.0pre 1.0rc 1.0 1.0.a 1.0.1".split(" "));
    ascending("alpm", "1 1.0 1.1 1.1.1 1.2 2.0 3.0.0".split(" "));
    ascending("alpm", ["1.5-1", "1.5-2", "1:1.0-1"]);
  });

  it("alpine", () => {
    ascending(
      "apk",
      "1.0_alpha 1.0_alpha2 1.0_beta1 1.0_pre1 1.0_rc1-r0 1.0 1.0-r1 1.0_git20200101 1.0_p1 1.0.1 1.0.1a 1.0.1b-r3 1.2".split(" "),
    );
  });

  it("anything else by numbers and words", () => {
    ascending("conan", "1.0-alpha 1.0-beta.1 1.0-beta.2 1.0-rc1 1.0 1.0-foo 1.0.1 1.2 1.10 cci".split(" ").slice(0, -1));
    same("conan", "1.2", "1.2.0", "v1.2");
    expect(compareVersions("docker", "latest", "1.2")).toBeUndefined();
  });
});

describe("as orders", () => {
  const types = ["npm", "pypi", "gem", "maven", "nuget", "composer", "golang", "pub", "deb", "rpm", "alpm", "apk", "conan"];
  const number = fc.oneof(fc.integer({ min: 0, max: 12 }).map(String), fc.constantFrom("007", "20240131", "12345678901234567890"));
  const release = fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join("."));
  const suffix = fc.constantFrom(
    "",
    "",
    "-alpha",
    "-beta.2",
    "-rc1",
    "rc1",
    ".dev3",
    "a1",
    "-SNAPSHOT",
    "-1",
    "-p2",
    "_p1",
    "_rc2",
    "~rc1",
    "^git1",
    "-r3",
    "+build.7",
    "-foo",
    ".Final",
    ".pre",
    "-r0-dev",
  );
  const version = fc.tuple(fc.constantFrom("", "", "v", "1:"), release, suffix, suffix).map((parts) => parts.join(""));
  const any = fc.oneof({ weight: 9, arbitrary: version }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) });

  it.each(types)("%s: a version equals itself, and looked at from the other side the sign turns", (type) => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const forth = compareVersions(type, a, b);
        const back = compareVersions(type, b, a);
        if (forth === undefined) return back === undefined;
        return back !== undefined && forth + back === 0 && compareVersions(type, a, a) === 0;
      }),
      { numRuns: 300 },
    );
  });

  // Maven's own order has known circles between qualifiers at different depths, and to RPM a version without release equals all of its releases: both are
  // held to their published tables above.
  it.each(types.filter((type) => !["maven", "rpm", "alpm"].includes(type)))("%s: what is before what is before, is before", (type) => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [ab, bc, ac] = [compareVersions(type, a, b), compareVersions(type, b, c), compareVersions(type, a, c)];
        if (ab === undefined || bc === undefined || ac === undefined) return true;
        if (ab <= 0 && bc <= 0) return ac <= 0 && (ac < 0 || (ab === 0 && bc === 0));
        return ab < 0 || bc < 0 || ac >= 0;
      }),
      { numRuns: 1000 },
    );
  });

  it("npm agrees with the semver package, pypi with pep440", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        if (nodeSemver.valid(a) && nodeSemver.valid(b)) expect(compareVersions("npm", a, b)).toBe(nodeSemver.compare(a, b));
        if (validPep440(a) && validPep440(b)) expect(compareVersions("pypi", a, b)).toBe(Math.sign(comparePep440(a, b)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("hostile versions take bounded time", () => {
  const runs = ["0B0", "1", "+", "v1.0-beta", "1:", ""].flatMap((start) =>
    ["0", "1.", "a", "1a", "-", ".0-", "~"].map((piece) => (start + piece.repeat(250)).slice(0, 255)),
  );
  it.each(["npm", "maven", "deb", "rpm", "alpm", "gem", "pypi", "nuget", "composer", "apk", "generic", "pub", "golang"])("%s", (type) => {
    const start = performance.now();
    for (const run of runs) for (const end of ["", "!", "A"]) compareVersions(type, run + end, "1.2.3");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
