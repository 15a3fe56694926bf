import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { dotnetDeps } from "./dotnet-deps.ts";

const PATH = "bin/App.deps.json";
const DOCUMENT = {
  runtimeTarget: { name: ".NETCoreApp,Version=v8.0", signature: "" },
  targets: {
    ".NETCoreApp,Version=v8.0": {
      "App/1.0.0": { dependencies: { A: "1.0.0", Lib: "1.0.0", "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64": "8.0.1" } },
      "A/1.0.0": { dependencies: { B: "2.0.0" } },
      "B/2.0.0": {},
      "Lib/1.0.0": { dependencies: { B: "2.0.0" } },
      "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1": {},
    },
  },
  libraries: {
    "Lib/1.0.0": { type: "project", serviceable: false, sha512: "" },
    "App/1.0.0": { type: "project", serviceable: false, sha512: "" },
    "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1": { type: "runtimepack", serviceable: false, sha512: "" },
    "A/1.0.0": { type: "package", serviceable: true, sha512: "sha512-aaa=" },
    "B/2.0.0": { type: "package", serviceable: true, sha512: "sha512-bbb=" },
    "Plain/1.0.0.0": { type: "reference", serviceable: false, sha512: "" },
    strange: { type: "package" },
  },
};

describe("*.deps.json", () => {
  it("gives packages and runtime packs, the application first among what is ours", async () => {
    const reading = await readWith(dotnetDeps, PATH, { [PATH]: JSON.stringify(DOCUMENT) });
    expect(reading.packages.map((entry) => [entry.name, entry.version, entry.direct, entry.dependsOn])).toEqual([
      ["Microsoft.NETCore.App.Runtime.linux-x64", "8.0.1", true, []],
      ["A", "1.0.0", true, ["b@2.0.0"]],
      ["B", "2.0.0", true, []],
    ]);
    expect(reading.packages[1]?.integrity).toBe("sha512-aaa=");
    expect(reading.own?.map((own) => own.name)).toEqual(["App", "Lib"]);
  });

  it("refuses other documents", async () => {
    await expect(readWith(dotnetDeps, PATH, { [PATH]: '{"a": 1}' })).rejects.toBeInstanceOf(Unreadable);
  });
});
