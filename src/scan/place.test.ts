import { describe, expect, it } from "vitest";
import { placeOf } from "./place.ts";

describe("placeOf", () => {
  it.each([
    [["package-lock.json"], "product"],
    [["services/api/go.mod"], "product"],
    [["test/fixtures/a/package-lock.json"], "test"],
    [["src/test/resources/pom.xml"], "test"],
    [["packages/x/__tests__/yarn.lock"], "test"],
    [["examples/hello/Cargo.lock"], "example"],
    [["docs/requirements.txt"], "example"],
    [["docs/package.json", "package-lock.json"], "product"],
    [["test/a/go.mod", "examples/b/go.mod"], "example"],
    [["contest/go.mod"], "product"],
    [["attestation/pom.xml"], "product"],
    [[], "product"],
  ])("%j: %s", (paths, expected) => {
    expect(placeOf(paths)).toBe(expected);
  });
});
