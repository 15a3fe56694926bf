import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { goMod } from "./go-mod.ts";

const GO_MOD = `module example.com/group/app // the app

go 1.24.0
toolchain go1.24.1

require (
	github.com/direct/one v1.2.3
	"github.com/quoted/two/v2" v2.0.0 // a comment
	github.com/late/three v0.0.0-20240101000000-abcdefabcdef // indirect
	golang.org/x/forked v0.1.0
	example.com/group/lib v0.0.0 // indirect
	github.com/gone/four v1.0.0
)
require github.com/tools/five v1.1.0 // indirect; needed by go generate
tool github.com/tools/five/cmd/gen

exclude github.com/gone/four v1.0.0
replace (
	github.com/direct/one v1.2.3 => github.com/fork/one v1.2.4
	golang.org/x/forked => ./third_party/forked
	example.com/group/lib => ../lib
)
retract [v1.0.0, v1.1.0] // broken
`;

describe("go.mod", () => {
  it("lists modules with replacements, exclusions, tools and what is ours", async () => {
    const { packages, own } = await readWith(goMod, "app/go.mod", { "app/go.mod": GO_MOD });
    expect(
      packages.map(({ namespace, name, version, scope, direct, line }) => [`${namespace}/${name}`, version, scope, direct, line]),
    ).toEqual([
      ["github.com/fork/one", "v1.2.4", "production", true, 7],
      ["github.com/quoted/two/v2", "v2.0.0", "production", true, 8],
      ["github.com/late/three", "v0.0.0-20240101000000-abcdefabcdef", "production", false, 9],
      ["golang.org/x/forked", "v0.1.0", "production", true, 10],
      ["github.com/tools/five", "v1.1.0", "development", true, 14],
    ]);
    expect(packages[3]?.source).toEqual({ kind: "path", address: "./third_party/forked" });
    expect(own?.map((one) => `${one.namespace}/${one.name}`)).toEqual(["example.com/group/app", "example.com/group/lib"]);
  });

  it("takes modules of the same go.work for ours", async () => {
    const files = {
      "go.work": "go 1.22\nuse (\n\t./app\n\t./lib\n)\n",
      "app/go.mod": "module github.com/us/app\ngo 1.22\nrequire github.com/us/lib v1.0.0\nrequire github.com/them/x v1.0.0\n",
      "lib/go.mod": "module github.com/us/lib\n",
    };
    const { packages, own, alsoRead } = await readWith(goMod, "app/go.mod", files);
    expect(packages.map((one) => one.key)).toEqual(["github.com/them/x@v1.0.0"]);
    expect(own?.map((one) => one.name)).toEqual(["app", "lib"]);
    expect(alsoRead).toEqual(["go.work", "app/go.mod", "lib/go.mod"]);
  });

  it("fills in from go.sum only before Go 1.17, the highest version whose code was used", async () => {
    const sum = `github.com/a/b v1.0.0 h1:x=
github.com/a/b v1.0.0/go.mod h1:x=
github.com/c/d v1.9.0 h1:x=
github.com/c/d v1.10.0 h1:x=
github.com/c/d v1.10.0-rc1 h1:x=
github.com/e/f v1.0.0/go.mod h1:x=
`;
    const old = { "go.mod": "module m\ngo 1.16\nrequire github.com/a/b v1.0.0\n", "go.sum": sum };
    expect((await readWith(goMod, "go.mod", old)).packages.map((one) => [one.key, one.direct])).toEqual([
      ["github.com/a/b@v1.0.0", true],
      ["github.com/c/d@v1.10.0", false],
    ]);
    const recent = { ...old, "go.mod": old["go.mod"].replace("1.16", "1.17") };
    expect((await readWith(goMod, "go.mod", recent)).packages).toHaveLength(1);
  });

  it.each([
    ["this is not a go.mod", 1],
    ["module m\nrequire (\n\tgithub.com/a/b v1.0.0\n", 4],
    ["module m\nrequire\n", 2],
    ['module "m\n', 1],
  ])("refuses %j with the line", async (text, line) => {
    await expect(readWith(goMod, "go.mod", { "go.mod": text })).rejects.toMatchObject({ name: "Unreadable", line });
  });

  it("stays calm over damaged files", () => staysCalm(goMod, "app/go.mod", { "app/go.mod": GO_MOD }));
});
