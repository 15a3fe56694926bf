import { describe, expect, it } from "vitest";
import { decodeIndex, encodeIndex } from "../index/format.ts";
import { textIndex } from "../index/index.ts";
import { buildIndexData } from "./build.ts";

describe("the generated index", () => {
  it("is what the texts and rules beside it make, and reads back as written", () => {
    const data = buildIndexData();
    expect(textIndex().version).toBe(data.version);
    const again = decodeIndex(encodeIndex(data));
    expect(again.templates).toEqual(data.templates);
    for (const part of ["vocabulary", "aliases", "weights", "tokens", "flags", "gramSizes", "places", "gramCounts"] as const) {
      expect(Buffer.compare(Buffer.from(again[part].buffer), Buffer.from(data[part].buffer)), part).toBe(0);
    }
  });
});
