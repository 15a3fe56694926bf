import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { cpanMeta } from "./cpan-meta.ts";

async function read(text: string) {
  return readWith(cpanMeta, "META.json", { "META.json": text });
}

describe("META.json", () => {
  it("names the distribution as ours", async () => {
    const text = JSON.stringify({
      "meta-spec": { version: 2 },
      name: "URI",
      version: 5.34,
      license: ["perl_5"],
      prereqs: { runtime: { requires: { Carp: "0" } } },
    });
    expect(await read(text)).toEqual({ packages: [], own: [{ type: "cpan", name: "URI", version: "5.34", license: "perl_5" }] });
  });

  it("of other worlds says nothing", async () => {
    expect(await read('{"name": "x", "version": "1"}')).toEqual({ packages: [] });
    expect(await read('{"name": "x", "version": "1", "meta-spec": {"url": "https://pgxn.org/meta/spec.txt"}}')).toEqual({ packages: [] });
    await expect(read("[]")).rejects.toBeInstanceOf(Unreadable);
  });
});
