import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { goVendorModules } from "./go-vendor-modules.ts";

const FILES = {
  "go.mod": "module github.com/us/app\n",
  "vendor/modules.txt": `# github.com/a/b v1.0.0
## explicit; go 1.17
github.com/a/b
github.com/a/b/sub
# github.com/c/d v2.0.0+incompatible => github.com/fork/d v2.1.0
## explicit
github.com/c/d
# github.com/e/f v0.1.0
github.com/e/f
# github.com/us/app/api v0.0.0 => ./api
## explicit
github.com/us/app/api
# github.com/c/d => github.com/fork/d v2.1.0
`,
};

describe("vendor/modules.txt", () => {
  it("lists what is vendored, replaced, ours", async () => {
    const { packages } = await readWith(goVendorModules, "vendor/modules.txt", FILES);
    expect(packages.map(({ key, direct, line }) => [key, direct, line])).toEqual([
      ["github.com/a/b@v1.0.0", undefined, 1],
      ["github.com/fork/d@v2.1.0", undefined, 5],
      ["github.com/e/f@v0.1.0", false, 8],
    ]);
  });

  it("finds nothing in other lists of modules", async () => {
    const { packages } = await readWith(goVendorModules, "docs/modules.txt", {
      "docs/modules.txt": "# Modules of the course\n## explicit\nintro\n",
    });
    expect(packages).toEqual([]);
  });

  it("stays calm over damaged files", () => staysCalm(goVendorModules, "vendor/modules.txt", FILES));
});
