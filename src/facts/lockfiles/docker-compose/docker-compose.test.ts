import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { dockerCompose } from "./docker-compose.ts";

async function read(text: string, path = "compose.yaml") {
  return readWith(dockerCompose, path, { [path]: text });
}

describe("compose.yaml", () => {
  it("gives the images that services run, but none that they build", async () => {
    const { packages, problems } = await read(`services:
  db:
    image: "postgres:\${PG:-16}"
  web:
    image: example/web:1
    build: .
  cache:
    image: quay.io/org/cache
  unknown:
    image: \${REPOSITORY}/x:1
`);
    expect(packages.map(({ namespace, name, version, line, scope }) => [namespace, name, version, line, scope])).toEqual([
      [undefined, "postgres", "16", 3, "production"],
      ["org", "cache", "", 8, "production"],
    ]);
    expect(problems).toMatchObject([{ line: 10 }]);
  });

  it("is for developers where it lies among their tools", async () => {
    const { packages } = await read("services: {db: {image: 'postgres:16'}}", ".devcontainer/docker-compose.yml");
    expect(packages).toMatchObject([{ scope: "development" }]);
  });

  it("refuses what is no mapping, and takes what is empty", async () => {
    await expect(read("- a\n")).rejects.toBeInstanceOf(Unreadable);
    expect((await read("")).packages).toEqual([]);
  });
});
