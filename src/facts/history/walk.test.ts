import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Records } from "./walk.ts";

describe("splitting a stream into records", () => {
  it("gives the same records however the bytes are cut into chunks", () => {
    const record = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes.map((byte) => byte || 1)));
    fc.assert(
      fc.property(fc.array(record), fc.array(fc.nat(200)), (records, cuts) => {
        const stream = Buffer.concat(records.flatMap((one) => [one, Buffer.from([0])]));
        const places = [0, ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b), stream.length];
        const seen: string[] = [];
        const splitter = new Records((bytes, from, to) => seen.push(bytes.toString("latin1", from, to)) > 0);
        places.forEach((place, at) => splitter.take(stream.subarray(place, places[at + 1])));
        expect(seen).toEqual(records.map((one) => one.toString("latin1")));
      }),
    );
  });

  it("keeps the beginning and the end of records that are too long, in whatever chunks they come", () => {
    for (const size of [1000, 65_536, 700_000, 3_000_000]) {
      const long = Buffer.alloc(3_000_000, "m");
      long.write("begin");
      long.write("end", long.length - 3);
      const seen: string[] = [];
      const records = new Records((bytes, from, to) => seen.push(bytes.toString("latin1", from, to)) > 0);
      const stream = Buffer.concat([long, Buffer.from("\0short\0")]);
      for (let at = 0; at < stream.length; at += size) records.take(stream.subarray(at, at + size));
      expect(seen).toHaveLength(2);
      const [first = "", second] = seen;
      // A record that lies in one chunk is there anyway.
      if (size < 3_000_000) expect(first.length).toBeLessThanOrEqual(1024 * 1024);
      expect(first.slice(0, 5) + first.slice(-3)).toBe("beginend");
      expect(second).toBe("short");
    }
  });
});
