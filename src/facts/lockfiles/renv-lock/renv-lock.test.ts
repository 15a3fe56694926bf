import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { renvLock } from "./renv-lock.ts";

const PATH = "renv.lock";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

async function read(packages: Record<string, unknown>) {
  const document = {
    R: {
      Version: "4.4.0",
      Repositories: [
        { Name: "CRAN", URL: "https://cloud.r-project.org" },
        { Name: "Ours", URL: "https://r.example.org" },
      ],
    },
    Packages: packages,
  };
  return readWith(renvLock, PATH, { [PATH]: JSON.stringify(document, undefined, 2) });
}

describe("renv.lock", () => {
  it("gives packages with where they come from", async () => {
    const { packages } = await read({
      a: { Package: "a", Version: "1.0", Source: "Repository", Repository: "CRAN", Hash: "ff" },
      b: { Package: "b", Version: "2.0", Source: "Bioconductor" },
      c: { Package: "c", Version: "3.0", Source: "GitHub", RemoteType: "github", RemoteUsername: "o", RemoteRepo: "r", RemoteSha: COMMIT },
      d: { Package: "d", Version: "4.0", Source: "Repository", Repository: "Ours" },
      e: { Package: "e", Version: "5.0", Source: "Repository", Repository: "https://packagemanager.posit.co/cran/latest" },
      f: { Package: "f", Version: "6.0" },
    });
    expect(packages.map(({ type, name, version, source }) => [type, name, version, source?.address])).toEqual([
      ["cran", "a", "1.0", undefined],
      ["bioconductor", "b", "2.0", undefined],
      ["cran", "c", "3.0", "https://github.com/o/r"],
      ["cran", "d", "4.0", "https://r.example.org"],
      ["cran", "e", "5.0", undefined],
      ["cran", "f", "6.0", undefined],
    ]);
    expect(packages[0]).toMatchObject({ integrity: "md5:ff" });
    expect(packages[2]?.source?.commit).toBe(COMMIT);
  });

  it("gives licences and edges, of old and of new lockfiles", async () => {
    const { packages } = await read({
      a: { Version: "1", License: "MIT + file LICENSE", Imports: ["b (>= 1.0)", "methods"], Depends: ["R (>= 3)"] },
      b: { Version: "1", Requirements: ["R", "c"] },
      c: { Version: "1", LinkingTo: "a, b" },
    });
    expect(packages.map(({ name, license, dependsOn }) => [name, license, dependsOn])).toEqual([
      ["a", "MIT + file LICENSE", ["b"]],
      ["b", undefined, ["c"]],
      ["c", undefined, ["a", "b"]],
    ]);
  });

  it("tells of packages without a version, and refuses what is no object", async () => {
    expect((await read({ a: {} })).problems).toHaveLength(1);
    await expect(readWith(renvLock, PATH, { [PATH]: "[]" })).rejects.toBeInstanceOf(Unreadable);
  });
});
