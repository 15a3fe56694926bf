// Every protocol over a local server that speaks it, and the manners of a guest.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { openCache } from "../cache.ts";
import { folderWith, MIT, zipOf } from "../packages/testing/make.ts";
import { registryAddresses } from "./addresses.ts";
import { libyearsOf } from "./answer.ts";
import { type AskOptions, askRegistries } from "./ask.ts";
import { isPrivateAddress } from "./guard.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server; gives its address and the paths that it was asked for. */
async function serve(handler: Handler): Promise<{ base: string; paths: string[]; headers: IncomingMessage["headers"][] }> {
  const paths: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    headers.push(request.headers);
    handler(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, paths, headers };
}

/** Documents by path; objects as JSON. `$base` in them is the server's address. */
function documents(files: Readonly<Record<string, unknown>>, modified?: Readonly<Record<string, string>>): Handler {
  return (request, response) => {
    const path = request.url ?? "";
    const content = files[path];
    if (content === undefined) return void response.writeHead(404).end();
    const date = modified?.[path];
    if (date !== undefined) response.setHeader("last-modified", date);
    if (content instanceof Uint8Array) return void response.end(content);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    const whole = gzipSync(text.replaceAll("$base", `http://${request.headers.host}`));
    response.setHeader("content-encoding", "gzip").end(whole);
  };
}

const base: Omit<AskOptions, "addresses"> = { userAgent: "allmend/test", now: "2026-01-01T00:00:00Z", patience: 5 };

async function ask(type: string, address: string, purl: string, more: Partial<AskOptions> = {}) {
  const setting = ["cargo", "gem", "golang", "maven", "npm", "nuget", "pypi"]
    .map((one) => `${one}=${one === type ? address : "none"}`)
    .join();
  const asked = await askRegistries([purl], { ...base, addresses: registryAddresses(setting), ...more });
  return { ...asked.answers.get(purl), problems: asked.problems };
}

