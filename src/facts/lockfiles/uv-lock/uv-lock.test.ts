import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { uvLock } from "./uv-lock.ts";

const LOCK = `version = 1
revision = 3
requires-python = ">=3.10"

[manifest]
members = ["app", "part"]

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "part" },
    { name = "numpy", version = "1.26.4", source = { registry = "https://pypi.org/simple" }, marker = "python_full_version < '3.12'" },
]

[package.optional-dependencies]
cli = [
    { name = "rich" },
]
test = [
    { name = "hypothesis" },
]

[package.dev-dependencies]
dev = [
    { name = "ruff" },
]

[package.metadata]
requires-dist = [{ name = "part", editable = "packages/part" }]

[[package]]
name = "numpy"
version = "1.26.4"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.pythonhosted.org/numpy.tar.gz", hash = "sha256:aa", size = 1 }

[[package]]
name = "numpy"
version = "2.1.0"
source = { registry = "https://u:p@pypi.example.com/simple" }

[[package]]
name = "part"
version = "0.2.0"
source = { editable = "packages/part" }
dependencies = [
    { name = "numpy", version = "2.1.0", source = { registry = "https://pypi.example.com/simple" } },
    { name = "forked" },
]

[[package]]
name = "forked"
version = "3.0"
source = { git = "https://example.com/forked?rev=main#0123456789abcdef0123456789abcdef01234567" }

[[package]]
name = "rich"
version = "13.7.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/rich.whl", hash = "sha256:bb" },
]

[[package]]
name = "hypothesis"
version = "6.0"
source = { url = "https://example.com/hypothesis-6.0.tar.gz" }

[[package]]
name = "ruff"
version = "0.4.0"
source = { registry = "https://pypi.org/simple" }
`;

describe("uv.lock", () => {
  it("lists packages with roles from the workspace's members, and what is ours apart", async () => {
    const { packages, own, members } = await readWith(uvLock, "x/uv.lock", { "x/uv.lock": LOCK });
    expect(packages.map(({ key, scope, direct, line }) => [key, scope, direct, line])).toEqual([
      ["numpy@1.26.4", "production", true, 33],
      ["numpy@2.1.0", "production", true, 39],
      ["forked@3.0", "production", true, 53],
      ["rich@13.7.0", "optional", true, 58],
      ["hypothesis@6.0", "development", true, 66],
      ["ruff@0.4.0", "development", true, 71],
    ]);
    expect(packages.map((one) => one.source)).toEqual([
      undefined,
      { kind: "registry", address: "https://pypi.example.com/simple" },
      { kind: "git", address: "https://example.com/forked", commit: "0123456789abcdef0123456789abcdef01234567" },
      undefined,
      { kind: "url", address: "https://example.com/hypothesis-6.0.tar.gz" },
      undefined,
    ]);
    expect(packages.map((one) => one.integrity)).toEqual(["sha256:aa", undefined, undefined, "sha256:bb", undefined, undefined]);
    expect(own).toMatchObject([
      { name: "app", version: "0.1.0", dependsOn: ["numpy@1.26.4", "rich@13.7.0", "hypothesis@6.0", "ruff@0.4.0"] },
      { name: "part", version: "0.2.0", dependsOn: ["numpy@2.1.0", "forked@3.0"] },
    ]);
    expect(members).toEqual(["x/packages/part"]);
  });

  it("refuses what is no TOML", async () => {
    await expect(readWith(uvLock, "uv.lock", { "uv.lock": "version = 1\n{" })).rejects.toMatchObject({ name: "Unreadable", line: 2 });
  });

  it("stays calm over damaged files", () => staysCalm(uvLock, "uv.lock", { "uv.lock": LOCK }));
});
