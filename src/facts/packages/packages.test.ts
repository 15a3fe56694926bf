import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCache } from "../cache.ts";
import { cacheFolders } from "./caches.ts";
import { readLegalFiles } from "./legal.ts";
import { type PackageAnswer, readPackages } from "./read.ts";
import { folderWith, MIT, tarGzOf, zipOf } from "./testing/make.ts";

/** Asks one purl of a repository's folder. */
async function installed(files: Record<string, string | Uint8Array>, purl: string, folders = [""]): Promise<PackageAnswer | undefined> {
  const location = folderWith(files);
  const answers = await readPackages([{ purl, repositories: ["app"] }], [{ id: "app", location, folders }], { caches: [], readers: "1" });
  return answers.get(purl);
}

/** Asks one purl of a cache. */
async function cached(
  type: string,
  files: Record<string, string | Uint8Array>,
  purl: string,
  below = "",
): Promise<PackageAnswer | undefined> {
  const folder = join(folderWith(files), below);
  const answers = await readPackages([{ purl, repositories: [] }], [], { caches: [{ type, folder }], readers: "1" });
  return answers.get(purl);
}

/** Declared licence and texts of an answer, shortly. */
function told(answer: PackageAnswer | undefined): unknown {
  return answer && [answer.declared, answer.path, ...answer.texts.map(({ path, expression }) => `${path}: ${expression}`)];
}

const pkg = (name: string, version: string, license?: string) => JSON.stringify({ name, version, ...(license ? { license } : {}) });

describe("npm", () => {
  it("finds the version that is asked for, however deep or in whose store it lies", async () => {
    const files = {
      "node_modules/a/package.json": pkg("a", "1.0.0", "MIT"),
      "node_modules/b/node_modules/@s/a/package.json": pkg("@s/a", "2.0.0", "ISC"),
      "node_modules/b/node_modules/@s/a/LICENSE": MIT,
      "node_modules/b/package.json": pkg("b", "1.0.0"),
      "node_modules/.pnpm/c@3.0.0/node_modules/c/package.json": pkg("c", "3.0.0", "0BSD"),
      "web/node_modules/a/package.json": pkg("a", "1.1.0", "Apache-2.0"),
    };
    expect(told(await installed(files, "pkg:npm/%40s/a@2.0.0"))).toEqual([
      "ISC",
      "node_modules/b/node_modules/@s/a/package.json",
      "node_modules/b/node_modules/@s/a/LICENSE: MIT",
    ]);
    expect((await installed(files, "pkg:npm/c@3.0.0"))?.declared).toBe("0BSD");
    expect((await installed(files, "pkg:npm/a@1.1.0", ["", "web"]))?.path).toBe("web/node_modules/a/package.json");
    expect(await installed(files, "pkg:npm/a@1.1.0")).toBeUndefined();
    expect(await installed(files, "pkg:npm/a@9.0.0")).toBeUndefined();
  });

  it("reads the beginning of a licence file of many megabytes: a package is not without a licence because its text is long", async () => {
    const files = { "node_modules/a/package.json": pkg("a", "1.0.0"), "node_modules/a/LICENSE": MIT + "x ".repeat(3_000_000) };
    expect((await installed(files, "pkg:npm/a@1.0.0"))?.texts).toMatchObject([{ path: "node_modules/a/LICENSE", expression: "MIT" }]);
  });

  it("follows no link, reads no file of another place, and takes no harm from what is broken", async () => {
    const outside = folderWith({ "a/package.json": pkg("a", "1.0.0", "MIT"), "secret.txt": MIT });
    const location = folderWith({
      "node_modules/broken/package.json": "{",
      "node_modules/odd/package.json": '{"name":"odd","version":"1.0.0","license":{"type":7}}',
      "node_modules/linked/package.json": pkg("linked", "1.0.0", "MIT"),
    });
    symlinkSync(join(outside, "a"), join(location, "node_modules", "a"));
    symlinkSync(join(outside, "secret.txt"), join(location, "node_modules", "linked", "LICENSE"));
    mkdirSync(join(location, "node_modules", "directory", "package.json"), { recursive: true });
    const ask = async (purl: string) =>
      (await readPackages([{ purl, repositories: ["app"] }], [{ id: "app", location, folders: [] }], { caches: [], readers: "1" })).get(
        purl,
      );
    expect(await ask("pkg:npm/a@1.0.0")).toBeUndefined();
    expect((await ask("pkg:npm/linked@1.0.0"))?.texts).toEqual([]);
    expect((await ask("pkg:npm/odd@1.0.0"))?.declared).toBeUndefined();
    symlinkSync(join(outside), join(location, "elsewhere"));
    const through = { id: "app", location, folders: ["elsewhere"] };
    rmSync(join(location, "node_modules"), { recursive: true });
    symlinkSync(outside, join(location, "node_modules"));
    const answers = await readPackages([{ purl: "pkg:npm/a@1.0.0", repositories: ["app"] }], [through], { caches: [], readers: "1" });
    expect(answers.size).toBe(0);
  });
});

