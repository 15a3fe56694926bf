import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { packageJson } from "./package-json.ts";

const manifest = {
  name: "@ours/app",
  version: "1.0.0",
  license: { type: "MIT", url: "x" },
  dependencies: {
    range: "^1.0.0",
    exact: "1.2.3",
    alias: "npm:@s/real@^2",
    short: "x/git#3b1bb80b302c2e552685dc8a029797ec832ea7c9",
    archive: "https://example.com/a.tgz",
    folder: "file:../folder",
    elsewhere: "file:../elsewhere",
    member: "workspace:*",
    catalogued: "catalog:",
    any: "",
    broken: 5,
    __proto__: "1",
  },
  optionalDependencies: { maybe: "~1.0" },
  devDependencies: { tool: "latest", range: "^2.0.0" },
  peerDependencies: { react: ">=17", other: "*" },
  peerDependenciesMeta: { other: { optional: true } },
};

async function read(value: unknown, more: Record<string, string> = {}): Promise<Reading> {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  return readWith(packageJson, "app/package.json", { "app/package.json": text, ...more });
}

describe("package.json", () => {
  it("reads what is asked for in all groups, the strongest scope first", async () => {
    const reading = await read(manifest, { "folder/package.json": "{}" });
    expect(
      reading.packages.map(({ namespace, name, version, range, scope, source }) => [
        namespace ? `${namespace}/${name}` : name,
        version,
        range,
        scope,
        source?.kind,
      ]),
    ).toEqual([
      ["range", "", "^1.0.0", "production", undefined],
      ["exact", "1.2.3", undefined, "production", undefined],
      ["@s/real", "", "^2", "production", undefined],
      ["short", "", "x/git#3b1bb80b302c2e552685dc8a029797ec832ea7c9", "production", "git"],
      ["archive", "", "https://example.com/a.tgz", "production", "url"],
      ["elsewhere", "", "file:../elsewhere", "production", "path"],
      ["catalogued", "", "catalog:", "production", undefined],
      ["any", "", "", "production", undefined],
      ["maybe", "", "~1.0", "optional", undefined],
      ["tool", "", "latest", "development", undefined],
      ["react", "", ">=17", "production", undefined],
      ["other", "", "*", "optional", undefined],
    ]);
    expect(reading.packages[0]).toMatchObject({ line: 9, direct: true });
    expect(reading.own).toMatchObject([{ type: "npm", namespace: "@ours", name: "app", version: "1.0.0", license: "MIT" }]);
    checkReading(reading);
  });

  it("knows what is no package of npm", async () => {
    expect(await read({ name: "com.x.y", version: "1.0.0", unity: "2020.3", dependencies: { "com.z": "1.0.0" } })).toEqual({
      packages: [],
    });
    expect((await read({ name: "ext", publisher: "ours", version: "1.0.0", engines: { vscode: "^1.80" } })).own).toMatchObject([
      { type: "vscode-extension", namespace: "ours", name: "ext" },
    ]);
    expect((await read({ name: "", version: "1.0.0" })).own).toEqual([]);
  });

  it.each([
    ["", 1],
    ["null", 1],
    ['{\n  "name": "x",\n  oops\n}', 3],
  ])("refuses %j", async (text, line) => {
    const error = await read(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error.line).toBe(line);
  });

  it("stays calm", async () => {
    await staysCalm(packageJson, "package.json", { "package.json": JSON.stringify(manifest, undefined, 2) });
  });
});
