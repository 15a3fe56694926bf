import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { poetryLock } from "./poetry-lock.ts";

const PACKAGES = `[[package]]
name = "Flask"
version = "3.0.0"
optional = false
files = [
    {file = "flask-3.0.0-py3-none-any.whl", hash = "sha256:aa"},
]

[package.dependencies]
click = ">=8.1.3"
Werk_Zeug = [{version = ">=3", markers = "x"}]

[package.extras]
dotenv = ["python-dotenv"]

[[package]]
name = "click"
version = "8.1.7"

[[package]]
name = "werk-zeug"
version = "3.0.1"

[package.source]
type = "legacy"
url = "https://user:pw@pypi.example.com/simple"
reference = "corp"

[[package]]
name = "pytest"
version = "7.4.3"

[package.dependencies]
pluggy = "*"

[[package]]
name = "pluggy"
version = "1.3.0"

[[package]]
name = "near"
version = "0.1.0"
[package.source]
type = "directory"
url = "../near"

[[package]]
name = "forked"
version = "2.0"
[package.source]
type = "git"
url = "https://example.com/forked.git"
reference = "main"
resolved_reference = "0123456789abcdef0123456789abcdef01234567"

[metadata]
lock-version = "2.0"
`;

const FILES = {
  "app/poetry.lock": PACKAGES,
  "app/pyproject.toml": `[tool.poetry]
name = "app"
version = "1.0"
license = "MIT"
[tool.poetry.dependencies]
python = "^3.11"
flask = "^3.0"
near = {path = "../near", develop = true}
forked = {git = "https://example.com/forked.git", optional = true}
[tool.poetry.group.test.dependencies]
pytest = "^7"
`,
};

describe("poetry.lock", () => {
  it("gets roles from the project where lock version 2.0 does not say them", async () => {
    const { packages, own, members } = await readWith(poetryLock, "app/poetry.lock", FILES);
    expect(packages.map(({ key, scope, direct, line }) => [key, scope, direct, line])).toEqual([
      ["flask@3.0.0", "production", true, 1],
      ["click@8.1.7", "production", false, 16],
      ["werk-zeug@3.0.1", "production", false, 20],
      ["pytest@7.4.3", "development", true, 29],
      ["pluggy@1.3.0", "development", false, 36],
      ["forked@2.0", "optional", true, 47],
    ]);
    expect(packages[0]).toMatchObject({ dependsOn: ["click@8.1.7", "werk-zeug@3.0.1"], integrity: "sha256:aa" });
    expect(packages[2]?.source).toEqual({ kind: "registry", address: "https://pypi.example.com/simple" });
    expect(packages[5]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own?.map(({ name, version, license }) => [name, version, license])).toEqual([
      ["app", "1.0", "MIT"],
      ["near", "0.1.0", undefined],
    ]);
    expect(members).toEqual(["near"]);
  });

  it.each([
    ['category = "dev"', "development"],
    ['category = "main"', "production"],
    ['category = "main"\noptional = true', "optional"],
    ['groups = ["main", "dev"]', "production"],
    ['groups = ["dev"]\noptional = true', "development"],
    ['groups = ["main"]\noptional = true', "optional"],
    ['groups = ["prod"]', "production"],
  ])("reads the role that the file says: %s", async (said, scope) => {
    const text = `[[package]]\nname = "x"\nversion = "1"\n${said}\n`;
    expect((await readWith(poetryLock, "poetry.lock", { "poetry.lock": text })).packages).toMatchObject([{ scope, direct: undefined }]);
  });

  it("reads the hashes of lock version 1, and an empty file", async () => {
    const text = '[[package]]\nname = "x"\nversion = "1"\n[metadata.files]\nx = [{file = "x.whl", hash = "sha256:cc"}]\n';
    expect((await readWith(poetryLock, "poetry.lock", { "poetry.lock": text })).packages[0]?.integrity).toBe("sha256:cc");
    expect((await readWith(poetryLock, "poetry.lock", { "poetry.lock": "\n" })).packages).toEqual([]);
  });

  it("refuses what is no TOML", async () => {
    await expect(readWith(poetryLock, "poetry.lock", { "poetry.lock": "[[package]]\nname = \n" })).rejects.toMatchObject({
      name: "Unreadable",
      line: 2,
    });
  });

  it("stays calm over damaged files", () => staysCalm(poetryLock, "app/poetry.lock", FILES));
});
