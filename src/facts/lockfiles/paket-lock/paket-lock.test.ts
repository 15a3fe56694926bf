import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { paketLock } from "./paket-lock.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const TEXT = `STORAGE: NONE
RESTRICTION: >= net461
NUGET
  remote: https://api.nuget.org/v3/index.json
    A (1.0)
      B (>= 2.0) - restriction: >= net461
      B (>= 2.1) - restriction: >= net48
    B (2.1.3-beta) - content: none
  remote: https://user:secret@feed.example.org/nuget
    C (3.0)
GITHUB
  remote: owner/repo
    src/File.fs (${COMMIT})
      A (>= 1.0)
GIT
  remote: https://example.org/lib.git
     (${COMMIT})
      build: "build.cmd"
HTTP
  remote: https://example.org
    data.fs (/data.fs)

GROUP Test
NUGET
  remote: https://www.nuget.org/api/v2
  specs:
    A (0.9)
`;

describe("paket.lock", () => {
  it("gives groups, sources, edges and, with paket.dependencies beside it, what is direct", async () => {
    const texts = {
      "paket.lock": TEXT,
      "paket.dependencies": "source https://api.nuget.org/v3/index.json\nnuget a\ngithub owner/repo src/File.fs\ngroup Test\n  nuget A\n",
    };
    const { packages, alsoRead } = await readWith(paketLock, "paket.lock", texts);
    expect(packages.map((entry) => [entry.name, entry.version, entry.scope, entry.direct, entry.line, entry.dependsOn])).toEqual([
      ["A", "1.0", "production", true, 5, ["/nuget/b"]],
      ["B", "2.1.3-beta", "production", false, 8, []],
      ["C", "3.0", "production", false, 10, []],
      ["repo", COMMIT, "production", true, 13, ["/nuget/a"]],
      ["lib", COMMIT, "production", false, 17, []],
      ["data.fs", "", "production", false, 21, []],
      ["A", "0.9", "development", true, 27, []],
    ]);
    expect(packages[2]?.source).toEqual({ kind: "registry", address: "https://feed.example.org/nuget" });
    expect(packages[3]).toMatchObject({
      type: "github",
      namespace: "owner",
      subpath: "src/File.fs",
      source: { kind: "git", commit: COMMIT },
    });
    expect(alsoRead).toEqual(["paket.dependencies"]);
  });

  it("tells of strange lines, and refuses what has nothing of Paket", async () => {
    const { packages, problems } = await readWith(paketLock, "paket.lock", { "paket.lock": "NUGET\n  remote: x\n    A\n    B (1)\n" });
    expect(packages).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3 }]);
    await expect(readWith(paketLock, "paket.lock", { "paket.lock": "hello\n" })).rejects.toBeInstanceOf(Unreadable);
    expect((await readWith(paketLock, "paket.lock", { "paket.lock": "" })).packages).toEqual([]);
  });
});
