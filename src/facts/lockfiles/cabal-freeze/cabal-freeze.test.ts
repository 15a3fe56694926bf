import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { cabalFreeze } from "./cabal-freeze.ts";

async function read(text: string): Promise<unknown[]> {
  const { packages } = await readWith(cabalFreeze, "cabal.project.freeze", { "cabal.project.freeze": text });
  return packages.map((entry) => [entry.name, entry.version, entry.line]);
}

describe("cabal.project.freeze", () => {
  it("gives what is frozen to one version", async () => {
    const text = `active-repositories: hackage.haskell.org:merge
constraints: any.aeson ==2.1.0.0,
             aeson -cffi +ordered-keymap,
             any.base installed,
             any.text >=2 && <3,
-- any.commented ==1,
             setup.cabal-doctest ==1.0.9,
             any.vector ==0.13.0.0, any.zlib ==0.6.3.0
index-state: hackage.haskell.org 2023-01-01T00:00:00Z
             any.outside ==1
`;
    expect(await read(text)).toEqual([
      ["aeson", "2.1.0.0", 2],
      ["vector", "0.13.0.0", 8],
      ["zlib", "0.6.3.0", 8],
    ]);
  });

  it("of old has no qualifiers; beside others with them they are a person's own", async () => {
    expect(await read("constraints: aeson ==1.0 || ==1.1,\n  text ==2.0\n")).toEqual([
      ["aeson", "1.0", 1],
      ["aeson", "1.1", 1],
      ["text", "2.0", 2],
    ]);
    expect(await read("constraints: any.aeson ==1.0,\n  text ==2.0\n")).toEqual([["aeson", "1.0", 1]]);
  });

  it("may be empty", async () => expect(await read("")).toEqual([]));
});
