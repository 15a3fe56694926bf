import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { gemfileLock } from "./gemfile-lock.ts";

const FILES = {
  Gemfile: `source "https://rubygems.org"
gemspec
gem "rails", "~> 7.1"
group :development, :test do
  gem "rspec"
end
gem "forked", git: "https://example.com/forked.git"
gem "nokogiri" if RUBY_ENGINE == "ruby"
`,
  "Gemfile.lock": `GIT
  remote: https://example.com/forked.git
  revision: 0123456789abcdef0123456789abcdef01234567
  specs:
    forked (0.9.0)
      rack (>= 1)

PATH
  remote: .
  specs:
    ours (1.0.0)
      rails
    part (1.0.0)

PATH
  remote: vendor/gems/copied
  specs:
    copied (2.0)

GEM
  remote: https://gems.example.com/private/
  specs:
    diff-lcs (1.5.0)
    nokogiri (1.15.4-x86_64-linux)
    nokogiri (1.15.4-arm64-darwin)
    rack (3.0.8)
    rails (7.1.0)
      rack (>= 2.2)
    rspec (3.12.0)
      diff-lcs

PLATFORMS
  x86_64-linux

DEPENDENCIES
  copied!
  forked!
  nokogiri
  ours!
  rails (~> 7.1)
  rspec

CHECKSUMS
  rack (3.0.8) sha256=aa
  nokogiri (1.15.4-arm64-darwin) sha256=bb

BUNDLED WITH
   2.5.0
`,
  "part/part.gemspec": "",
};

describe("Gemfile.lock", () => {
  it("lists gems with scopes from the Gemfile, edges, platforms, sources and checksums", async () => {
    const { packages, own, members } = await readWith(gemfileLock, "Gemfile.lock", FILES);
    expect(packages.map(({ key, scope, direct, line }) => [key, scope, direct, line])).toEqual([
      ["forked@0.9.0", "production", true, 5],
      ["copied@2.0", "production", true, 18],
      ["diff-lcs@1.5.0", "development", false, 23],
      ["nokogiri@1.15.4-x86_64-linux", "production", true, 24],
      ["nokogiri@1.15.4-arm64-darwin", "production", true, 25],
      ["rack@3.0.8", "production", false, 26],
      ["rails@7.1.0", "production", true, 27],
      ["rspec@3.12.0", "development", true, 29],
    ]);
    expect(packages[4]).toMatchObject({ version: "1.15.4", qualifiers: { platform: "arm64-darwin" }, integrity: "sha256=bb" });
    expect(packages[6]).toMatchObject({
      dependsOn: ["rack@3.0.8"],
      source: { kind: "registry", address: "https://gems.example.com/private/" },
    });
    expect(packages[0]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(own?.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ["ours", ["rails@7.1.0"]],
      ["part", []],
    ]);
    expect(members).toEqual(["part"]);
  });

  it("refuses an unfinished merge and what is no lockfile, with the line", async () => {
    const merge = FILES["Gemfile.lock"].replace("    rack (3.0.8)\n", "<<<<<<< HEAD\n    rack (3.0.8)\n");
    await expect(readWith(gemfileLock, "Gemfile.lock", { "Gemfile.lock": merge })).rejects.toMatchObject({ name: "Unreadable", line: 26 });
    await expect(readWith(gemfileLock, "Gemfile.lock", { "Gemfile.lock": "{}" })).rejects.toMatchObject({ name: "Unreadable", line: 1 });
    expect((await readWith(gemfileLock, "Gemfile.lock", { "Gemfile.lock": "" })).packages).toEqual([]);
  });

  it("stays calm over damaged files", () => staysCalm(gemfileLock, "Gemfile.lock", FILES));
});
