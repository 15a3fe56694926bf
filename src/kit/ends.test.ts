import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuTime } from "../../test/cpu-time.ts";
import { upTo, withoutTrailing } from "./ends.ts";

describe("ends of texts", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "/", "#", "?", ".") });

  it("are what the patterns say", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(withoutTrailing(value, "/.")).toBe(value.replace(/[/.]+$/, ""));
        expect(upTo(value, "?#")).toBe(value.replace(/[?#].*$/s, ""));
      }),
    );
  });

  it("take the time of one look, whatever the text", () => {
    const start = cpuTime();
    expect(withoutTrailing(`${"/".repeat(2_000_000)}a`, "/")).toHaveLength(2_000_001);
    expect(upTo(`a${"#".repeat(2_000_000)}`, "?#")).toBe("a");
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});
