import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { gemspec } from "./gemspec.ts";

function withVersion(head: string, version: string): string {
  return `${head}\nGem::Specification.new do |spec|\n  spec.name = "thing"\n  spec.version = ${version}\nend\n`;
}

const LIB = {
  "lib/thing/version.rb":
    "module Thing\n  MAJOR = 1\n  # comment\n  VERSION = '1.2.3'.freeze\n  PARTS = [MAJOR, 4, 'pre1'].join('.')\nend\n",
};

const FULL = `# -*- encoding: utf-8 -*-
lib = File.expand_path("../lib", __FILE__)
$LOAD_PATH.unshift(lib) unless $LOAD_PATH.include?(lib)
require "thing/version"

Gem::Specification.new do |s|
  s.name = %q<thing>.freeze
  s.version = Thing::VERSION
  s.licenses = ["MIT".freeze, 'BSD-2-Clause']
  s.description = <<~TEXT
    s.name = "fake"
  TEXT
  s.files = \`git ls-files -z\`.split("\\x0").reject { |f| f.match(%r{^(test|spec)/}) }

  s.add_dependency "rack", ">= 2.0", "< 4"
  s.add_runtime_dependency(%q<json>.freeze, ["= 2.6.0"])
  s.add_development_dependency 'rake'
  s.add_dependency(%q<rake>.freeze, [">= 0"])
end
`;

describe("gemspec", () => {
  it("says what the gem is and asks for", async () => {
    const { packages, own, problems } = await readWith(gemspec, "thing.gemspec", { "thing.gemspec": FULL, ...LIB });
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["rack", "", ">= 2.0, < 4", "production", 15],
      ["json", "2.6.0", undefined, "production", 16],
      ["rake", "", undefined, "development", 17],
    ]);
    expect(own).toMatchObject([{ name: "thing", version: "1.2.3", license: "MIT OR BSD-2-Clause" }]);
    expect(problems).toBeUndefined();
  });

  it.each([
    'Gem::Specification.new("thing", "2.0.1") do |s|\n  s.add_dependency "x"\nend\n',
    'Gem::Specification.new "thing", "2.0.1" do |s|\nend\n',
    'NUMBER = "2.0.1"\nGem::Specification.new("thing", NUMBER) { |s| s.summary = "x" }\n',
    'Gem::Specification.new("other", "1.0") do |s|\n  s.name = "thing"\n  s.version = "2.0.1"\nend\n',
  ])("takes name and version from the constructor: %j", async (text) => {
    const { own } = await readWith(gemspec, "thing.gemspec", { "thing.gemspec": text });
    expect(own).toMatchObject([{ name: "thing", version: "2.0.1" }]);
  });

  it.each([
    ["a text", "", '"0.1.0"', "0.1.0"],
    ["a frozen text", "", "'0.1.0'.freeze", "0.1.0"],
    ["a version object", "", 'Gem::Version.new("0.1.0")', "0.1.0"],
    ["a constant here", "VERSION = '3.0'", "VERSION", "3.0"],
    ["require_relative", "require_relative 'lib/thing/version'", "Thing::VERSION", "1.2.3"],
    ["with its ending", "require_relative './lib/thing/version.rb'", "::Thing::VERSION", "1.2.3"],
    ["the load path", "require 'thing/version'", "Thing::VERSION.dup", "1.2.3"],
    ["File.join", "require_relative File.join('lib', 'thing', 'version')", "Thing::VERSION", "1.2.3"],
    ["File.join over lines", "require_relative File.join(\n  'lib',\n  'thing',\n  'version'\n)", "Thing::VERSION", "1.2.3"],
    ["expand_path up from the file", "require File.expand_path('../lib/thing/version', __FILE__)", "Thing::VERSION", "1.2.3"],
    ["dirname and plus", "require File.dirname(__FILE__) + '/lib/thing/version'", "Thing::VERSION", "1.2.3"],
    ["numbers that are joined", "require_relative 'lib/thing/version'", "Thing::PARTS", "1.4.pre1"],
    ["a file", "", 'File.read(File.expand_path("VERSION", __dir__)).strip', "9.9.9"],
  ])("finds the version as %s", async (_, head, version, expected) => {
    const files = { "thing.gemspec": withVersion(head, version), VERSION: "9.9.9\n", ...LIB };
    expect((await readWith(gemspec, "thing.gemspec", files)).own).toMatchObject([{ name: "thing", version: expected }]);
  });

  it.each(["Thing.version", "Thing::VERSION", '"#{Thing::MAJOR}.0"', "ENV['V']"])(
    "tells that the version is not known: %s",
    async (version) => {
      const { own, problems } = await readWith(gemspec, "thing.gemspec", { "thing.gemspec": withVersion("require 'elsewhere'", version) });
      expect(own?.[0]?.version).toBeUndefined();
      expect(problems).toMatchObject([{ line: 4 }]);
    },
  );

  it("refuses other files of that name", async () => {
    await expect(readWith(gemspec, "x.gemspec", { "x.gemspec": "hello" })).rejects.toMatchObject({ name: "Unreadable", line: 1 });
  });

  it("stays calm over damaged files", () => staysCalm(gemspec, "thing.gemspec", { "thing.gemspec": FULL, ...LIB }));
});
