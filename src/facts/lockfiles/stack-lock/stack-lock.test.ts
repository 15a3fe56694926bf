import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { stackLock } from "./stack-lock.ts";

const PATH = "stack.yaml.lock";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

describe("stack.yaml.lock", () => {
  it("gives packages of Hackage, git and archives", async () => {
    const text = `packages:
- completed:
    hackage: acme-missiles-0.3@sha256:2ba66a092a32593880a87fb00f3213762d7bca65a687d45965778deb8694c5d1,613
    pantry-tree: {sha256: aa, size: 1}
  original:
    hackage: acme-missiles-0.3
- completed:
    commit: ${COMMIT}
    git: https://github.com/org/repo.git
    name: from-git
    version: 1.2.3
    subdir: x
- completed:
    name: archived
    version: '4.0'
    sha256: ff
    url: https://example.org/a.tar.gz
- completed: {}
snapshots: []
`;
    const { packages, problems } = await readWith(stackLock, PATH, { [PATH]: text });
    expect(packages.map(({ name, version, line, source, integrity }) => [name, version, line, source, integrity])).toEqual([
      ["acme-missiles", "0.3", 2, undefined, "sha256:2ba66a092a32593880a87fb00f3213762d7bca65a687d45965778deb8694c5d1"],
      ["from-git", "1.2.3", 7, { kind: "git", address: "https://github.com/org/repo.git", commit: COMMIT }, undefined],
      ["archived", "4.0", 13, { kind: "url", address: "https://example.org/a.tar.gz" }, "sha256:ff"],
    ]);
    expect(problems).toMatchObject([{ line: 18 }]);
  });

  it("may list nothing, and is refused where it is no mapping", async () => {
    expect((await readWith(stackLock, PATH, { [PATH]: "packages:\n" })).packages).toEqual([]);
    await expect(readWith(stackLock, PATH, { [PATH]: "- a\n" })).rejects.toBeInstanceOf(Unreadable);
  });
});
