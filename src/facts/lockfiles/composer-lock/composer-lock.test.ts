import { describe, expect, it } from "vitest";
import { composerJson } from "../composer-json/composer-json.ts";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { composerLock } from "./composer-lock.ts";

const FILES = {
  "composer.json": `{
  "name": "us/app",
  "license": "proprietary",
  "require": {
    "php": ">=8.1",
    "ext-json": "*",
    "vendor/one": "^1.2",
    "psr/log-implementation": "1.0"
  },
  "require-dev": {
    "vendor/test": "4.5.6"
  }
}
`,
  "composer.lock": `{
  "packages": [
    {
      "name": "Vendor/One",
      "version": "v1.2.3",
      "source": {"type": "git", "url": "https://example.com/one.git", "reference": "0123456789abcdef0123456789abcdef01234567"},
      "dist": {"type": "zip", "url": "https://example.com/one.zip", "shasum": "aa"},
      "require": {"php": "^8", "psr/log-implementation": "1.0", "missing/thing": "*"},
      "notification-url": "https://packagist.org/downloads/",
      "license": ["MIT", "GPL-2.0-only"]
    },
    {
      "name": "logger/impl",
      "version": "dev-main",
      "source": {"type": "git", "url": "https://token:x@git.example.com/impl.git", "reference": "0123456789abcdef0123456789abcdef01234567"},
      "provide": {"psr/log-implementation": "1.0"},
      "license": "Apache-2.0"
    },
    {
      "name": "us/part",
      "version": "1.0.0",
      "dist": {"type": "path", "url": "packages/part"},
      "require": {"vendor/one": "*"}
    }
  ],
  "packages-dev": [
    {"name": "vendor/test", "version": "4.5.6", "notification-url": "https://packagist.org/downloads/", "license": []},
    {"name": "broken"}
  ],
  "aliases": []
}
`,
};

describe("composer.lock", () => {
  it("lists packages with licences, edges through what provides, roles and sources", async () => {
    const { packages, own, problems } = await readWith(composerLock, "composer.lock", FILES);
    expect(
      packages.map(({ namespace, name, version, scope, direct, license, line }) => [
        namespace,
        name,
        version,
        scope,
        direct,
        license,
        line,
      ]),
    ).toEqual([
      ["vendor", "one", "v1.2.3", "production", true, "MIT OR GPL-2.0-only", 3],
      ["logger", "impl", "dev-main", "production", false, "Apache-2.0", 12],
      ["vendor", "test", "4.5.6", "development", true, undefined, 27],
    ]);
    expect(packages[0]).toMatchObject({ dependsOn: ["logger/impl@dev-main"], integrity: "aa" });
    expect(packages[0]?.source).toBeUndefined();
    expect(packages[1]?.source).toEqual({
      kind: "git",
      address: "https://git.example.com/impl.git",
      commit: "0123456789abcdef0123456789abcdef01234567",
    });
    expect(own).toMatchObject([
      { name: "app", license: "proprietary", dependsOn: ["vendor/one@v1.2.3", "logger/impl@dev-main", "vendor/test@4.5.6"] },
      { name: "part", dependsOn: ["vendor/one@v1.2.3"] },
    ]);
    expect(problems).toMatchObject([{ line: 28 }]);
  });

  it("refuses what is no lockfile, with the line", async () => {
    await expect(readWith(composerLock, "composer.lock", { "composer.lock": '{\n  "packages": {}\n}' })).rejects.toMatchObject({
      name: "Unreadable",
      line: 2,
    });
    await expect(readWith(composerLock, "composer.lock", { "composer.lock": "{\n  oops" })).rejects.toMatchObject({
      name: "Unreadable",
      line: 2,
    });
  });

  it("stays calm over damaged files", () => staysCalm(composerLock, "composer.lock", FILES));
});

describe("composer.json", () => {
  it("asks for packages, not for the platform", async () => {
    const { packages, own } = await readWith(composerJson, "composer.json", FILES);
    expect(packages.map(({ key, version, range, scope, line }) => [key, version, range, scope, line])).toEqual([
      ["vendor/one", "", "^1.2", "production", 7],
      ["psr/log-implementation", "", "1.0", "production", 8],
      ["vendor/test", "4.5.6", undefined, "development", 11],
    ]);
    expect(own).toMatchObject([{ namespace: "us", name: "app" }]);
  });

  it("stays calm over damaged files", () => staysCalm(composerJson, "composer.json", FILES));
});
