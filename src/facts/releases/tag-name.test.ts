import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTagName } from "./tag-name.ts";

describe("the name of a tag", () => {
  it("holds a version of two numbers or more, or none", () => {
    expect(["1.2.3", "v1.2", "curl-8_11_0", "api/v2.0.0-rc.1", "release-3.11"].map((name) => readTagName(name)?.numbers[1])).toEqual([
      2, 2, 11, 0, 11,
    ]);
    for (const name of ["v4", "latest", "stable", "2024"]) expect(readTagName(name), name).toBeUndefined();
  });

  it.each([
    ["1.2.3", "release"],
    ["v1.2.3+build", "release"],
    ["4.5", "release"],
    ["3.2.1.Final", "release"],
    ["v5.3.0.RELEASE", "release"],
    ["python3.11-1.2.0", "release"],
    ["1.0.0-rc.1", "preliminary"],
    ["v2.0rc1", "preliminary"],
    ["1.0-beta2", "preliminary"],
    ["6.0.0.M3", "preliminary"],
    ["1.0.0-20", "preliminary"],
    ["nightly-2024.05.01", "moving"],
    ["1.2.3-linux-amd64.tar", "preliminary"],
    ["rel_1.2-3", "other"],
  ])("%s: %s", (name, kind) => {
    expect(readTagName(name)?.kind).toBe(kind);
  });

  it("tells the package from the version", () => {
    expect(readTagName("python3.11-1.2.0")).toEqual({ line: "python3.11", numbers: [1, 2, 0], kind: "release" });
    expect(readTagName("pkg@1.0.0-rc.1.2")).toMatchObject({ line: "pkg", numbers: [1, 0, 0], kind: "preliminary" });
  });

  it("takes any name", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z@/v]{0,6}[\d._-]{0,12}(?:rc|\+b)?[\d.]{0,4}$/), (name) => {
        const found = readTagName(name);
        const version = /\d[._]\d/.test(name);
        return found === undefined ? !version : version && found.numbers.length >= 2 && found.numbers.every(Number.isSafeInteger);
      }),
    );
    expect(readTagName("9".repeat(100_000))).toBeUndefined();
    expect(readTagName("1.".repeat(100_000))?.kind).toBe("other");
  });
});
