import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { cargoToml } from "./cargo-toml.ts";

const FILES = {
  "Cargo.toml": `[workspace]
members = ["app"]
[workspace.package]
version = "3.1.0"
license = "MIT OR Apache-2.0"
[workspace.dependencies]
serde = { version = "1.0", features = ["derive"] }
`,
  "app/Cargo.toml": `[package]
name = "app"
version.workspace = true
license = { workspace = true }

[dependencies]
serde.workspace = true
exact = "=1.2.3"
near = { path = "../near", version = "1" }
other = { package = "real-name", version = ">=1, <3", optional = true }
forked = { git = "https://token@example.com/forked.git", rev = "0123456789abcdef0123456789abcdef01234567" }

[target.'cfg(windows)'.dependencies.winapi]
version = "0.3"

[dev-dependencies]
criterion = "*"
[build-dependencies]
cc = "1"
`,
};

describe("Cargo.toml", () => {
  it("asks for crates with ranges, scopes and lines, inheriting from the workspace above", async () => {
    const { packages, own, alsoRead } = await readWith(cargoToml, "app/Cargo.toml", FILES);
    expect(packages.map(({ name, version, range, scope, line }) => [name, version, range, scope, line])).toEqual([
      ["serde", "", "1.0", "production", 7],
      ["exact", "1.2.3", undefined, "production", 8],
      ["real-name", "", ">=1, <3", "optional", 10],
      ["forked", "", undefined, "production", 11],
      ["criterion", "", undefined, "development", 17],
      ["cc", "", "1", "development", 19],
      ["winapi", "", "0.3", "production", 13],
    ]);
    expect(packages[3]?.source).toEqual({
      kind: "git",
      address: "https://example.com/forked.git",
      commit: "0123456789abcdef0123456789abcdef01234567",
    });
    expect(own).toMatchObject([{ name: "app", version: "3.1.0", license: "MIT OR Apache-2.0" }]);
    expect(alsoRead).toEqual(["Cargo.toml"]);
  });

  it("asks for nothing where it only holds a workspace", async () => {
    expect(await readWith(cargoToml, "Cargo.toml", FILES)).toMatchObject({ packages: [], own: [] });
  });

  it("stays calm over damaged files", () => staysCalm(cargoToml, "app/Cargo.toml", FILES));
});
