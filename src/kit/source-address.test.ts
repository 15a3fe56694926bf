import { expect, it } from "vitest";
import { sourceAddress } from "./source-address.ts";

it.each([
  ["pkg:npm/%40babel/core@7.24.0", "https://registry.npmjs.org/@babel/core/-/core-7.24.0.tgz"],
  [
    "pkg:maven/org.hibernate/hibernate-core@6.4.1.Final",
    "https://repo1.maven.org/maven2/org/hibernate/hibernate-core/6.4.1.Final/hibernate-core-6.4.1.Final-sources.jar",
  ],
  ["pkg:golang/github.com/Masterminds/semver@v3.2.1", "https://proxy.golang.org/github.com/!masterminds/semver/@v/v3.2.1.zip"],
  ["pkg:cargo/serde@1.0.228", "https://static.crates.io/crates/serde/serde-1.0.228.crate"],
  ["pkg:docker/node@20", undefined],
  ["pkg:npm/unpinned", undefined],
  ["nonsense", undefined],
])("%s is fetched from %s", (purl, address) => expect(sourceAddress(purl)).toBe(address));
