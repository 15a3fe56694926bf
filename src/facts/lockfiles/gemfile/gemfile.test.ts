import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { gemfile } from "./gemfile.ts";

const FILES = {
  Gemfile: `# frozen_string_literal: true
source "https://rubygems.org"

ruby file: ".ruby-version"
git_source(:corp) { |name| "https://git.example.com/#{name}.git" }

gem "rails", "~> 7.1", ">= 7.1.2"
gem 'pinned', '= 1.2.3', require: false
gem "hub", github: "owner/hub"
gem "near", path: "../near"
gem "multi",
    "~> 2.0",
    group: %i[development test]
gem "old", :group => :test, :require => "x"

if ENV["EDGE"]
  gem "edge", git: "https://example.com/edge.git", ref: "0123456789abcdef0123456789abcdef01234567"
end

group :development, optional: true do
  platforms :ruby do
    gem "debugger"
  end
  gem "lint" unless ENV["CI"]
end

path "engines" do
  gem "engine"
end

gem "last" # a comment with "gem 'fake'"
=begin
gem "commented"
=end
__END__
gem "after"
`,
};

describe("Gemfile", () => {
  it("asks for gems with groups, sources and lines, without running anything", async () => {
    const { packages } = await readWith(gemfile, "Gemfile", FILES);
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["rails", "", "~> 7.1, >= 7.1.2", "production", 7],
      ["pinned", "1.2.3", undefined, "production", 8],
      ["hub", "", undefined, "production", 9],
      ["multi", "", "~> 2.0", "development", 11],
      ["old", "", undefined, "development", 14],
      ["edge", "", undefined, "production", 17],
      ["debugger", "", undefined, "development", 22],
      ["lint", "", undefined, "development", 24],
      ["last", "", undefined, "production", 31],
    ]);
    expect(packages[2]?.source).toEqual({ kind: "git", address: "https://github.com/owner/hub" });
  });

  it("stays calm over damaged files", () => staysCalm(gemfile, "Gemfile", FILES));
});