describe("Python", () => {
  const metadata = (head: string) => `Metadata-Version: 2.4\nName: Foo.Bar\nVersion: 1.0\n${head}\n\nLicense: not this\n`;
  const site = ".venv/lib/python3.12/site-packages";
  const inVenv = (head: string, more: Record<string, string> = {}) => ({
    ".venv/pyvenv.cfg": "home = /usr\n",
    [`${site}/foo_bar-1.0.dist-info/METADATA`]: metadata(head),
    ...more,
  });

  it.each([
    ["License-Expression: MIT OR Apache-2.0\nLicense: whatever", "MIT OR Apache-2.0"],
    ["License: BSD-3-Clause\nClassifier: License :: OSI Approved :: BSD License", "BSD-3-Clause"],
    [
      "License: UNKNOWN\nClassifier: License :: OSI Approved\nClassifier: License :: OSI Approved :: MIT License",
      "License :: OSI Approved :: MIT License",
    ],
    ["Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: OSI Approved :: ISC License (ISCL)", "MIT AND ISC"],
    ["License: something of our own", "something of our own"],
    ["Summary: nothing", undefined],
  ])("%j", async (head, declared) => {
    expect((await installed(inVenv(head), "pkg:pypi/foo-bar@1.0"))?.declared).toBe(declared);
  });

  it("reads licence files of the distribution, and a text that stands in the field", async () => {
    const files = inVenv("License-File: docs/COPYING.mit", { [`${site}/foo_bar-1.0.dist-info/licenses/docs/COPYING.mit`]: MIT });
    expect((await installed(files, "pkg:pypi/foo-bar@1.0"))?.texts.map((text) => text.expression)).toEqual(["MIT"]);
    const folded = MIT.trim().replaceAll("\n", "\n        ");
    const text = await installed(inVenv(`License: ${folded}`), "pkg:pypi/foo-bar@1.0");
    expect(text?.texts.map(({ expression }) => expression)).toEqual(["MIT"]);
  });

  it("answers for a requirement without a version with the one that is installed", async () => {
    expect(await installed(inVenv("License: MIT"), "pkg:pypi/foo-bar")).toMatchObject({
      declared: "MIT",
      version: "1.0",
      from: "installed",
    });
  });

  it("knows eggs", async () => {
    const files = { "lib/python3.9/site-packages/old-2.1-py3.9.egg-info/PKG-INFO": "Name: old\nVersion: 2.1\nLicense: ZPL 2.1\n" };
    expect((await cached("pypi", files, "pkg:pypi/old@2.1", "lib/python3.9/site-packages"))?.declared).toBe("ZPL 2.1");
  });
});

