import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { swiftPackageResolved } from "./swift-package-resolved.ts";

const NEW = `{
  "originHash" : "aa",
  "pins" : [
    {
      "identity" : "swift-log",
      "kind" : "remoteSourceControl",
      "location" : "https://github.com/apple/swift-log.git",
      "state" : { "revision" : "0123456789abcdef0123456789abcdef01234567", "version" : "1.5.3" }
    },
    {
      "identity" : "on-branch",
      "kind" : "remoteSourceControl",
      "location" : "git@github.com:Owner/On-Branch.git",
      "state" : { "branch" : "main", "revision" : "0123456789abcdef0123456789abcdef01234567" }
    },
    {
      "identity" : "mona.linkedlist",
      "kind" : "registry",
      "location" : "",
      "state" : { "version" : "1.2.0" }
    },
    { "identity" : "near", "kind" : "fileSystem", "location" : "/near" },
    { "kind" : "odd" }
  ],
  "version" : 3
}
`;

const OLD = `{
  "object": {
    "pins": [
      {
        "package": "Alamofire",
        "repositoryURL": "https://user:pw@github.com/Alamofire/Alamofire",
        "state": { "branch": null, "revision": "0123456789abcdef0123456789abcdef01234567", "version": "5.8.0" }
      }
    ]
  },
  "version": 1
}
`;

describe("Package.resolved", () => {
  it("names packages by where they live", async () => {
    const { packages, own, problems } = await readWith(swiftPackageResolved, "Package.resolved", { "Package.resolved": NEW });
    expect(packages.map(({ namespace, name, version, line }) => [namespace, name, version, line])).toEqual([
      ["github.com/apple", "swift-log", "1.5.3", 4],
      ["github.com/Owner", "On-Branch", "", 10],
      [undefined, "mona.linkedlist", "1.2.0", 16],
    ]);
    expect(packages[1]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own).toMatchObject([{ name: "near" }]);
    expect(problems).toMatchObject([{ line: 23 }]);
  });

  it("reads version 1", async () => {
    const { packages } = await readWith(swiftPackageResolved, "Package.resolved", { "Package.resolved": OLD });
    expect(packages).toMatchObject([{ namespace: "github.com/Alamofire", name: "Alamofire", version: "5.8.0", line: 4 }]);
  });

  it("refuses what holds no pins", async () => {
    await expect(readWith(swiftPackageResolved, "Package.resolved", { "Package.resolved": "{}" })).rejects.toMatchObject({
      name: "Unreadable",
    });
    await expect(readWith(swiftPackageResolved, "Package.resolved", { "Package.resolved": "\n\nnot json" })).rejects.toMatchObject({
      name: "Unreadable",
      line: 3,
    });
  });

  it("stays calm over damaged files", async () => {
    await staysCalm(swiftPackageResolved, "Package.resolved", { "Package.resolved": NEW });
    await staysCalm(swiftPackageResolved, "Package.resolved", { "Package.resolved": OLD }, { runs: 20 });
  });
});
