// What the pages about the server say is so: the set-up that they show is read, the tests that they name are there.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { parseServerDocument } from "./read-config.ts";

const root = join(import.meta.dirname, "..", "..");
const page = (name: string) => readFileSync(join(root, "docs", "handbook", name), "utf8");

test("the server.yaml of the handbook is one", () => {
  const [, text = ""] = /```yaml server\n([\s\S]*?)```/.exec(page("server.md")) ?? [];
  expect(parseServerDocument(text, "server.yaml")).toMatchObject({ "everybody-is": "requester", "sign-in": { "client-id": "allmend" } });
});

test("every test that the threat model and the ASVS page name is there", () => {
  const there = new Set(
    ["src", "test"]
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }))
      .map((path) => basename(path)),
  );
  for (const name of ["threat-model.md", "asvs.md"]) {
    const named = [...page(name).matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, file]) => file ?? "");
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((file) => !there.has(file)),
      name,
    ).toEqual([]);
  }
});
