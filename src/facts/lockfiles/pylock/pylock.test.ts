import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { pylock, pylockNamed } from "./pylock.ts";

const LOCK = `lock-version = "1.0"
created-by = "hand"
extras = ["cli"]
dependency-groups = ["dev", "prod"]
default-groups = ["prod"]

[[packages]]
name = "attrs"
version = "25.1.0"
index = "https://pypi.org/simple"
wheels = [{name = "attrs-25.1.0-py3-none-any.whl", url = "https://x/attrs.whl", hashes = {sha256 = "aa"}}]

[[packages]]
name = "cattrs"
version = "24.1.2"
marker = "'prod' in dependency_groups"
dependencies = [{name = "attrs"}]
index = "https://pypi.example.com/simple"

[[packages]]
name = "rich"
version = "13.0"
marker = "'cli' in extras and python_version >= '3.8'"
[packages.sdist]
name = "rich-13.0.tar.gz"
[packages.sdist.hashes]
sha512 = "bb"

[[packages]]
name = "ruff"
marker = "'dev' in dependency_groups"
[packages.vcs]
type = "git"
url = "https://example.com/ruff.git"
commit-id = "0123456789abcdef0123456789abcdef01234567"

[[packages]]
name = "by-address"
[packages.archive]
url = "https://example.com/by_address-1.5.zip"
[packages.archive.hashes]
sha256 = "cc"

[[packages]]
name = "self"
directory = {path = ".", editable = true}
`;

describe("pylock.toml", () => {
  it("reads packages with roles from their markers", async () => {
    const { packages, own } = await readWith(pylock, "pylock.toml", { "pylock.toml": LOCK });
    expect(packages.map(({ key, scope, integrity, line }) => [key, scope, integrity, line])).toEqual([
      ["attrs@25.1.0", "production", "sha256:aa", 7],
      ["cattrs@24.1.2", "production", undefined, 13],
      ["rich@13.0", "optional", "sha512:bb", 20],
      ["ruff@", "development", undefined, 29],
      ["by-address@1.5", "production", "sha256:cc", 37],
    ]);
    expect(packages[1]).toMatchObject({
      dependsOn: ["attrs@25.1.0"],
      source: { kind: "registry", address: "https://pypi.example.com/simple" },
    });
    expect(packages[3]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own).toMatchObject([{ name: "self" }]);
  });

  it("takes everything for what the project needs where only its groups are known", async () => {
    const files = {
      "pylock.toml": 'lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1"\n[[packages]]\nname = "b"\nversion = "1"\n',
      "pyproject.toml": '[dependency-groups]\ndev = ["a"]\n',
    };
    expect((await readWith(pylock, "pylock.toml", files)).packages.map((one) => [one.name, one.scope, one.direct])).toEqual([
      ["a", "development", true],
      ["b", "development", false],
    ]);
  });

  it("refuses other versions, and knows its names", async () => {
    await expect(readWith(pylock, "pylock.toml", { "pylock.toml": 'lock-version = "2.0"' })).rejects.toMatchObject({
      name: "Unreadable",
      line: 1,
    });
    await expect(readWith(pylock, "pylock.toml", { "pylock.toml": "x = 1" })).rejects.toMatchObject({ name: "Unreadable" });
    expect(pylockNamed.matches("a/pylock.docs.toml")).toBe(true);
    expect(pylockNamed.matches("pylock.a.b.toml")).toBe(false);
  });

  it("stays calm over damaged files", () => staysCalm(pylock, "pylock.toml", { "pylock.toml": LOCK }));
});