describe("protocols", () => {
  it("npm", async () => {
    const version = (rest: object) => ({ name: "@s/a", license: "MIT", ...rest });
    const { base: address, headers } = await serve(
      documents({
        "/@s%2Fa": {
          "dist-tags": { latest: "2.0.0" },
          versions: { "1.0.0": version({ deprecated: "use 2" }), "2.0.0": version({}), "3.0.0-rc": version({ license: "ISC" }) },
          time: { "1.0.0": "2020-01-01T00:00:00.000Z", "2.0.0": "2022-01-01T12:00:00.000Z", "3.0.0-rc": "2023-01-01T00:00:00.000Z" },
          repository: { type: "git", url: "git+https://someone@example.org/s/a.git" },
          maintainers: [{}, {}],
        },
      }),
    );
    expect(await ask("npm", address, "pkg:npm/%40s/a@1.0.0")).toMatchObject({
      version: "1.0.0",
      declared: "MIT",
      health: {
        published: "2020-01-01T00:00:00Z",
        latest: "2.0.0",
        latestPublished: "2022-01-01T12:00:00Z",
        deprecated: true,
        repository: "https://example.org/s/a",
        maintainers: 2,
      },
      problems: [],
    });
    expect(headers[0]).toMatchObject({ "user-agent": "allmend/test" });
    const before = await ask("npm", address, "pkg:npm/%40s/a@1.0.0", { now: "2021-06-01T00:00:00Z" });
    expect(before.health).toMatchObject({ latest: "1.0.0" });
    expect((await ask("npm", address, "pkg:npm/%40s/none@1.0.0")).health).toBeUndefined();
  });

  it("PyPI", async () => {
    const file = (time: string, yanked = false) => [{ upload_time_iso_8601: time, yanked }];
    const { base: address } = await serve(
      documents({
        "/pypi/foo/json": {
          info: { version: "2.0", license_expression: "Apache-2.0", project_urls: { Source: "https://example.org/foo" } },
          releases: { "1.0": file("2020-01-01T00:00:00Z", true), "2.0": file("2021-01-01T00:00:00Z"), "3.0": [] },
        },
        "/pypi/foo/1.0/json": { info: { license: "", classifiers: ["License :: OSI Approved :: MIT License"] } },
      }),
    );
    expect(await ask("pypi", address, "pkg:pypi/foo@1.0")).toMatchObject({
      declared: "License :: OSI Approved :: MIT License",
      health: {
        published: "2020-01-01T00:00:00Z",
        latest: "2.0",
        withdrawn: true,
        deprecated: false,
        repository: "https://example.org/foo",
      },
    });
    expect((await ask("pypi", address, "pkg:pypi/foo")).declared).toBe("Apache-2.0");
  });

  it("Maven: parents, and the dates of files", async () => {
    const pom = (inner: string) => `<project>${inner}</project>`;
    const parent = "<parent><groupId>org.x</groupId><artifactId>parent</artifactId><version>3</version></parent>";
    const { base: address, paths } = await serve(
      documents(
        {
          "/org/x/lib/maven-metadata.xml": "<metadata><versioning><release>1.2</release></versioning></metadata>",
          "/org/x/lib/1.0/lib-1.0.pom": pom(parent),
          "/org/x/lib/1.2/lib-1.2.pom": pom(""),
          "/org/x/parent/3/parent-3.pom": pom("<licenses><license><name>Eclipse Public License - v 2.0</name></license></licenses>"),
        },
        { "/org/x/lib/1.0/lib-1.0.pom": "Wed, 01 Jan 2020 00:00:00 GMT", "/org/x/lib/1.2/lib-1.2.pom": "Fri, 01 Jan 2021 00:00:00 GMT" },
      ),
    );
    expect(await ask("maven", address, "pkg:maven/org.x/lib@1.0")).toMatchObject({
      declared: "Eclipse Public License - v 2.0",
      health: { published: "2020-01-01T00:00:00Z", latest: "1.2", latestPublished: "2021-01-01T00:00:00Z" },
    });
    await ask("maven", address, "pkg:maven/org.x/..%2F..%2Fetc@1.0");
    expect(paths.filter((path) => path.includes("etc") && !path.includes("%2F"))).toEqual([]);
  });

  it("NuGet: the index, pages in the document and beside it", async () => {
    const leaf = (version: string, rest: object) => ({ catalogEntry: { version, published: "2020-01-01T00:00:00+00:00", ...rest } });
    const { base: address } = await serve(
      documents({
        "/v3/index.json": { resources: [{ "@id": "$base/reg/", "@type": "RegistrationsBaseUrl/3.6.0" }] },
        "/reg/x.y/index.json": { items: [{ "@id": "$base/reg/x.y/page.json" }, { items: [leaf("2.0.0", { licenseExpression: "MIT" })] }] },
        "/reg/x.y/page.json": {
          items: [
            leaf("1.0.0", { licenseUrl: "https://opensource.org/licenses/MIT", listed: false, deprecation: { reasons: ["Legacy"] } }),
          ],
        },
      }),
    );
    expect((await ask("nuget", `${address}v3/index.json`, "pkg:nuget/X.Y@1.0")).version).toBe("1.0.0");
    expect(await ask("nuget", `${address}v3/index.json`, "pkg:nuget/X.Y@1.0")).toMatchObject({
      declared: "https://opensource.org/licenses/MIT",
      health: { latest: "2.0.0", deprecated: true, withdrawn: true },
    });
  });

  it("crates.io and RubyGems", async () => {
    const crates = await serve(
      documents({
        "/api/v1/crates/c": {
          crate: { max_stable_version: "1.1.0", repository: "https://example.org/c" },
          versions: [
            { num: "1.1.0", created_at: "2021-01-01T00:00:00Z", license: "MIT OR Apache-2.0", yanked: false },
            { num: "1.0.0", created_at: "2020-01-01T00:00:00Z", license: "MIT", yanked: true },
          ],
        },
      }),
    );
    expect(await ask("cargo", crates.base, "pkg:cargo/c@1.0.0")).toMatchObject({
      declared: "MIT",
      health: { latest: "1.1.0", withdrawn: true },
    });
    const gems = await serve(
      documents({
        "/api/v1/versions/g.json": [
          { number: "2.0.pre", prerelease: true, created_at: "2022-01-01T00:00:00Z", licenses: null },
          {
            number: "1.1",
            prerelease: false,
            created_at: "2021-01-01T00:00:00Z",
            licenses: ["MIT"],
            metadata: { source_code_uri: "https://example.org/g" },
          },
          { number: "1.0", prerelease: false, created_at: "2020-01-01T00:00:00Z", licenses: ["Ruby", "BSD-2-Clause"] },
        ],
      }),
    );
    const gem = await ask("gem", gems.base, "pkg:gem/g@1.0");
    expect(gem).toMatchObject({ declared: "Ruby OR BSD-2-Clause", health: { latest: "1.1", repository: "https://example.org/g" } });
    expect(gem.health).not.toHaveProperty("deprecated");
  });

  it("the Go proxy: the licence lies in the module alone; the newest go.mod speaks for all", async () => {
    const { base: address } = await serve(
      documents({
        "/github.com/!burnt/x/@latest": { Version: "v1.3.0", Time: "2022-01-01T00:00:00Z" },
        "/github.com/!burnt/x/@v/v1.3.0.mod":
          "// Deprecated: use y\nmodule github.com/Burnt/x\n\nretract (\n\t[v1.0.0, v1.1.0] // broken\n\tv1.2.5\n)\n",
        "/github.com/!burnt/x/@v/v1.0.5.info": { Version: "v1.0.5", Time: "2020-01-01T00:00:00Z" },
        "/github.com/!burnt/x/@v/v1.0.5.zip": zipOf({ "github.com/Burnt/x@v1.0.5/LICENSE": MIT, "github.com/Burnt/x@v1.0.5/a.go": "x" }),
        "/github.com/!burnt/x/@v/v1.2.0.info": { Version: "v1.2.0", Time: "2021-01-01T00:00:00Z" },
      }),
    );
    expect(await ask("golang", address, "pkg:golang/github.com/Burnt/x@v1.0.5")).toMatchObject({
      texts: [{ path: "github.com/Burnt/x@v1.0.5/LICENSE", expression: "MIT" }],
      health: { published: "2020-01-01T00:00:00Z", latest: "v1.3.0", deprecated: true, withdrawn: true },
    });
    expect((await ask("golang", address, "pkg:golang/github.com/Burnt/x@v1.2.0")).health).toMatchObject({ withdrawn: false });
  });
});

