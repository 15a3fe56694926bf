import fc from "fast-check";
import nodeSemver from "semver";
import { describe, expect, it } from "vitest";
import { lowestVersion } from "./lowest.ts";

describe("the lowest version of a range", () => {
  it.each([
    ["npm", "^1.2.0", "1.2.0"],
    ["npm", "^2.1 || ^1.9", "1.9"],
    ["npm", ">=1.0.0 <2.0.0", "1.0.0"],
    ["npm", "1.2.3", "1.2.3"],
    ["pypi", ">= 4.1.1", "4.1.1"],
    ["pypi", "~=1.1,!=1.2", "1.1"],
    ["pypi", ">=1,>=3,<4", "3"],
    ["gem", "~> 2.1", "2.1"],
    ["maven", "[1.0,2.0)", "1.0"],
    ["hex", ">= 1.0.0 and < 2.0.0", "1.0.0"],
    ["hex", "~> 2.0 or ~> 1.3", "1.3"],
    ["cargo", "1", "1"],
  ])("%s %s", (type, range, lowest) => {
    expect(lowestVersion(range, type)).toBe(lowest);
  });

  it.each([
    ["npm", "*"],
    ["npm", "1.x"],
    ["npm", "<2"],
    ["npm", ">1.0.0"],
    ["npm", "latest || ^1.0.0 || <1"],
    ["pypi", "!=3.5"],
    ["pypi", ">=3,!=3"],
    ["pypi", "==1.2.*"],
    ["maven", "(,1.0]"],
    ["maven", "[1.0"],
    ["npm", "github:owner/repository"],
    ["npm", ""],
  ])("is open: %s %s", (type, range) => {
    expect(lowestVersion(range, type)).toBeUndefined();
  });

  it("is what npm finds", () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join("."));
    const constraint = fc.tuple(fc.constantFrom(">=", "^", "~", "="), version).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(constraint, { minLength: 1, maxLength: 3 }), (parts) => {
        const range = parts.join(" || ");
        expect(lowestVersion(range, "npm")).toBe(nodeSemver.minVersion(range)?.version);
      }),
    );
  });
});
