import { describe, expect, it } from "vitest";
import { mixAsks } from "../shared/mix.ts";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { mixLock } from "./mix-lock.ts";

const FILES = {
  "mix.exs": `defmodule App.MixProject do
  use Mix.Project

  def project do
    [app: :app, version: "0.1.0", deps: deps(), docs: [extras: ["README.md"]]]
  end

  # {:fake, "~> 1.0"}
  defp deps do
    [
      {:plug, "~> 1.11"},
      {:credo, "~> 1.7", only: [:dev, :test], runtime: false},
      {:maybe, ">= 0.0.0", optional: true},
      {:forked, github: "owner/forked", branch: "main"},
      {:near, path: "../near"},
      {:sister, in_umbrella: true}
    ] ++ extra()
  end
end
`,
  "mix.lock": `%{
  # kept by hand
  "bunt": {:hex, :bunt, "1.0.0", "aa", [:mix], [], "hexpm", "bb"},
  "credo": {:hex, :credo, "1.7.1", "cc", [:mix], [{:bunt, "~> 0.2.1 or ~> 1.0", [hex: :bunt, repo: "hexpm", optional: false]}, {:jason, "~> 1.0", [hex: :jason, repo: "hexpm", optional: true]}], "hexpm", "dd"},
  "broken": {:hex, },
  "forked": {:git, "https://github.com/owner/forked.git", "0123456789abcdef0123456789abcdef01234567", [branch: "main"]},
  "jason" => {:hex, :jason, "1.4.0"},
  "maybe": {:hex, :maybe_on_hex, "0.9.0", "ee", [:mix], [], "hexpm:acme", "ff"},
  "odd": oops,
  "plug": {:hex, :plug, "1.15.0", "gg", [:mix], [{:jason, "~> 1.0", [hex: :jason, repo: "hexpm"]}], "oban", "hh"},
}
`,
};

describe("mix.lock", () => {
  it("reads entry by entry, with roles from mix.exs", async () => {
    const { packages, problems } = await readWith(mixLock, "mix.lock", FILES);
    expect(
      packages.map(({ key, namespace, name, version, scope, direct, line }) => [key, namespace, name, version, scope, direct, line]),
    ).toEqual([
      ["bunt", undefined, "bunt", "1.0.0", "development", false, 3],
      ["credo", undefined, "credo", "1.7.1", "development", true, 4],
      ["forked", undefined, "forked", "", "production", true, 6],
      ["jason", undefined, "jason", "1.4.0", "production", false, 7],
      ["maybe", "acme", "maybe_on_hex", "0.9.0", "optional", true, 8],
      ["plug", undefined, "plug", "1.15.0", "production", true, 10],
    ]);
    expect(packages[1]).toMatchObject({ dependsOn: ["bunt"], integrity: "dd" });
    expect(packages[2]?.source).toMatchObject({ kind: "git", commit: "0123456789abcdef0123456789abcdef01234567" });
    expect(packages[5]).toMatchObject({ dependsOn: ["jason"], source: { kind: "registry", address: "oban" } });
    expect(problems?.map((problem) => problem.line)).toEqual([5, 9]);
  });

  it("tells of a file that is cut off, and refuses what is no map", async () => {
    const cut = FILES["mix.lock"].slice(0, FILES["mix.lock"].indexOf('  "credo"'));
    const { packages, problems } = await readWith(mixLock, "mix.lock", { "mix.lock": cut });
    expect(packages).toHaveLength(1);
    expect(problems).toHaveLength(1);
    await expect(readWith(mixLock, "mix.lock", { "mix.lock": "[]" })).rejects.toMatchObject({ name: "Unreadable", line: 1 });
    expect((await readWith(mixLock, "mix.lock", { "mix.lock": "%{}\n" })).packages).toEqual([]);
  });

  it("goes into nothing without end", async () => {
    for (const piece of ["%{", "%{a: ", '%{"a" => ', "{", "f(", "a || %{"]) {
      const { packages, problems } = await readWith(mixLock, "mix.lock", { "mix.lock": `%{\n"a": ${piece.repeat(50_000)}` });
      expect(packages).toEqual([]);
      expect(problems?.length).toBeGreaterThan(0);
    }
  });

  it("stays calm over damaged files", () => staysCalm(mixLock, "mix.lock", FILES));

  it("stays calm over a damaged mix.exs", () =>
    staysCalm({ ...mixLock, read: async ({ text }) => ({ packages: mixAsks(text) ? [] : [] }) }, "mix.exs", FILES));
});

describe("mix.exs", () => {
  it("asks for dependencies, and for nothing in comments and other tuples", () => {
    expect(mixAsks(FILES["mix.exs"]).map(({ app, range, scope, local, line }) => [app, range, scope, local, line])).toEqual([
      ["plug", "~> 1.11", "production", false, 11],
      ["credo", "~> 1.7", "development", false, 12],
      ["maybe", ">= 0.0.0", "optional", false, 13],
      ["forked", undefined, "production", false, 14],
      ["near", undefined, "production", true, 15],
      ["sister", undefined, "production", true, 16],
    ]);
  });
});
