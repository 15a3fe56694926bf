import { describe, expect, it } from "vitest";
import { isPrerelease } from "./prerelease.ts";

describe("isPrerelease", () => {
  it.each([
    ["npm", "1.0.0-beta.1", true],
    ["npm", "1.0.0+build.5", false],
    ["pypi", "2.0rc1", true],
    ["pypi", "2.0.post1", false],
    ["pypi", "2.0.dev3", true],
    ["maven", "3.0.0-M2", true],
    ["maven", "33.5.0-jre", false],
    ["maven", "7.1.7.Final", false],
    ["maven", "1.0-SNAPSHOT", true],
    ["golang", "v0.0.0-20240101000000-abcdefabcdef", false],
    ["golang", "v1.0.0-rc.1", true],
    ["gem", "5.0.0.rc1", true],
    ["nuget", "9.0.0-preview.1.24080.9", true],
    ["docker", "3.9-alpine", false],
  ])("%s %s: %s", (type, version, expected) => {
    expect(isPrerelease(type, version)).toBe(expected);
  });
});
