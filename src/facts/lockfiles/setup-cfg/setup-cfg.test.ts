import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { setupCfg } from "./setup-cfg.ts";

const TEXT = `[metadata]
name = thing
version = attr: thing.__version__
license = MIT

[options]
install_requires =
    requests>=2  # for the web
    # not this
    pinned==1.0; python_version < "3.9"
tests_require = pytest; mock >= 3

[options.extras_require]
dev =
    black
fast = orjson

[flake8]
ignore = E203
`;

describe("setup.cfg", () => {
  it("asks for packages", async () => {
    const { packages, own } = await readWith(setupCfg, "setup.cfg", { "setup.cfg": TEXT });
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["requests", "", ">=2", "production", 8],
      ["pinned", "1.0", undefined, "production", 10],
      ["pytest", "", undefined, "development", 11],
      ["mock", "", ">= 3", "development", 11],
      ["black", "", undefined, "development", 15],
      ["orjson", "", undefined, "optional", 16],
    ]);
    expect(own).toMatchObject([{ name: "thing", version: undefined, license: "MIT" }]);
  });

  it("asks for nothing where it only configures tools", async () => {
    expect(await readWith(setupCfg, "setup.cfg", { "setup.cfg": "[flake8]\nmax-line-length = 88\n" })).toEqual({ packages: [], own: [] });
  });

  it("stays calm over damaged files", () => staysCalm(setupCfg, "setup.cfg", { "setup.cfg": TEXT }));
});