describe("Maven", () => {
  const pom = (inner: string) => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>${inner}</project>`;
  const parent = "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>7</version></parent>";
  const license = (name: string, url = "") => `<license><name>${name}</name>${url ? `<url>${url}</url>` : ""}</license>`;

  it("takes the licences of the nearest POM that names some; several are a choice", async () => {
    const licenses = `<licenses>${license("Apache License, Version 2.0")}${license("GNU General Public License, version 2 or later")}</licenses>`;
    const files = {
      "org/example/lib/1.2/lib-1.2.pom": pom(parent),
      "org/example/parent/7/parent-7.pom": pom(licenses),
      "org/example/lib/1.2/lib-1.2.jar": zipOf({ "META-INF/LICENSE": MIT, "META-INF/NOTICE": "x", "com/x/LICENSE": "x", "A.class": "x" }),
    };
    expect(told(await cached("maven", files, "pkg:maven/org.example/lib@1.2"))).toEqual([
      "Apache-2.0 OR GPL-2.0-or-later",
      "org/example/parent/7/parent-7.pom",
      "org/example/lib/1.2/lib-1.2.jar!/META-INF/LICENSE: MIT",
    ]);
  });

  it("reads Gradle's layout, prefers an address to a name that says nothing, and ends with parents that go round", async () => {
    const files = {
      "files-2.1/org.example/lib/1.2/abc123/lib-1.2.pom": pom(
        `<licenses>${license("The license", "https://opensource.org/licenses/MIT")}</licenses>`,
      ),
      "files-2.1/org.example/parent/7/0a/parent-7.pom": pom(parent),
    };
    expect((await cached("maven", files, "pkg:maven/org.example/lib@1.2", "files-2.1"))?.declared).toBe(
      "https://opensource.org/licenses/MIT",
    );
    expect((await cached("maven", files, "pkg:maven/org.example/parent@7", "files-2.1"))?.declared).toBeUndefined();
  });

  it("takes the jar's manifest where no POM names a licence", async () => {
    const manifest =
      'Manifest-Version: 1.0\r\nBundle-License: https://opensource.org/licenses/MIT;description="a, \r\n b", Apache-2.0\r\nX: y\r\n';
    const files = { "g/a/1/a-1.pom": pom(""), "g/a/1/a-1.jar": zipOf({ "META-INF/MANIFEST.MF": manifest }) };
    expect(await cached("maven", files, "pkg:maven/g/a@1")).toMatchObject({
      declared: "MIT AND Apache-2.0",
      path: "g/a/1/a-1.jar!/META-INF/MANIFEST.MF",
    });
  });

  it("never leaves the cache for coordinates that lead elsewhere", async () => {
    const files = { "secret/1/secret-1.pom": pom(""), "m2/x": "" };
    for (const purl of ["pkg:maven/..%2F/secret@1", "pkg:maven/a/..%2F..%2Fsecret@1", "pkg:maven/..secret/secret@1"])
      expect(await cached("maven", files, purl, "m2")).toBeUndefined();
  });
});

describe("the others", () => {
  it("NuGet: expression, file, address", async () => {
    const nuspec = (license: string) => `<?xml version="1.0"?><package><metadata><id>X.Y</id>${license}</metadata></package>`;
    const at = "x.y/1.0.0-rc1";
    const ask = (license: string) =>
      cached("nuget", { [`${at}/x.y.nuspec`]: nuspec(license), [`${at}/terms/our.txt`]: MIT }, "pkg:nuget/X.Y@1.0.0-RC1");
    expect((await ask('<license type="expression">MIT</license>'))?.declared).toBe("MIT");
    expect(
      (await ask('<license type="file">terms\\our.txt</license><licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>'))?.texts,
    ).toMatchObject([{ path: `${at}/terms/our.txt`, expression: "MIT" }]);
    expect((await ask("<licenseUrl>https://opensource.org/licenses/MIT</licenseUrl>"))?.declared).toBe(
      "https://opensource.org/licenses/MIT",
    );
    expect((await ask('<license type="file">../../../../etc/passwd</license>'))?.texts).toEqual([]);
  });

  it("Go: the module cache, its archives, vendor/", async () => {
    const cache = {
      "github.com/!burnt/x@v1.2.0/LICENSE": MIT,
      "cache/download/example.org/y/@v/v0.1.0.zip": zipOf({
        "example.org/y@v0.1.0/COPYING": MIT,
        "example.org/y@v0.1.0/third/LICENSE": "x",
      }),
    };
    expect(told(await cached("golang", cache, "pkg:golang/github.com/Burnt/x@v1.2.0"))).toEqual([
      undefined,
      undefined,
      "github.com/!burnt/x@v1.2.0/LICENSE: MIT",
    ]);
    expect((await cached("golang", cache, "pkg:golang/example.org/y@v0.1.0"))?.texts).toHaveLength(1);
    const vendor = { "vendor/modules.txt": "# example.org/z v1.0.0\n## explicit\nexample.org/z\n", "vendor/example.org/z/LICENSE": MIT };
    expect((await installed(vendor, "pkg:golang/example.org/z@v1.0.0"))?.texts).toMatchObject([{ path: "vendor/example.org/z/LICENSE" }]);
    expect(await installed(vendor, "pkg:golang/example.org/z@v1.0.1")).toBeUndefined();
  });

  it("Cargo: sources, archives, vendor/", async () => {
    const manifest = '[package]\nname = "c"\nversion = "1.0.0"\nlicense = "MIT OR Apache-2.0"\n';
    const sources = { "registry/src/index-1/c-1.0.0/Cargo.toml": manifest, "registry/src/index-1/c-1.0.0/LICENSE-MIT": MIT };
    expect(told(await cached("cargo", sources, "pkg:cargo/c@1.0.0", "registry"))).toEqual([
      "MIT OR Apache-2.0",
      "src/index-1/c-1.0.0/Cargo.toml",
      "src/index-1/c-1.0.0/LICENSE-MIT: MIT",
    ]);
    const archive = {
      "registry/cache/i/c-1.0.0.crate": tarGzOf({ "c-1.0.0/Cargo.toml": manifest, "c-1.0.0/LICENSE-MIT": MIT, "c-1.0.0/src/a.rs": "x" }),
    };
    const unpacked = await cached("cargo", archive, "pkg:cargo/c@1.0.0", "registry");
    expect([unpacked?.declared, unpacked?.texts.length]).toEqual(["MIT OR Apache-2.0", 1]);
    expect((await installed({ "vendor/c/Cargo.toml": manifest }, "pkg:cargo/c@1.0.0"))?.declared).toBe("MIT OR Apache-2.0");
    expect(await installed({ "vendor/c/Cargo.toml": manifest }, "pkg:cargo/c@1.0.1")).toBeUndefined();
  });

  it("RubyGems and Composer", async () => {
    const gems = {
      "vendor/bundle/ruby/3.3.0/specifications/g-1.0.gemspec":
        'Gem::Specification.new do |s|\n  s.licenses = ["Ruby".freeze, "BSD-2-Clause".freeze]\nend\n',
      "vendor/bundle/ruby/3.3.0/gems/g-1.0/MIT-LICENSE": MIT,
    };
    const gem = await installed(gems, "pkg:gem/g@1.0");
    expect([gem?.declared, gem?.texts.length]).toEqual(["Ruby OR BSD-2-Clause", 1]);
    const composer = {
      "vendor/composer/installed.json": JSON.stringify({ packages: [{ name: "acme/p", version: "v1.0.0", license: ["MIT"] }] }),
      "vendor/acme/p/LICENSE": MIT,
    };
    expect(told(await installed(composer, "pkg:composer/acme/p@1.0.0"))).toEqual([
      "MIT",
      "vendor/composer/installed.json",
      "vendor/acme/p/LICENSE: MIT",
    ]);
  });
});

describe("remembering", () => {
  it("gives the same answers again, and reads what has changed", async () => {
    const location = folderWith({ "node_modules/a/package.json": pkg("a", "1.0.0", "MIT"), "node_modules/a/LICENSE": MIT });
    const cache = await openCache(folderWith({}));
    const ask = () =>
      readPackages([{ purl: "pkg:npm/a@1.0.0", repositories: ["app"] }], [{ id: "app", location, folders: [] }], {
        caches: [],
        cache,
        readers: "1",
      });
    const first = await ask();
    expect([...(await ask())]).toEqual([...first]);
    const path = join(location, "node_modules/a/package.json");
    writeFileSync(path, pkg("a", "1.0.0", "ISC"));
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect((await ask()).get("pkg:npm/a@1.0.0")?.declared).toBe("ISC");
  });
});

describe("which caches", () => {
  it("the usual ones that exist, others by name, or none", () => {
    const home = folderWith({ ".m2/repository/x": "", ".cargo/registry/x": "", "other/x": "" });
    const environment = { home, variables: {} };
    const types = (setting?: string) => cacheFolders(setting, environment).map(({ type }) => type);
    expect(types()).toEqual(["cargo", "maven"]);
    expect(types("none")).toEqual([]);
    expect(types(`none,golang=${join(home, "other")},usual`)).toEqual(["golang", "cargo", "maven"]);
    expect(() => types("everything")).toThrow(/names no cache/);
    expect(() => types("apt=/var")).toThrow(/names no cache/);
  });
});

describe("what goes along with a product", () => {
  it("are licence texts and notices, also of packages that lie in archives", async () => {
    const folder = folderWith({
      "m2/g/a/1/a-1.pom": "<project/>",
      "m2/g/a/1/a-1.jar": zipOf({
        "META-INF/LICENSE": MIT,
        "META-INF/NOTICE.txt": "Notice of a",
        "com/x/NOTICE": "deep",
        "NOTICE.class": "x",
      }),
      "cargo/cache/index/c-1.0.0.crate": tarGzOf({
        "c-1.0.0/Cargo.toml": "[package]",
        "c-1.0.0/LICENSE": MIT,
        "c-1.0.0/NOTICE": "Notice of c",
      }),
      "go/cache/download/x.org/m/@v/v1.0.0.zip": zipOf({
        "x.org/m@v1.0.0/LICENSE": MIT,
        "x.org/m@v1.0.0/NOTICE": "Notice of m",
        "x.org/m@v1.0.0/a/NOTICE": "deep",
      }),
    });
    const caches = [
      ["maven", "m2"],
      ["cargo", "cargo"],
      ["golang", "go"],
    ].map(([type = "", below = ""]) => ({ type, folder: join(folder, below) }));
    const purls = ["pkg:maven/g/a@1", "pkg:cargo/c@1.0.0", "pkg:golang/x.org/m@v1.0.0"];
    const files = await readLegalFiles(
      purls.map((purl) => ({ purl, repositories: [] })),
      [],
      { caches, readers: "1" },
    );
    expect(purls.map((purl) => files.get(purl)?.map(({ kind, text }) => (kind === "notice" ? text : kind)))).toEqual([
      ["license", "Notice of a"],
      ["license", "Notice of c"],
      ["license", "Notice of m"],
    ]);
  });
});
