import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { pipfile } from "../pipfile/pipfile.ts";
import { pipfileLock } from "./pipfile-lock.ts";

const FILES = {
  Pipfile: `[[source]]
url = "https://pypi.org/simple"
name = "pypi"

[packages]
flask = "*"
"zope.interface" = {version = "~=6.0", extras = ["test"]}
forked = {git = "https://example.com/forked.git", ref = "0123456789abcdef0123456789abcdef01234567"}
mine = {path = ".", editable = true}

[dev-packages]
pytest = "==7.4.3"

[docs]
sphinx = ">=7"

[requires]
python_version = "3.11"
`,
  "Pipfile.lock": `{
  "_meta": {"sources": [{"name": "corp", "url": "https://u:p@pypi.example.com/simple"}]},
  "default": {
    "flask": {"hashes": ["sha256:aa", "sha256:bb"], "version": "==3.0.0"},
    "werkzeug": {"index": "corp", "version": "==3.0.1", "markers": "python_version >= '3.8'"},
    "forked": {"git": "https://example.com/forked.git", "ref": "0123456789abcdef0123456789abcdef01234567"},
    "wheel-file": {"file": "https://example.com/wheel_file-1.5-py3-none-any.whl"},
    "mine": {"editable": true, "path": "."}
  },
  "develop": {
    "pytest": {"version": "==7.4.3"},
    "werkzeug": {"version": "==3.0.1"},
    "broken": null
  },
  "docs": {"sphinx": {"version": "==7.2.6"}}
}
`,
};

describe("Pipfile.lock", () => {
  it("lists packages of all categories, each once", async () => {
    const { packages, problems } = await readWith(pipfileLock, "Pipfile.lock", FILES);
    expect(packages.map(({ name, version, scope, direct, line }) => [name, version, scope, direct, line])).toEqual([
      ["flask", "3.0.0", "production", true, 4],
      ["werkzeug", "3.0.1", "production", false, 5],
      ["forked", "", "production", true, 6],
      ["wheel-file", "1.5", "production", false, 7],
      ["pytest", "7.4.3", "development", true, 11],
      ["sphinx", "7.2.6", "development", true, 15],
    ]);
    expect(packages[0]?.integrity).toBe("sha256:aa");
    expect(packages[1]?.source).toEqual({ kind: "registry", address: "https://pypi.example.com/simple" });
    expect(problems).toMatchObject([{ line: 13 }]);
  });

  it("refuses what is no JSON object, with the line", async () => {
    await expect(readWith(pipfileLock, "Pipfile.lock", { "Pipfile.lock": '{\n"default": {\n' })).rejects.toMatchObject({
      name: "Unreadable",
      line: 3,
    });
    await expect(readWith(pipfileLock, "Pipfile.lock", { "Pipfile.lock": "[]" })).rejects.toMatchObject({ name: "Unreadable" });
  });

  it("stays calm over damaged files", () => staysCalm(pipfileLock, "Pipfile.lock", FILES));
});

describe("Pipfile", () => {
  it("asks for packages with ranges, lines and roles", async () => {
    const { packages } = await readWith(pipfile, "Pipfile", FILES);
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["flask", "", undefined, "production", 6],
      ["zope.interface", "", "~=6.0", "production", 7],
      ["forked", "", undefined, "production", 8],
      ["pytest", "7.4.3", undefined, "development", 12],
      ["sphinx", "", ">=7", "development", 15],
    ]);
  });

  it("stays calm over damaged files", () => staysCalm(pipfile, "Pipfile", FILES));
});
