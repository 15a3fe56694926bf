import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { pdmLock } from "./pdm-lock.ts";

const FILES = {
  "pyproject.toml": `[project]
name = "app"
dependencies = ["requests[socks]>=2"]
[project.optional-dependencies]
fast = ["orjson"]
[dependency-groups]
lint = ["ruff"]
`,
  "pdm.lock": `[metadata]
groups = ["default", "fast", "lint"]
lock_version = "4.5.0"

[[package]]
name = "requests"
version = "2.31.0"
groups = ["default"]
dependencies = ["certifi>=2017.4.17", "urllib3<3,>=1.21.1"]
files = [{file = "requests.whl", hash = "sha256:aa"}]

[[package]]
name = "requests"
version = "2.31.0"
extras = ["socks"]
groups = ["default"]
dependencies = ["PySocks!=1.5.7,>=1.5.6", "requests==2.31.0"]

[[package]]
name = "certifi"
version = "2024.2.2"
groups = ["default", "lint"]

[[package]]
name = "urllib3"
version = "2.2.0"
groups = ["default"]

[[package]]
name = "pysocks"
version = "1.7.1"
groups = ["default"]

[[package]]
name = "orjson"
version = "3.9.0"
groups = ["fast"]

[[package]]
name = "ruff"
version = "0.2.0"
groups = ["lint"]
git = "https://example.com/ruff.git"
revision = "0123456789abcdef0123456789abcdef01234567"

[[package]]
name = "near"
version = "0.0.1"
path = "./near"
editable = true
groups = ["default"]
`,
};

describe("pdm.lock", () => {
  it("joins the entries of extras and reads groups", async () => {
    const { packages, own, members } = await readWith(pdmLock, "pdm.lock", FILES);
    expect(packages.map(({ key, scope, direct, line }) => [key, scope, direct, line])).toEqual([
      ["requests@2.31.0", "production", true, 5],
      ["certifi@2024.2.2", "production", false, 19],
      ["urllib3@2.2.0", "production", false, 24],
      ["pysocks@1.7.1", "production", false, 29],
      ["orjson@3.9.0", "optional", true, 34],
      ["ruff@0.2.0", "development", true, 39],
    ]);
    expect(packages[0]).toMatchObject({ dependsOn: ["certifi@2024.2.2", "urllib3@2.2.0", "pysocks@1.7.1"], integrity: "sha256:aa" });
    expect(packages[5]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own?.map((one) => one.name)).toEqual(["app", "near"]);
    expect(members).toEqual(["near"]);
  });

  it("reads the older form, with hashes apart and without groups", async () => {
    const text = `[[package]]
name = "a"
version = "1.0"
[package.dependencies]
b = ">=1"
[[package]]
name = "b"
version = "2.0"
[metadata]
lock_version = "3.1"
[metadata.files]
"a 1.0" = [{file = "a.whl", hash = "sha256:bb"}]
`;
    const { packages } = await readWith(pdmLock, "pdm.lock", { "pdm.lock": text });
    expect(packages).toMatchObject([{ key: "a@1.0", dependsOn: ["b@2.0"], integrity: "sha256:bb", scope: "production" }, { key: "b@2.0" }]);
  });

  it("stays calm over damaged files", () => staysCalm(pdmLock, "pdm.lock", FILES));
});
