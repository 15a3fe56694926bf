import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
import { TomlKeyLines } from "./toml-lines.ts";
import { Unreadable } from "../types.ts";
import { parseToml, tableLines } from "./toml.ts";

describe("TOML", () => {
  it("finds the lines of tables, but not inside of strings", () => {
    const text = 'a = """\n[[package]]\n"""\n[[package]] # one\nname = "x"\n\n [ "tool" . poetry ]\n[[package]]\n';
    expect(Object.fromEntries(tableLines(text))).toEqual({ package: [4, 8], "tool.poetry": [7] });
  });

  it("tells the line of an error", () => {
    for (const [text, line] of [
      ["a = 1\nb = \n", 2],
      ["[x]\n[x]\n", 2],
    ] as const) {
      try {
        parseToml(text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
        expect((error as Unreadable).line).toBe(line);
      }
    }
  });

  it("finds the lines of hostile headers soon", () => {
    const start = cpuTime();
    for (const piece of ["\t", "[\t", "]\t", "a\t"]) new TomlKeyLines(`[${piece.repeat(300)}x\n`.repeat(2000));
    expect(cpuTime() - start).toBeLessThan(3000);
    expect(new TomlKeyLines('[ a . "b" ] # c\nd = 1\n').of("a", "b", "d")).toBe(2);
  });

  it("is harmless to hostile input", () => {
    expect(() => parseToml(`a = ${"[".repeat(100_000)}`)).toThrow(Unreadable);
    expect(Object.keys(parseToml("[__proto__]\nx = 1"))).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});
