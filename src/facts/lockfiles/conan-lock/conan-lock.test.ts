import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { conanLock } from "./conan-lock.ts";

async function read(document: unknown) {
  return readWith(conanLock, "conan.lock", { "conan.lock": JSON.stringify(document, undefined, 1) });
}

describe("conan.lock of Conan 2", () => {
  it("gives its lists with scopes", async () => {
    const { packages, problems } = await read({
      version: "0.5",
      requires: ["zlib/1.3.1#abc%1700000000.1", "mine/2.0@team/stable#def", "broken"],
      build_requires: ["cmake/3.30"],
      python_requires: ["tools/1.0"],
      config_requires: [],
    });
    expect(
      packages.map(({ name, version, scope, qualifiers, integrity, line }) => [name, version, scope, qualifiers, integrity, line]),
    ).toEqual([
      ["zlib", "1.3.1", "production", undefined, "abc", 4],
      ["mine", "2.0", "production", { channel: "stable", user: "team" }, "def", 5],
      ["cmake", "3.30", "development", undefined, undefined, 9],
      ["tools", "1.0", "development", undefined, undefined, 12],
    ]);
    expect(problems).toMatchObject([{ line: 6 }]);
  });
});

describe("conan.lock of Conan 1", () => {
  it("gives the graph: the consumer is ours", async () => {
    const { packages, own } = await read({
      version: "0.4",
      graph_lock: {
        nodes: {
          "0": { ref: "app/1.0", path: "conanfile.py", requires: ["1"], build_requires: ["3"] },
          "1": { ref: "freetype/2.12#a", requires: ["2"] },
          "2": { ref: "zlib/1.2.13@_/_#0" },
          "3": { ref: "cmake/3.22", context: "build" },
        },
      },
    });
    expect(packages.map(({ name, scope, direct, dependsOn }) => [name, scope, direct, dependsOn])).toEqual([
      ["freetype", "production", true, ["2"]],
      ["zlib", "production", false, []],
      ["cmake", "development", true, []],
    ]);
    expect(own).toEqual([{ type: "conan", name: "app", version: "1.0", dependsOn: ["1", "3"] }]);
  });

  it("of old names packages with their ids, and requirements by reference", async () => {
    const { packages, own } = await read({
      graph_lock: {
        nodes: { a: { pref: null, requires: { "zlib/1.2.11@user/testing#r": "b" } }, b: { pref: "zlib/1.2.11@user/testing#r:id#p" } },
      },
    });
    expect(packages).toMatchObject([{ name: "zlib", version: "1.2.11", qualifiers: { channel: "testing", user: "user" }, direct: true }]);
    expect(own).toEqual([{ type: "conan", name: "conanfile", dependsOn: ["b"] }]);
  });
});

describe("what is no conan.lock", () => {
  it.each([[[]], [{}], [null], ["x"]])("is refused: %j", async (document) => {
    await expect(read(document)).rejects.toBeInstanceOf(Unreadable);
  });
});
