import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { pyproject } from "./pyproject.ts";

const STANDARD = `[build-system]
requires = ["hatchling"]

[project]
name = "My.App"
version = "1.2.0"
license = "Apache-2.0"
dependencies = [
  "httpx>=0.27",
  "pinned==1.0 ; python_version < '3.12'",
  "near",
  "by-address @ https://example.com/by_address-2.0-py3-none-any.whl",
]

[project.optional-dependencies]
fast = ["orjson"]
dev = ["mypy"]
all = ["my-app[fast]", "orjson"]

[dependency-groups]
test = ["pytest>=8", {include-group = "lint"}]
lint = ["ruff"]
prod = ["gunicorn"]

[tool.uv]
dev-dependencies = ["ipython"]

[tool.uv.sources]
near = { workspace = true }
httpx = { git = "https://example.com/httpx.git", rev = "0123456789abcdef0123456789abcdef01234567" }

[tool.pdm.dev-dependencies]
docs = ["sphinx", "-e file:///\${PROJECT_ROOT}/x"]

[tool.hatch.envs.default]
dependencies = ["coverage"]
`;

const POETRY = `[tool.poetry]
name = "app"
version = "0.1.0"
license = "MIT"

[tool.poetry.dependencies]
python = "^3.11"
Django = "^4.2"
exact = "1.2.3"
any = "*"
opt = { version = ">=1", optional = true }
forked = { git = "https://example.com/forked.git", tag = "v1" }
near = { path = "../near" }
split = [{ version = "<2", python = "<3.8" }, { version = ">=2", python = ">=3.8" }]

[tool.poetry.dev-dependencies]
black = "23.1.0"

[tool.poetry.group.docs.dependencies]
mkdocs = "~1.5"
`;

describe("pyproject.toml", () => {
  it("asks as PEP 621, dependency groups and the tools of the time have it", async () => {
    const { packages, own } = await readWith(pyproject, "pyproject.toml", { "pyproject.toml": STANDARD });
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["httpx", "", ">=0.27", "production", 9],
      ["pinned", "1.0", undefined, "production", 10],
      ["by-address", "2.0", undefined, "production", 12],
      ["orjson", "", undefined, "optional", 16],
      ["mypy", "", undefined, "development", 17],
      ["pytest", "", ">=8", "development", 21],
      ["ruff", "", undefined, "development", 22],
      ["gunicorn", "", undefined, "production", 23],
      ["ipython", "", undefined, "development", 26],
      ["sphinx", "", undefined, "development", 33],
      ["coverage", "", undefined, "development", 36],
    ]);
    expect(packages[0]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own).toMatchObject([{ name: "My.App", version: "1.2.0", license: "Apache-2.0" }]);
  });

  it("asks as Poetry has it", async () => {
    const { packages, own } = await readWith(pyproject, "pyproject.toml", { "pyproject.toml": POETRY });
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["Django", "", "^4.2", "production", 8],
      ["exact", "1.2.3", undefined, "production", 9],
      ["any", "", undefined, "production", 10],
      ["opt", "", ">=1", "optional", 11],
      ["forked", "", undefined, "production", 12],
      ["split", "", "<2", "production", 14],
      ["split", "", ">=2", "production", 14],
      ["black", "23.1.0", undefined, "development", 17],
      ["mkdocs", "", "~1.5", "development", 20],
    ]);
    expect(own).toMatchObject([{ name: "app", version: "0.1.0", license: "MIT" }]);
  });

  it("takes a licence text for none", async () => {
    const text = '[project]\nname = "x"\nlicense = {text = """\nCopyright\nPermission is hereby granted"""}\n';
    expect((await readWith(pyproject, "pyproject.toml", { "pyproject.toml": text })).own?.[0]?.license).toBeUndefined();
  });

  it("stays calm over damaged files", async () => {
    await staysCalm(pyproject, "pyproject.toml", { "pyproject.toml": STANDARD });
    await staysCalm(pyproject, "pyproject.toml", { "pyproject.toml": POETRY }, { runs: 30 });
  });
});