describe("manners", () => {
  const packument = {
    "dist-tags": { latest: "1.0.0" },
    versions: { "1.0.0": { license: "MIT" } },
    time: { "1.0.0": "2020-01-01T00:00:00Z" },
  };

  it("waits when it is asked to, and tries again", async () => {
    let calls = 0;
    const { base: address } = await serve((_request, response) => {
      calls += 1;
      if (calls === 1) return void response.writeHead(429, { "retry-after": "0" }).end();
      if (calls === 2) return void response.writeHead(503).end();
      response.end(JSON.stringify(packument));
    });
    expect(await ask("npm", address, "pkg:npm/a@1.0.0")).toMatchObject({ declared: "MIT", problems: [] });
    expect(calls).toBe(3);
  });

  it("leaves a server alone that asks for a long pause, and says how many packages stay without an answer", async () => {
    const { base: address, paths } = await serve((_request, response) => void response.writeHead(429, { "retry-after": "7200" }).end());
    const purls = Array.from({ length: 20 }, (_, index) => `pkg:npm/p${index}@1.0.0`);
    const { problems, answers } = await askRegistries(purls, { ...base, addresses: registryAddresses(`npm=${address}`) });
    expect(problems).toMatchObject([
      { code: "registry-unreachable", severity: "warning", message: "20 packages got no answer: it answered 429" },
    ]);
    expect([answers.size, paths.length <= 8]).toEqual([0, true]);
  });

  it("asks once, remembers, and goes on where it was interrupted", async () => {
    let broken = true;
    const { base: address, paths } = await serve((request, response) => {
      if (broken && request.url === "/b") return void response.writeHead(400).end();
      response.end(JSON.stringify(packument));
    });
    const cache = await openCache(folderWith({}));
    const run = () =>
      askRegistries(["pkg:npm/a@1.0.0", "pkg:npm/b@1.0.0"], { ...base, cache, addresses: registryAddresses(`npm=${address}`) });
    expect((await run()).problems).toHaveLength(1);
    broken = false;
    expect((await run()).answers.size).toBe(2);
    expect((await run()).problems).toEqual([]);
    expect(paths.toSorted()).toEqual(["/a", "/b", "/b"]);
  });

  it("follows redirects to no private address, to nothing without TLS, and not for ever", async () => {
    const inside = await serve((_request, response) => void response.end(JSON.stringify(packument)));
    const away = await serve((request, response) => {
      const to: Record<string, string> = { "/a": `${inside.base}a`, "/b": "https://127.0.0.1:1/b", "/c": "/c", "/d": "/ok" };
      if (request.url === "/ok") return void response.end(JSON.stringify(packument));
      response.writeHead(302, { location: to[request.url ?? ""] ?? "/" }).end();
    });
    const why = async (name: string) => (await ask("npm", away.base, `pkg:npm/${name}@1.0.0`)).problems[0]?.message;
    expect(await why("a")).toContain("without TLS");
    expect(await why("b")).toContain("private network");
    expect(await why("c")).toContain("without end");
    expect((await ask("npm", away.base, "pkg:npm/d@1.0.0")).declared).toBe("MIT");
    expect(inside.paths).toEqual([]);
  });

  it("gives credentials to the registry of the setting, and repeats them nowhere", async () => {
    const { base: address, headers } = await serve((_request, response) => void response.end("no json"));
    const secret = address.replace("http://", "http://user:p%40ss@");
    const { problems } = await ask("npm", secret, "pkg:npm/a@1.0.0");
    expect(headers[0]?.authorization).toBe(`Basic ${Buffer.from("user:p@ss").toString("base64")}`);
    expect(JSON.stringify(problems)).not.toContain("p@ss");
    expect(() => registryAddresses("npm=user:p@ss")).toThrow(/^npm of ALLMEND_REGISTRIES/);
    expect(() => registryAddresses("apt=https://example.org")).toThrow(/apt/);
  });

  it("reads no answer without end, and no bomb", async () => {
    const endless = await serve((_request, response) => {
      const more = () => {
        if (!response.destroyed) response.write("x".repeat(1_000_000), () => setImmediate(more));
      };
      more();
    });
    expect((await ask("npm", endless.base, "pkg:npm/a@1.0.0")).problems[0]?.message).toContain("larger than what is read");
    const bomb = gzipSync(Buffer.alloc(80_000_000, 32));
    const packed = await serve((_request, response) => void response.setHeader("content-encoding", "gzip").end(bomb));
    expect((await ask("npm", packed.base, "pkg:npm/a@1.0.0")).problems[0]?.message).toContain("too large or broken");
  });
});

it.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["169.254.169.254", true],
  ["172.31.0.1", true],
  ["192.168.1.1", true],
  ["::1", true],
  ["::ffff:10.0.0.1", true],
  ["[fd00::1]", true],
  ["fe80::1%eth0", true],
  ["8.8.8.8", false],
  ["172.32.0.1", false],
  ["2606:4700::1", false],
  ["example.org", false],
])("%s is private: %s", (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

it("libyears: years of 365.25 days to the newest stable version, never negative, unknown without both dates", () => {
  expect(libyearsOf({ published: "2020-01-01T00:00:00Z", latestPublished: "2021-12-31T12:00:00Z" })).toBe(2);
  expect(libyearsOf({ published: "2021-01-01T00:00:00Z", latestPublished: "2020-01-01T00:00:00Z" })).toBe(0);
  expect(libyearsOf({ published: "2021-01-01T00:00:00Z" })).toBeUndefined();
});
