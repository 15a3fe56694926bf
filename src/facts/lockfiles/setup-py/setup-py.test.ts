import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { setupPy } from "./setup-py.ts";

const TEXT = `#!/usr/bin/env python
"""Not this: setup(name='fake', install_requires=['fake'])"""
import os
from setuptools import setup, find_packages

NAME = "thing"
requires = [
    'requests>=2,'
    '<3',  # joined
    "pinned==1.0",
]
tests = ["pytest"]
extras = {"fast": ["orjson"], "test": tests, "all": requires + tests}

def read(path):
    return open(path).read()

setup(
    name=NAME,
    version=read("VERSION"),
    license='MIT',
    packages=find_packages(exclude=["tests"]),
    install_requires=requires,
    tests_require=tests,
    extras_require=extras,
    setup_requires=read("x").splitlines(),
    entry_points={"console_scripts": ["thing = thing:main"]},
)
`;

describe("setup.py", () => {
  it("asks for what its literals say", async () => {
    const { packages, own } = await readWith(setupPy, "setup.py", { "setup.py": TEXT });
    expect(packages.map(({ name, version, range, scope }) => [name, version, range, scope])).toEqual([
      ["requests", "", ">=2,<3", "production"],
      ["pinned", "1.0", undefined, "production"],
      ["pytest", "", undefined, "development"],
      ["orjson", "", undefined, "optional"],
    ]);
    expect(own).toMatchObject([{ name: "thing", version: undefined, license: "MIT" }]);
  });

  it("tells of what only running it would say", async () => {
    const text = "from setuptools import setup\nsetup(\n  install_requires=open('requirements.txt').read().splitlines(),\n)\n";
    const { packages, problems } = await readWith(setupPy, "setup.py", { "setup.py": text });
    expect(packages).toEqual([]);
    expect(problems).toMatchObject([{ severity: "note", line: 3 }]);
  });

  it("reads several requirements in one text", async () => {
    const text = 'import setuptools\nsetuptools.setup(install_requires="""\n  a>=1\n  b\n""")\n';
    expect((await readWith(setupPy, "setup.py", { "setup.py": text })).packages.map((one) => [one.name, one.line])).toEqual([
      ["a", 3],
      ["b", 4],
    ]);
  });

  it("leaves other programs of that name alone", async () => {
    expect(await readWith(setupPy, "setup.py", { "setup.py": "def setup(x):\n  pass\n" })).toEqual({ packages: [] });
  });

  it("stays calm over damaged files", () => staysCalm(setupPy, "setup.py", { "setup.py": TEXT }));
});
