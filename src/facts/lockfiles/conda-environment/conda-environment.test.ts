import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { condaEnvironment } from "./conda-environment.ts";

const TEXT = `name: science
channels:
  - conda-forge
dependencies:
  - python=3.11
  - numpy==1.26.4
  - pandas=2.1.0=py311h320fe9a_0
  - scipy>=1.11,<2
  - conda-forge::xarray
  - pip
  - pip:
      - requests>=2
      - pinned==1.0
`;

describe("environment.yml", () => {
  it("asks for packages of conda and of pip", async () => {
    const { packages } = await readWith(condaEnvironment, "environment.yml", { "environment.yml": TEXT });
    expect(packages.map(({ type, name, version, range, line }) => [type, name, version, range, line])).toEqual([
      ["conda", "python", "", "=3.11", 5],
      ["conda", "numpy", "1.26.4", undefined, 6],
      ["conda", "pandas", "2.1.0", undefined, 7],
      ["conda", "scipy", "", ">=1.11,<2", 8],
      ["conda", "xarray", "", undefined, 9],
      ["conda", "pip", "", undefined, 10],
      ["pypi", "requests", "", ">=2", 12],
      ["pypi", "pinned", "1.0", undefined, 13],
    ]);
    expect(packages[2]?.qualifiers).toEqual({ build: "py311h320fe9a_0" });
    expect(packages[4]?.qualifiers).toEqual({ channel: "conda-forge" });
  });

  it("leaves environments of other tools alone", async () => {
    expect(await readWith(condaEnvironment, "environment.yml", { "environment.yml": "name: production\nurl: x\n" })).toEqual({
      packages: [],
    });
  });

  it("stays calm over damaged files", () => staysCalm(condaEnvironment, "environment.yml", { "environment.yml": TEXT }, { length: 1600 }));
});
