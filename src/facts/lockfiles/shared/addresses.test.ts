import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
import { gitSource, registrySource, withoutCredentials } from "./addresses.ts";
import { npmSource } from "./npm.ts";

describe("addresses", () => {
  it.each([
    ["https://user:pass@host/x", "https://host/x"],
    ["https://token@host:8080/x?y=1#z", "https://host:8080/x?y=1#z"],
    ["https://a:p@ss@host/x@1.0", "https://host/x@1.0"],
    ["ssh://git@host/x.git", "ssh://git@host/x.git"],
    ["ssh://git:secret@host/x.git", "ssh://host/x.git"],
    ["git@host:owner/x.git", "git@host:owner/x.git"],
    ["git+https://${TOKEN}@host/x", "git+https://host/x"],
    ["https://host/x?private_token=abc&ref=1", "https://host/x?ref=1"],
    ["https://host/x?X-Amz-Signature=abc#sha256=1", "https://host/x#sha256=1"],
    ["../local/path", "../local/path"],
  ])("%s is shown as %s", (address, shown) => expect(withoutCredentials(address)).toBe(shown));

  it("count a commit only where it is a full one", () => {
    expect(gitSource("git+https://host/x", "main")).toEqual({ kind: "git", address: "https://host/x" });
    expect(gitSource("https://host/x", "A".repeat(40))).toMatchObject({ commit: "a".repeat(40) });
  });

  it("are read in the time of one look", () => {
    const start = cpuTime();
    for (const run of ["/", "#", "?", "@", ":", "."].map((piece) => `https://host/${piece.repeat(500_000)}\n`)) {
      registrySource(run, []);
      gitSource(run, "main");
      withoutCredentials(run);
      npmSource(run);
    }
    expect(cpuTime() - start).toBeLessThan(3000);
  });

  it("leave usual registries unsaid", () => {
    expect(registrySource("https://PyPI.org/simple/", ["pypi.org/simple"])).toBeUndefined();
    expect(registrySource(undefined, [])).toBeUndefined();
    expect(registrySource("https://u:p@corp.example/simple", ["pypi.org/simple"])).toEqual({
      kind: "registry",
      address: "https://corp.example/simple",
    });
  });
});
