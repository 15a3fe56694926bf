import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../test/cpu-time.ts";
import { withoutFences } from "./fences.ts";

describe("prose without fenced blocks", () => {
  it("is what the pattern says", () => {
    const line = fc.constantFrom("```", "```yaml rule", "  ```  ", "a", "", "``` x", "~~~");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        expect(withoutFences(text)).toBe(text.replace(/^[ \t]*```[\s\S]*?^[ \t]*```[ \t]*$/gm, ""));
      }),
    );
  });

  it("takes one look, however many fences nothing closes", () => {
    const start = cpuTime();
    withoutFences("```x\n".repeat(60_000));
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
