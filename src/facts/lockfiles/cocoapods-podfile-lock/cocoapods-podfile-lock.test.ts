import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { cocoapodsPodfileLock } from "./cocoapods-podfile-lock.ts";

const LOCK = `PODS:
  - Alamofire (5.8.0)
  - Forked (1.0):
    - Alamofire (~> 5)
    - Missing
  - Near (0.1.0):
    - Texture/Core
  - RNThing (2.0.0)
  - Texture/Core (3.1.0)
  - Texture/Video (3.1.0):
    - Texture/Core
  - "Quoted+Name (1.10)"
  - Bad

DEPENDENCIES:
  - Alamofire
  - Forked (from \`https://example.com/forked.git\`, branch \`main\`)
  - Near (from \`../near\`)
  - RNThing (from \`../node_modules/rn-thing\`)
  - Texture/Video (~> 3)

SPEC REPOS:
  https://specs.example.com/corp.git:
    - Quoted+Name
  trunk:
    - Alamofire
    - Texture

EXTERNAL SOURCES:
  Forked:
    :branch: main
    :git: https://example.com/forked.git
  Near:
    :path: "../near"
  RNThing:
    :path: "../node_modules/rn-thing"

CHECKOUT OPTIONS:
  Forked:
    :commit: 0123456789abcdef0123456789abcdef01234567
    :git: https://example.com/forked.git

SPEC CHECKSUMS:
  Alamofire: aa
  Texture: bb

PODFILE CHECKSUM: cc

COCOAPODS: 1.14.3
`;

describe("Podfile.lock", () => {
  it("lists pods and their parts, with sources, edges and what is ours", async () => {
    const { packages, own, problems } = await readWith(cocoapodsPodfileLock, "ios/Podfile.lock", { "ios/Podfile.lock": LOCK });
    expect(
      packages.map(({ name, version, direct, integrity, line, dependsOn }) => [name, version, direct, integrity, line, dependsOn]),
    ).toEqual([
      ["Alamofire", "5.8.0", true, "aa", 2, []],
      ["Forked", "1.0", true, undefined, 3, ["Alamofire"]],
      ["RNThing", "2.0.0", true, undefined, 8, []],
      ["Texture/Core", "3.1.0", false, "bb", 9, []],
      ["Texture/Video", "3.1.0", true, "bb", 10, ["Texture/Core"]],
      ["Quoted+Name", "1.10", false, undefined, 12, []],
    ]);
    expect(packages.map((one) => one.source?.kind)).toEqual([undefined, "git", "path", undefined, undefined, "registry"]);
    expect(packages[1]?.source?.commit).toBe("0123456789abcdef0123456789abcdef01234567");
    expect(own).toMatchObject([{ name: "Near", version: "0.1.0", dependsOn: ["Texture/Core"] }]);
    expect(problems).toMatchObject([{ line: 13 }]);
  });

  it("refuses an empty file and what is no mapping", async () => {
    for (const text of ["", "- a\n", "PODS: text\n"]) {
      await expect(readWith(cocoapodsPodfileLock, "Podfile.lock", { "Podfile.lock": text })).rejects.toMatchObject({
        name: "Unreadable",
        line: 1,
      });
    }
  });

  it("stays calm over damaged files", () => staysCalm(cocoapodsPodfileLock, "Podfile.lock", { "Podfile.lock": LOCK }, { length: 1600 }));
});
